// The module and the JSON give the texts that `token-codes explain` gives.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import test from "node:test";

import { reader } from "./reader.js";

const work = process.argv[2];
const catalogs = { catalog: "../../../catalog.yaml", hard: "hard.yaml" };

/** What Rust says of a code. */
function rust(name, code, locale, params) {
  const values = Object.entries(params).map(([param, value]) => `${param}=${value}`);
  const rest = ["--catalog", catalogs[name], "--locale", locale, "--format", "json"];
  return JSON.parse(execFileSync(process.env.TOKEN_CODES, ["explain", ...rest, "--", code, ...values], { encoding: "utf8" }));
}

/** A value for each param, hostile where it may be a text. */
function values({ params }) {
  const value = { integer: 9007199254740993n, any: "{0} $& </script>", text: "{value_of} $1" };
  return Object.fromEntries(params.map(({ name, type }) => [name, value[type]]));
}

/** As JSON has them: an integer that may be too big for a number is a text. */
const plain = (value) =>
  JSON.parse(JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? String(inner) : inner)));

for (const name of Object.keys(catalogs)) {
  const module = await import(`${work}/compiled/${name}/catalog.js`);
  const json = JSON.parse(readFileSync(`${work}/${name}/catalog.json`, "utf8"));
  const { fill } = reader(json);

  test(`${name}: the same codes in the same order`, () => {
    assert.equal(json.version, 2);
    assert.deepEqual(module.codes, json.codes.map(({ code }) => code));
    assert.deepEqual(module.locales, json.locales);
    assert.ok(json.codes.length >= 6);
  });

  for (const entry of json.codes) {
    for (const locale of json.locales) {
      test(`${name}: ${entry.code} in ${locale}`, () => {
        const params = values(entry);
        const expected = rust(name, entry.code, locale, params);
        assert.deepEqual(plain(module.explain(entry.code, locale, params)), expected);
        assert.deepEqual(plain(module.explain(entry.code, locale)), rust(name, entry.code, locale, {}));
        assert.equal(module.message(entry.code, locale, params), expected.message);

        const shown = [locale, ...(json.fallback[locale] ?? [])];
        const text = (texts) => texts[shown.find((tag) => tag in texts)] ?? [];
        const list = (lists) => text(lists).map((parts) => fill(parts, params));
        const { parts } = entry;
        assert.equal(fill(text(parts.message), params), expected.message);
        assert.equal(fill(text(parts.summary), params), expected.summary);
        assert.equal(fill(text(parts.description), params), expected.description);
        assert.deepEqual(list(parts.causes), expected.causes);
        assert.deepEqual(list(parts.resolution), expected.resolution);
        assert.equal(locale in entry.message, expected.translated);
        assert.deepEqual(entry.columns, expected.columns);
      });
    }
  }
}

const hard = await import(`${work}/compiled/hard/catalog.js`);

test("only codes and locales are such", () => {
  assert.ok(hard.isCode("__proto__") && hard.isCode("toString") && hard.isLocale("zh-Hant"));
  for (const text of ["", "constructor", "hasOwnProperty", "tostring", "TOK001"]) {
    assert.ok(!hard.isCode(text) && !hard.isLocale(text), text);
  }
  assert.throws(() => hard.message("constructor", "en"), { message: "the catalog has no code `constructor`" });
});

test("a locale stands in before the source locale", () => {
  assert.equal(hard.message("valueOf", "zh-Hant-TW"), "値");
  assert.equal(hard.explain("toString", "zh-Hant-TW").summary, "中文 {value_of}");
  assert.equal(hard.explain("toString", "ja").summary, "{value_of} in English");
});

test("columns are their own, and big ones are whole", () => {
  assert.equal(hard.columns("1").constructor, undefined);
  assert.equal(hard.columns("toString").constructor, "</script> {0}");
  assert.equal(hard.columns("__proto__").big, 18446744073709551615n);
  assert.equal(hard.columns("__proto__").signed, -9223372036854775808n);
});

test("a param is not taken from the prototype", () => {
  assert.equal(hard.message("__proto__", "ja", {}), "{constructor}");
});

test("numbers are shown as Rust shows them", () => {
  const shown = (constructor) => hard.message("__proto__", "ja", { constructor });
  const expected = [
    [1e21, "1000000000000000000000"], [-1.5e300, `-15${"0".repeat(299)}`], [1e-7, "0.0000001"], [-1.25e-9, "-0.00000000125"],
    [123456.75, "123456.75"], [0, "0"], [Infinity, "inf"], [-Infinity, "-inf"], [NaN, "NaN"], [2n ** 70n, "1180591620717411303424"],
    [true, "true"],
  ];
  for (const [value, text] of expected) {
    assert.equal(shown(value), text);
  }
});
