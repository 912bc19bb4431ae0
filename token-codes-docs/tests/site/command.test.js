// The search of the site finds what `token-codes search` finds, in the same order.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import vm from "node:vm";

const { SITES, TOKEN_CODES } = process.env;

// The number of the field in search-data.js.
const MESSAGE = 2;

const CATALOGS = {
  tok: "../../../catalog.yaml",
  "odd-codes": "catalogs/odd-codes.yaml",
  hostile: "catalogs/hostile.yaml",
  pasted: "catalogs/pasted.yaml",
  plurals: "catalogs/plurals.yaml",
};

// Texts and the codes that they find; the tests of the command hold it to the same.
const casesOf = (site) => JSON.parse(fs.readFileSync(path.join(import.meta.dirname, `${site}.json`), "utf8"));

// The search of a site: texts to the codes that it finds.
function searchOf(site) {
  const scripts = ["search.js", "search-data.js"].map((file) => fs.readFileSync(path.join(SITES, site, file), "utf8"));
  const context = vm.createContext();
  vm.runInContext(`${scripts.join("")}; const entries = searchData.entries.map(withTexts);`, context);
  const data = JSON.parse(vm.runInContext("JSON.stringify(searchData)", context));
  const foundHere = (query) => {
    context.query = query;
    return JSON.parse(vm.runInContext("JSON.stringify(search(entries, query, 0).map((hit) => hit.entry.code))", context));
  };
  return { data, foundHere };
}

for (const site of ["pasted", "plurals"]) {
  test(`what is pasted finds what it should: ${site}`, () => {
    const { foundHere } = searchOf(site);
    const cases = casesOf(site);
    const found = cases.map(([query]) => [query, foundHere(query)]);
    assert.ok(cases.length > 20);
    assert.deepEqual(found, cases);
  });
}

// The text with values, and with each choice of branches.
function filled(parts) {
  return parts.reduce((texts, part, index) => {
    const here = Array.isArray(part) ? part.flatMap(filled) : [index % 2 === 0 ? part : "17"];
    return texts.flatMap((text) => here.map((added) => text + added));
  }, [""]);
}

// What a person might type, and every message with values filled in: whole, a part, and within a log.
function queriesOf(data) {
  const queries = ["token", "tok00", "expired token", "the not", "有効期限 トークン", "Ｔｏｋｅｎ", "ID", "か", "ガ", "code-", "max_hours"];
  queries.push("script", "quoted", "a", "digits", "0", "{0}", "valid token. Again", "expiry-too-far token");
  for (const { code, texts, columns = [] } of data.entries) {
    queries.push(code, ...columns, ...columns.map((text) => text.slice(2, 9)));
    for (const [field, , , parts] of texts) {
      for (const text of filled(parts)) {
        if (field === MESSAGE) queries.push(text, text.slice(3, 40), `ERROR [x] ${text} (4711)`);
        else queries.push(text.split(" ").slice(0, 3).join(" "));
      }
    }
  }
  return queries.filter((query) => query.trim() !== "");
}

function foundByCommand(catalog, query) {
  const args = ["search", "--catalog", path.join(import.meta.dirname, catalog), "--format", "json", "--", query];
  const { stdout, stderr } = spawnSync(TOKEN_CODES, args, { encoding: "utf8" });
  assert.ok(stdout !== "" || /nothing|no code/.test(stderr), stderr);
  return stdout.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line).code);
}

for (const [site, catalog] of Object.entries(CATALOGS)) {
  test(site, () => {
    const { data, foundHere } = searchOf(site);
    const different = [];
    for (const query of queriesOf(data)) {
      const [here, there] = [foundHere(query), foundByCommand(catalog, query)];
      if (here.join() !== there.join()) different.push({ query, here: here.join(), there: there.join() });
    }
    assert.deepEqual(different, []);
  });
}
