// On paper: all of the text, and nothing to click.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, onPage } from "./browser.js";

after(close);

test("a code is printed without what is only for a screen", () => onPage("tok", "ja/codes/tok005.html", async (page) => {
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("button:visible, input:visible, nav:visible, .skip:visible").count(), 0);
  assert.equal(await page.locator("article section:visible").count(), 7);
}));

test("what a number chooses is printed", () => onPage("plurals", "en/codes/files.html", async (page) => {
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".message dt:visible").count(), 5);
  assert.equal(await page.locator(".message dd:visible").first().textContent(), "nothing");
}));

test("every row of a long overview is printed", () => onPage("tok", "ja/index.html", async (page) => {
  await page.emulateMedia({ media: "print" });
  const skipped = await page.locator(".overview tbody").evaluateAll((groups) =>
    groups.filter((group) => getComputedStyle(group).contentVisibility !== "visible").length);
  assert.equal(skipped, 0);
}));
