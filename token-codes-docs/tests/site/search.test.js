// A support engineer pastes what a customer has sent, and lands on the right code.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { addressOf, close, onPage, searchFor } from "./browser.js";

after(close);

const MESSAGE_JA =
  "トークンリクエストの有効期限は、24時間より未来日に設定できません。指定された有効期限:2026-12-01。有効期限を適切に調整してください。";
const MESSAGE_EN =
  "The expiry date of a token request cannot be set more than 24 hours in the future. Specified expiry date: 2026-12-01. Please adjust the expiry date accordingly.";

const LANDS_ON_TOK005 = {
  "the code": "TOK005",
  "the code in full width and lower case": "ｔｏｋ００５",
  "a Japanese fragment": "未来日",
  "a Japanese fragment with half-width kana": "ﾄｰｸﾝﾘｸｴｽﾄの有効期限",
  "a message": MESSAGE_JA,
  "a message in English": MESSAGE_EN,
  "a part of a message": "24時間より未来日に設定できません。指定された有効期限:2026-12-01",
  "a part of a message in English": "more than 24 hours in the future. Specified expiry date: 2026-12-01. Pl",
  "a line of a log": `[2026-12-01T00:00:00Z ERROR auth] request 4711 failed: ${MESSAGE_JA} (user 17)`,
  "the name": "expiry-too-far",
  "the name of a param": "max_hours",
};

for (const locale of ["ja", "en"]) {
  test(`in ${locale}, one lands on TOK005`, () => onPage("tok", `${locale}/index.html`, async (page) => {
    for (const [what, text] of Object.entries(LANDS_ON_TOK005)) {
      assert.equal((await searchFor(page, text))[0], "TOK005", what);
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(addressOf("tok", `${locale}/codes/tok005.html`));
  }));
}

test("what is found is counted, said and marked", () => onPage("tok", "en/index.html", async (page) => {
  await searchFor(page, "expired");
  const status = page.getByRole("status").filter({ hasText: "4 codes found." });
  await status.waitFor();
  assert.equal(await page.locator("#page_content").isVisible(), false);
  assert.deepEqual([...new Set(await page.locator("mark").allTextContents())], ["expired"]);
  await searchFor(page, "no such thing");
  await page.getByRole("status").filter({ hasText: "Nothing found." }).waitFor();
}));

test("a retired code is said to be one", () => onPage("pasted", "en/index.html", async (page) => {
  const status = page.locator("#search_status");
  assert.deepEqual(await searchFor(page, "old007"), []);
  assert.equal(await status.textContent(), "Retired, and never used again: OLD007.");
  assert.deepEqual(await searchFor(page, "got ORD001, then {“code”:“OLD007”} and gone"), ["ORD001"]);
  assert.equal(await status.textContent(), "1 code found. Retired, and never used again: OLD007, GONE.");
  assert.deepEqual(await searchFor(page, "OLD0071"), []);
  assert.match(await status.textContent(), /^Nothing found/);
}));

test("what is kept of a retired code is found, and leads to what replaces it", () => onPage("pasted", "en/index.html", async (page) => {
  assert.deepEqual(await searchFor(page, "parcels are"), ["LATE-1"]);
  assert.equal(await page.locator("#search_list .note").textContent(), "Retired");
  await page.locator("#search_list a").first().click();
  await page.waitForURL(addressOf("pasted", "en/codes/late-1.html"));
  await page.locator(".notice a").click();
  await page.waitForURL(addressOf("pasted", "en/codes/ord001.html"));
}));

test("a message with one of its branches is found and shown with all", () => onPage("plurals", "ja/index.html", async (page) => {
  assert.deepEqual(await searchFor(page, "This was the 1,002nd try of 3."), ["RANK"]);
  const message = await page.locator("#search_list mark").textContent();
  assert.equal(message, "This was the [{n}st | {n}nd | {n}rd | {n}th] try of {limit}.");
}));

test("texts of the other direction have their numbers on their side", () => onPage("plurals", "ar/codes/files.html", async (page) => {
  const choices = page.locator("#page_message .choices");
  assert.equal(await choices.evaluate((list) => getComputedStyle(list).direction), "rtl");
  const [number, text] = await Promise.all(["dt", "dd"].map((name) => choices.locator(name).first().boundingBox()));
  assert.ok(number.x > text.x + text.width / 2);
}));

test("a search can be made on the page of a code", () => onPage("tok", "ja/codes/tok001.html", async (page) => {
  assert.equal((await searchFor(page, "未来日"))[0], "TOK005");
  await page.locator("#search_list a").first().click();
  await page.waitForURL(addressOf("tok", "ja/codes/tok005.html"));
}));

test("the address keeps the search", async () => {
  const wanted = "未来日 & 100%+#";
  let hash;
  await onPage("tok", "ja/index.html", async (page) => {
    await searchFor(page, wanted);
    ({ hash } = new URL(page.url()));
    await page.locator("#search_box").clear();
    assert.equal(new URL(page.url()).hash, "");
  });
  await onPage("tok", "en/index.html", async (page) => {
    await page.goto(page.url() + hash);
    assert.equal(await page.locator("#search_box").inputValue(), wanted);
    await page.getByText("Nothing found.").waitFor();
  });
});
