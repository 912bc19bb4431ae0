"use strict";

// The locale that was chosen last is remembered by site.js; a browser may keep nothing for pages from a folder.
{
  const links = [...document.querySelectorAll("a[hreflang]")];
  let chosen = null;
  try {
    chosen = localStorage.getItem("token-codes.locale");
  } catch {
    // So it is the source locale, which is the first.
  }
  const link = links.find((link) => link.hreflang === chosen) ?? links[0];
  location.replace(link.href + location.hash);
}
