// Everything can be reached without a mouse.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { addressOf, close, onPage, searchFor } from "./browser.js";

after(close);

const focused = (page) => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);

test("from the slash to the page of a code", () => onPage("tok", "en/index.html", async (page) => {
  await page.keyboard.press("/");
  assert.equal(await focused(page), "search_box");
  await page.keyboard.type("sign/out");
  await searchFor(page, "expired");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), "TOK009");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), "TOK001");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(page), "search_box");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(page), "search_box");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(addressOf("tok", "en/codes/tok001.html"));
  await page.goBack();
  await page.locator("#search_list a").first().waitFor();
  assert.equal(await page.locator("#search_box").inputValue(), "expired");
}));

test("a slash can be typed", () => onPage("tok", "en/index.html", async (page) => {
  await page.keyboard.press("/");
  await page.keyboard.type("a/b");
  assert.equal(await page.locator("#search_box").inputValue(), "a/b");
}));

test("Escape brings the page back", () => onPage("tok", "en/index.html", async (page) => {
  await searchFor(page, "expired");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), "search_box");
  assert.equal(await page.locator("#search_box").inputValue(), "");
  assert.equal(await page.locator("#page_content").isVisible(), true);
}));

test("the first stop skips the header", () => onPage("tok", "en/codes/tok005.html", async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to the content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Copy code");
}));

test("Enter in an empty box opens nothing", () => onPage("tok", "en/index.html", async (page) => {
  await searchFor(page, "expired");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(200);
  assert.equal(page.url(), addressOf("tok", "en/index.html"));
}));

test("to skip the header does not end a search", () => onPage("tok", "en/index.html", async (page) => {
  await searchFor(page, "expired");
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "TOK009");
}));
