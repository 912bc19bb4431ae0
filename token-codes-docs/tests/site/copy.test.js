// The buttons of a code.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { addressOf, close, onPage } from "./browser.js";

after(close);

const COPIED = {
  "Copy code": "TOK002",
  "Copy message": "The token entry for download ID {0} was not found.",
  "Copy link": addressOf("tok", "en/codes/tok002.html"),
};

for (const [name, expected] of Object.entries(COPIED)) {
  test(name, () => onPage("tok", "en/codes/tok002.html", async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name }).click();
    await page.getByRole("status").filter({ hasText: "Copied." }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), expected);
  }));
}

test("also where there is no clipboard", () => onPage("tok", "en/codes/tok002.html", async (page) => {
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.getByRole("button", { name: "Copy code" }).click();
  await page.getByRole("status").filter({ hasText: "Copied." }).waitFor();
}));
