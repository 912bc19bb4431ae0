// Texts of a catalog are text, whatever they look like; and codes lead to their own pages, whatever they are.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, onPage, searchFor } from "./browser.js";

after(close);

// Elements that only a text of the catalog could have made.
const STRANGERS = "main script, img, svg, b, i, style, #page_content h1 ~ h1, a[href^='javascript']";

test("on the overview", () => onPage("hostile", "en/index.html", async (page) => {
  assert.equal(await page.title(), "<b>Title</b> & \"quotes\" </title><script>alert('title')</script>");
  assert.equal(await page.locator("#page_content h1").textContent(), await page.title());
  assert.equal(await page.locator(".lead").textContent(),
    "<img src=x onerror=alert('description')> {{ 7 * 7 }} ${7 * 7} {% raw %}");
  const cells = await page.locator("#script td").allTextContents();
  assert.deepEqual(cells, [
    "<script>alert('message')</script> {0} {{ constructor }} &lt;b&gt; --> ]]>",
    "</td></table><h1>\"summary\" 'quoted' `ticked`",
  ]);
  assert.equal(await page.locator(STRANGERS).count(), 0);
}));

test("on the page of a code", () => onPage("hostile", "ja/codes/script.html", async (page) => {
  assert.equal(await page.locator("#page_message_text").textContent(),
    "</script><script>alert('data')</script>「{0}」\\u2028\\' ` \"");
  assert.equal(await page.locator("#page_description p").textContent(),
    "<!-- <svg/onload=alert('description')> $& $1 \\");
  assert.deepEqual(await page.locator("#page_resolution li").allTextContents(),
    ["</ol></section>", "{x}", "<style>* { display: none }</style>"]);
  assert.deepEqual(await page.locator("#page_columns tr").allTextContents(),
    ["runbookjavascript:alert('column')//<i>", "severityhigh", "status500"]);
  assert.equal(await page.locator(STRANGERS).count(), 0);
}));

test("in what is found", () => onPage("hostile", "en/index.html", async (page) => {
  assert.deepEqual(await searchFor(page, "</script>"), ["SCRIPT"]);
  assert.deepEqual(await page.locator("#search_list mark").allTextContents(), ["</script>"]);
  assert.deepEqual(await searchFor(page, "<script>alert('message')</script> <img> {{ constructor }} &lt;b&gt; --> ]]>"),
    ["SCRIPT"]);
  await page.goto(`${page.url().split("#")[0]}#q=<img src=x onerror=alert(1)>`);
  assert.equal(await page.locator(STRANGERS).count(), 0);
}));

test("a text that is turned around turns nothing else", () => onPage("hostile", "en/index.html", async (page) => {
  const isolated = await page.locator("#turned td").evaluateAll((cells) =>
    cells.every((cell) => getComputedStyle(cell).unicodeBidi === "isolate"));
  assert.ok(isolated);
}));

test("codes lead to their own pages", () => onPage("odd-codes", "en/index.html", async (page) => {
  const codes = await page.locator("tbody a").allTextContents();
  assert.deepEqual(codes, ["a/b", "a-b", "A_B", "CDC:ErrMixedCase", "index", "page_main", "000012"]);
  for (const code of codes) {
    await page.getByRole("link", { name: code, exact: true }).click();
    assert.equal(await page.locator("#page_content h1").textContent(), code);
    await page.getByRole("link", { name: "Overview" }).click();
  }
  for (const code of codes) assert.equal((await searchFor(page, code))[0], code);
}));

test("a text that starts with a placeholder goes in its own direction", () =>
  onPage("odd-codes", "ar/codes/cdc-errmixedcase.html", async (page) => {
    const direction = await page.locator("#page_message_text").evaluate((text) => getComputedStyle(text).direction);
    assert.equal(direction, "rtl");
    assert.equal(await page.locator("#page_params tbody th").textContent(), "{max_hours}");
  }));
