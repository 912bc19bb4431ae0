// From one locale to another, in the same place.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { addressOf, close, onPage, searchFor } from "./browser.js";

after(close);

const switchTo = (page, name) => page.getByRole("navigation").getByRole("link", { name, exact: true }).click();

test("the same code, at the same part", () => onPage("tok", "ja/codes/tok005.html", async (page) => {
  await page.goto(`${addressOf("tok", "ja/codes/tok005.html")}#page_resolution`);
  await switchTo(page, "English");
  await page.waitForURL(`${addressOf("tok", "en/codes/tok005.html")}#page_resolution`);
  await switchTo(page, "日本語");
  await page.waitForURL(`${addressOf("tok", "ja/codes/tok005.html")}#page_resolution`);
}));

test("the same search", () => onPage("tok", "ja/index.html", async (page) => {
  await searchFor(page, "未来日");
  await switchTo(page, "English");
  await page.waitForURL(/\/en\/index\.html#q=/);
  await page.locator("#search_list a").first().waitFor();
  assert.equal(await page.locator("#search_box").inputValue(), "未来日");
}));

test("the folder opens in the source locale, then in the one that was chosen", () =>
  onPage("tok", "index.html", async (page) => {
    await page.waitForURL(addressOf("tok", "ja/index.html"));
    await switchTo(page, "English");
    await page.waitForURL(addressOf("tok", "en/index.html"));
    await page.goto(addressOf("tok", "index.html"));
    await page.waitForURL(addressOf("tok", "en/index.html"));
  }));

test("texts in another language say so", () => onPage("tok", "ja/codes/tok005.html", async (page) => {
  const lang = (selector) => page.locator(selector).first().evaluate((element) => element.closest("[lang]").lang);
  assert.equal(await lang("html"), "ja");
  assert.equal(await lang("#page_message_text"), "ja");
  assert.equal(await lang("#page_description p"), "en");
  assert.equal(await lang("#page_other_locales dd"), "en");
}));

test("so do those that are found", () => onPage("tok", "ja/index.html", async (page) => {
  await searchFor(page, "too far in the future");
  assert.equal(await page.locator("#search_list span", { hasText: "The expiry date" }).getAttribute("lang"), "en");
}));

test("a text that is not translated is in the source locale, and says so", () =>
  onPage("odd-codes", "ar/codes/a-b.html", async (page) => {
    assert.equal(await page.locator("#page_message .note").textContent(), "Not translated; shown in English");
  }));

test("the locale that stands in is the nearest one, and so it is in the search", () =>
  onPage("odd-codes", "zh-Hant-TW/codes/index-2.html", async (page) => {
    assert.equal(await page.locator("#page_message_text").textContent(), "不是總覽");
    assert.equal(await page.locator("#page_message .note [data-locale-name]").getAttribute("lang"), "zh-Hant");
    await searchFor(page, "index");
    const found = page.locator("#search_list li", { has: page.getByText("index", { exact: true }) });
    assert.ok((await found.first().textContent()).includes("不是總覽"));
  }));

test("without scripts, the folder opens and the links work", () =>
  onPage("tok", "index.html", async (page) => {
    await page.waitForURL(addressOf("tok", "ja/index.html"));
    assert.equal(await page.locator("#search_form").isVisible(), false);
    assert.equal(await page.locator("button:visible").count(), 0);
    await page.getByRole("link", { name: "TOK005" }).click();
    await page.getByRole("navigation").getByRole("link", { name: "en" }).click();
    await page.waitForURL(addressOf("tok", "en/codes/tok005.html"));
  }, { javaScriptEnabled: false }));
