// Buttons that copy the text of an element, or the address of the page.
for (const button of document.querySelectorAll("button[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const { copies } = button.dataset;
    const text = copies ? document.getElementById(copies).textContent : location.href.replace(/#.*/s, "");
    const isCopied = await copy(text);
    const status = document.getElementById("copy_status");
    status.textContent = "";
    // Set anew, so that it is also read out the second time.
    setTimeout(() => { status.textContent = isCopied ? status.dataset.copied : status.dataset.failed; }, 50);
    clearTimeout(copy.clearing);
    copy.clearing = setTimeout(() => { status.textContent = ""; }, 3000);
  });
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // There is no clipboard for a page that came over plain HTTP.
    return copyBySelection(text);
  }
}

function copyBySelection(text) {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return isCopied;
}
