"use strict";

// Locales by their names, and a way to another one that keeps the place.
for (const element of document.querySelectorAll("#page_locales a, [data-locale-name]")) {
  const tag = element.lang;
  element.textContent = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
}

for (const link of document.querySelectorAll("#page_locales a")) {
  link.addEventListener("click", () => {
    link.hash = location.hash;
    try {
      localStorage.setItem("token-codes.locale", link.hreflang);
    } catch {
      // A browser may keep nothing for pages from a folder; then the source locale is the first that is shown.
    }
  });
}
