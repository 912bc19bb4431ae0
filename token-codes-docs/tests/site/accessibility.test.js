// What a program can find of what keeps people out.

import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { close, onPage, searchFor } from "./browser.js";

after(close);

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

async function problems(page) {
  // Not as an element of the page, whose policy forbids it; it also forbids axe to load the style sheet again.
  await page.evaluate(fs.readFileSync(AXE, "utf8"));
  const { violations } = await page.evaluate(() => axe.run({ preload: false }));
  return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map((node) => node.html).join(" ")}`);
}

const PAGES = [["tok", "ja/index.html"], ["tok", "en/codes/tok005.html"], ["odd-codes", "ar/codes/cdc-errmixedcase.html"],
  ["plurals", "en/index.html"], ["plurals", "en/codes/files.html"], ["plurals", "ar/codes/files.html"]];
const SCREENS = {
  "a desktop": { viewport: { width: 1100, height: 800 } },
  "a phone": { viewport: { width: 390, height: 844 } },
};

for (const colorScheme of ["light", "dark"]) {
  for (const [screen, options] of Object.entries(SCREENS)) {
    for (const [site, file] of PAGES) {
      test(`${file} on ${screen} is fine, ${colorScheme}`, () => onPage(site, file, async (page) => {
        assert.deepEqual(await problems(page), []);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${overflow} pixels wider than the screen`);
      }, { colorScheme, ...options }));
    }
  }

  test(`what is found is fine, ${colorScheme}`, () => onPage("tok", "ja/index.html", async (page) => {
    await searchFor(page, "有効期限");
    assert.deepEqual(await problems(page), []);
  }, { colorScheme }));
}
