// The browser, and pages of a site on which nothing may go wrong.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import path from "node:path";
import { chromium } from "playwright-core";

// Where `run` has rendered the sites.
export const sites = process.env.SITES ?? assert.fail("start it with token-codes-docs/tests/site/run");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

export const close = () => browser.close();

export const addressOf = (site, file) => pathToFileURL(path.join(sites, site, file)).href;

// Opens a page of a site and hands it over; nothing may be wrong on it, and no request may leave the folder.
export async function onPage(site, file, test, options = {}) {
  const context = await browser.newContext({ locale: "ja-JP", ...options });
  const wrong = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(addressOf(site, ""))) wrong.push(`request of ${request.url()}`);
  });
  context.on("requestfailed", (request) => wrong.push(`no ${request.url()}`));
  context.on("console", (message) => wrong.push(`console: ${message.text()}`));
  context.on("weberror", (error) => wrong.push(`error: ${error.error()}`));
  context.on("dialog", (dialog) => wrong.push(`dialog: ${dialog.message()}`));
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  try {
    await page.goto(addressOf(site, file));
    await test(page);
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
  }
}

// Types into the search box as a person pastes, and gives the codes that are found.
export async function searchFor(page, text) {
  await page.locator("#search_box").fill(text);
  await page.waitForFunction(() => !["", document.getElementById("search_status").dataset.loading]
    .includes(document.getElementById("search_status").textContent));
  return page.locator("#search_list li > a").allTextContents();
}
