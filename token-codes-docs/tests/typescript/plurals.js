// The module and the JSON show numbers as Rust does, and as the `Intl` of node does for the locales that it has.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { reader } from "./reader.js";

const work = process.argv[2];
const module = await import(`${work}/compiled/plurals/catalog.js`);
const json = JSON.parse(readFileSync(`${work}/plurals/catalog.json`, "utf8"));
const expected = JSON.parse(readFileSync(`${work}/plurals/expected.json`, "utf8"));

const isSafe = (number) => BigInt(Number.MIN_SAFE_INTEGER) <= number && number <= BigInt(Number.MAX_SAFE_INTEGER);

const fields = ["message", "summary", "description", "causes", "resolution"];

const { category, group, fill } = reader(json);

/** Every text of a code in a locale, from the export. */
function fromExport({ parts }, locale, params) {
  const tags = [locale, ...(json.fallback[locale] ?? [])];
  const texts = (field) => parts[field][tags.find((tag) => tag in parts[field])] ?? [];
  const text = (field) => fill(texts(field), params);
  const list = (field) => texts(field).map((item) => fill(item, params));
  return Object.fromEntries(fields.map((field) => [field, (field === "causes" || field === "resolution" ? list : text)(field)]));
}

const pick = (explanation) => Object.fromEntries(fields.map((field) => [field, explanation[field]]));

for (const entry of json.codes) {
  const cases = expected.filter(([code]) => code === entry.code);
  test(`${entry.code}: ${cases.length} cases`, () => {
    assert.ok(cases.length > 5000);
    for (const [code, locale, digits, other, texts] of cases) {
      const number = BigInt(digits);
      const said = `${code} in ${locale} for ${digits}`;
      const params = { n: number, other: BigInt(other) };
      assert.deepEqual(pick(module.explain(code, locale, params)), texts, said);
      assert.deepEqual(pick(module.explain(code, locale, { n: digits, other: String(other) })), texts, said);
      assert.deepEqual(fromExport(entry, locale, params), texts, said);
      assert.equal(module.message(code, locale, params), texts.message, said);
      if (isSafe(number)) {
        assert.equal(module.message(code, locale, { n: Number(number), other }), texts.message, said);
      }
    }
  });
}

test("what is no whole number is shown as it is, in the branch for `other`", () => {
  for (const [value, shown] of [[1.5, "1.5"], [NaN, "NaN"], [-Infinity, "-inf"], ["١", "١"], ["1\n", "1\n"], ["", ""], [true, "true"]]) {
    const { message } = module.explain("CARDINAL", "en", { n: value, other: 7 });
    assert.equal(message, `en: other ${shown} {7}`);
  }
});

test("a number is one however it is written", () => {
  for (const value of [-0, 0, 0n, "0", "-0", "000"]) {
    assert.equal(module.explain("CARDINAL", "en", { n: value, other: 7 }).message, "en: none 7");
  }
  assert.equal(module.message("CARDINAL", "en", { n: 1e21, other: 7 }), "en: other 1,000,000,000,000,000,000,000 {7}");
  assert.equal(module.explain("CARDINAL", "en", { n: "01", other: 7 }).message, "en: one 1 {7}");
});

test("without a value, the name is shown in the branch for `other`", () => {
  assert.equal(module.explain("CARDINAL", "en").message, "en: other {n} {{other}}");
  assert.equal(module.explain("CARDINAL", "en", { other: 7 }).message, "en: other {n} {7}");
  assert.equal(module.explain("DETAILS", "ru", { n: 1000 }).message, "1000{other}");
});

/** The tags of which node knows the rules. */
const known = Object.keys(json.numbers).filter((tag) => Intl.PluralRules.supportedLocalesOf([tag])[0] === tag);
const numbers = [...new Set(expected.map(([, , digits]) => digits))].map(BigInt);

/** What CLDR has changed since the version that node has: the first and the third are `one` in Spanish since CLDR 49. */
const changed = ["es selectordinal"];

test("categories are those of Intl", () => {
  assert.ok(known.length > 20, known.join());
  for (const tag of known) {
    for (const [kind, type] of [["plural", "cardinal"], ["selectordinal", "ordinal"]]) {
      if (changed.includes(`${tag} ${kind}`)) {
        continue;
      }
      const rules = new Intl.PluralRules(tag, { type });
      for (const number of numbers.filter(isSafe)) {
        assert.equal(category(json.numbers[tag][kind], number), rules.select(Number(number)), `${tag} ${kind} ${number}`);
      }
    }
  }
});

test("digits are grouped as by Intl", () => {
  for (const tag of known) {
    const numberingSystem = json.native_digits.includes(tag) ? "native" : "latn";
    const format = new Intl.NumberFormat(tag, { numberingSystem });
    for (const number of numbers) {
      assert.equal(group(number, json.numbers[tag]), format.format(number), `${tag} ${number}`);
    }
  }
});
