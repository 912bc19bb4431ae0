// Every link of every page leads to a file and, in it, to an element.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";
import { addressOf, close, onPage, sites } from "./browser.js";

after(close);

const pagesOf = (site) =>
  fs.readdirSync(path.join(sites, site), { recursive: true }).filter((file) => file.endsWith(".html"));

// A page's links, and what a link can lead to.
async function factsOf(page, address) {
  await page.goto(address);
  return page.evaluate(() => ({
    links: [...document.querySelectorAll("[href], [src]")].map((element) => element.href ?? element.src),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
  }));
}

for (const site of fs.readdirSync(sites)) {
  test(site, () => onPage(site, "index.html", async (page) => {
    const facts = new Map();
    for (const file of pagesOf(site)) facts.set(addressOf(site, file), await factsOf(page, addressOf(site, file)));
    assert.ok(facts.size > 4);
    for (const [address, { links, ids }] of facts) {
      assert.equal(new Set(ids).size, ids.length, `${address} has an id twice`);
      for (const link of links) {
        const [target, id] = link.split("#");
        assert.ok(fs.statSync(fileURLToPath(target)).isFile(), `${address}: ${link}`);
        if (id) assert.ok(facts.get(target).ids.includes(id), `${address}: ${link}`);
      }
    }
  }, { javaScriptEnabled: true }));
}
