// What compiles, and what does not: tsc reports an `@ts-expect-error` with nothing wrong below it.
import { type Code, type Columns, explain, isCode, isLocale, type Locale, message } from "./catalog/catalog.js";
import * as hard from "./hard/catalog.js";
import * as plurals from "./plurals/catalog.js";

// Params are required exactly if the code has some.
message("TOK001", "ja");
message("TOK005", "en", { max_hours: 24, expires_at: "2026-12-01" });
message("TOK005", "en", { max_hours: 24n, expires_at: true });
// @ts-expect-error: no params
message("TOK001", "ja", {});
// @ts-expect-error: the params are missing
message("TOK005", "ja");
// @ts-expect-error: one is missing
message("TOK005", "ja", { max_hours: 24 });
// @ts-expect-error: one is missing, though it may look optional
message("TOK005", "ja", { max_hours: 24, expires_at: undefined });
// @ts-expect-error: a name that there is not
message("TOK013", "ja", { token_id: 1, tokenId: 1 });
// @ts-expect-error: a text for an integer
message("TOK005", "ja", { max_hours: "24", expires_at: "" });
// @ts-expect-error: a date must be made a text first
message("TOK005", "ja", { max_hours: 24, expires_at: new Date() });
// @ts-expect-error: no such code
message("TOK999", "ja");
// @ts-expect-error: in another letter case
message("tok001", "ja");
// @ts-expect-error: no such locale
message("TOK001", "fr");

// A code that is known only at run time.
export function show(code: string, locale: string, params: { [param: string]: string }): string {
  // @ts-expect-error: any text is no code
  explain(code, "ja", params);
  if (!isCode(code) || !isLocale(locale)) {
    return code;
  }
  const known: Code = code;
  const shown: Locale = locale;
  // @ts-expect-error: it may need params
  message(known, shown);
  // @ts-expect-error: nobody knows which
  message(known, shown, { max_hours: 24, expires_at: "" });
  return explain(known, shown, params).message;
}

export function one(retry: boolean): string {
  // @ts-expect-error: these differ in their params
  message(retry ? "TOK005" : "TOK013", "ja", { token_id: 1 });
  return message(retry ? "TOK001" : "TOK007", "ja");
}

// Columns.
const columns: hard.Columns = hard.columns("__proto__");
export const status: number | undefined = columns.http_status;
export const big: bigint | undefined = columns.big;
export const severity: "not-found" | "or-else" | undefined = columns.severity;
// A required one is always there.
export const level: bigint = columns.level;
// @ts-expect-error: not a value of the list
export const none: "other" | undefined = columns.severity;
// @ts-expect-error: no such column
export const other = columns.other;
export const inUse: Columns = { http_status: 409, severity: "info" };
// @ts-expect-error: one that is required is missing
export const lacking: hard.Columns = {};

// Names that every object has.
hard.message("__proto__", "en", { constructor: 1 });
hard.message("valueOf", "en");
// @ts-expect-error: not the constructor of `{}`
hard.message("__proto__", "en", {});
// @ts-expect-error: an integer is no text
hard.message("toString", "en", { value_of: 1, prototype: 1 });

// What a plural is chosen by.
plurals.message("CARDINAL", "ru", { n: 1, other: 18446744073709551615n });
// @ts-expect-error: a text is no number
plurals.message("CARDINAL", "ru", { n: "1", other: 2 });
// @ts-expect-error: it must be there
plurals.message("CARDINAL", "ru", { other: 2 });
