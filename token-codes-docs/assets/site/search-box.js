// The search box of every page. What is searched is kept in the address, so that it can be sent to somebody.
const searchBox = document.getElementById("search_box");
const searchResults = document.getElementById("search_results");

let searchEntries = null;

// The texts to search are much larger than a page, so they are loaded when they are needed.
function loadEntries() {
  searchEntries ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${document.body.dataset.root}search-data.js`;
    script.addEventListener("load", () => resolve(searchData.entries.map(withTexts)));
    script.addEventListener("error", () => {
      searchEntries = null;
      reject(new Error(`${script.src} cannot be loaded`));
    });
    document.head.append(script);
  });
  return searchEntries;
}

async function showResults() {
  const wanted = searchBox.value;
  const isSearching = wanted.trim() !== "";
  searchResults.hidden = !isSearching;
  document.getElementById("page_content").hidden = isSearching;
  if (!isSearching) {
    hideHits();
    return;
  }
  const status = document.getElementById("search_status");
  try {
    if (typeof searchData === "undefined") status.textContent = status.dataset.loading;
    const entries = await loadEntries();
    // More may have been typed in the meantime.
    if (wanted !== searchBox.value) return;
    const hits = search(entries, wanted, Number(document.body.dataset.locale));
    showHits(hits, retiredIn(searchData.retired, wanted), wanted);
  } catch (error) {
    status.textContent = status.dataset.failed;
    throw error;
  }
}

function wantedInAddress() {
  return new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
}

function keepInAddress() {
  const hash = searchBox.value.trim() === "" ? "" : `#${new URLSearchParams({ q: searchBox.value })}`;
  history.replaceState(null, "", location.pathname + location.search + hash);
}

function takeFromAddress() {
  // A place in the page, such as that of the link with which the header is skipped, is no other search.
  if (location.hash !== "" && !location.hash.startsWith("#q=")) return;
  if (searchBox.value === wantedInAddress()) return;
  searchBox.value = wantedInAddress();
  showResults();
}

function clear() {
  searchBox.value = "";
  keepInAddress();
  showResults();
  searchBox.focus();
}

// From the box to the first result, and from there up and down.
function moveBy(step) {
  const stops = [searchBox, ...document.querySelectorAll("#search_list a")];
  stops[stops.indexOf(document.activeElement) + step]?.focus();
}

function onKey(event) {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]") !== null;
  const isInSearch = event.target === searchBox || searchResults.contains(event.target);
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key === "/" && !isTyping) searchBox.focus();
  else if (event.key === "Escape" && isInSearch) clear();
  else if (event.key in steps && isInSearch) moveBy(steps[event.key]);
  else return;
  event.preventDefault();
}

document.getElementById("search_form").hidden = false;
document.getElementById("search_form").addEventListener("submit", async (event) => {
  event.preventDefault();
  await showResults();
  document.querySelector("#search_list a")?.click();
});
searchBox.addEventListener("focus", () => loadEntries().catch(() => {}), { once: true });
searchBox.addEventListener("input", () => {
  keepInAddress();
  showResults();
});
document.addEventListener("keydown", onKey);
window.addEventListener("hashchange", takeFromAddress);
// A browser may bring back what was in the box when one comes back to the page.
window.addEventListener("pageshow", () => {
  searchBox.value = wantedInAddress();
  showResults();
});
