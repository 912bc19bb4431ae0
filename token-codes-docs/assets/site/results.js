// What a search has found, as a list of links with what was found in each.

// More would not be read, and take long to show.
const SHOWN = 50;

function showHits(hits, retired, wanted) {
  const words = wordsOf(wanted);
  const shown = hits.slice(0, SHOWN);
  document.getElementById("search_list").replaceChildren(...shown.map((hit) => hitElement(hit, words)));
  document.getElementById("search_status").textContent = statusOf(hits.length, retired);
}

// How many codes are found, and which of those that were searched are retired.
function statusOf(found, retired) {
  const labels = document.getElementById("search_status").dataset;
  const status = [];
  if (found === 1) status.push(labels.one);
  else if (found > 1) status.push(labels.many.replace("#", found));
  else if (retired.length === 0) status.push(labels.nothing);
  if (found > SHOWN) status.push(labels.first.replace("#", SHOWN));
  if (retired.length > 0) status.push(labels.retired.replace("#", () => retired.join(", ")));
  return status.join(" ");
}

function hideHits() {
  document.getElementById("search_list").replaceChildren();
  document.getElementById("search_status").textContent = "";
}

function hitElement(hit, words) {
  const { entry, texts } = hit;
  const link = marked("a", entry.texts[CODE], words);
  link.href = `${document.body.dataset.codes}${entry.slug}.html`;
  const item = document.createElement("li");
  item.append(link);
  if (entry.retired !== undefined) item.append(" ", noteOf(entry.retired));
  // The message is always shown: the one that was found, or else that in the locale of the page, or in the first of those
  // that stand in for it.
  const found = texts.find((text) => text.field === MESSAGE);
  const message = found ?? shownMessage(entry);
  // A retired code may have kept none.
  if (message) item.append(labelled(hit.identified && found ? markedWhole(message) : marked("span", message, words), message));
  for (const text of texts) {
    if (text.field > NAME && text !== message) item.append(labelled(marked("span", text, words), text));
  }
  return item;
}

// That the code is retired, or else deprecated.
function noteOf(isRetired) {
  const labels = document.getElementById("search_results").dataset;
  const note = document.createElement("span");
  note.className = "note";
  note.textContent = isRetired ? labels.retired : labels.deprecated;
  return note;
}

function shownMessage(entry) {
  const messages = entry.texts.filter((text) => text.field === MESSAGE);
  let locale = Number(document.body.dataset.locale);
  const isInIt = (text) => text.locale === locale;
  while (locale !== null && !messages.some(isInIt)) locale = searchData.fallback[locale];
  return messages.find(isInIt) ?? messages[0];
}

// In a line of its own, with the name of its field before it.
function labelled(element, text) {
  const line = document.createElement("p");
  const label = document.createElement("span");
  label.className = "field";
  label.textContent = JSON.parse(document.getElementById("search_results").dataset.fields)[text.field];
  line.append(label, " ", element);
  return line;
}

// The text in its language, with the words set off.
function marked(name, text, words) {
  const element = textElement(name, text);
  for (const part of partsOf(text.written, words)) {
    element.append(part.found ? markOf(part.text) : part.text);
  }
  return element;
}

function markedWhole(text) {
  const element = textElement("span", text);
  element.append(markOf(text.written));
  return element;
}

function textElement(name, text) {
  const element = document.createElement(name);
  element.dir = "auto";
  if (text.language !== null) element.lang = searchData.locales[text.language];
  return element;
}

function markOf(text) {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}
