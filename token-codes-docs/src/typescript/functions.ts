/** What fills a param of type `text`. */
export type TextValue = string;

/** What fills a param of type `integer`; a `number` should be a whole one. */
export type IntegerValue = number | bigint;

/** What fills a param of type `any`: dates and the like are made texts by the caller. */
export type AnyValue = string | number | bigint | boolean;

/** Values by the names of params, for a code that is known only at run time. */
export type Values = { readonly [param: string]: AnyValue };

/**
 * What {@link message} takes after code and locale: the params of the code, and nothing if it has none.
 *
 * Of a code that may be any of several with params, nothing fits: that is for {@link explain}.
 */
export type Arguments<C extends Code> = [Extract<C, keyof Params>] extends [never]
  ? []
  : [params: ParamsOf<Extract<C, keyof Params>>];

// Not the params that fit all of several codes: with thousands of codes, the compiler would not come to an end.
type ParamsOf<C extends keyof Params> = IsUnion<C> extends true ? never : Params[C];

type IsUnion<T, Whole = T> = T extends unknown ? ([Whole] extends [T] ? false : true) : never;

/**
 * All that the catalog says of a code, in one locale: what `token-codes explain --format json` gives, where an integer of
 * 64 bits is a text of its digits instead of a `bigint`.
 */
export interface Explanation {
  readonly code: Code;
  /** Its short name; `null` if it has none. */
  readonly name: string | null;
  readonly locale: Locale;
  /** Whether the message is in that locale; if not, it is that of the locale that stands in. */
  readonly translated: boolean;
  readonly params: readonly {
    readonly name: string;
    readonly type: ParamType;
    /** As it is shown; `null` if no value was given. */
    readonly value: string | null;
  }[];
  readonly message: string;
  /** Empty if the catalog has none, as are the other texts and lists. */
  readonly summary: string;
  readonly description: string;
  readonly causes: readonly string[];
  readonly resolution: readonly string[];
  readonly columns: Columns;
  /** Absent if it is not. */
  readonly deprecated?: Deprecated;
}

/** What is said of a code that programs should no longer use. */
export interface Deprecated {
  readonly since?: string;
  /** The code to use instead. */
  readonly use?: Code;
  readonly note?: string;
}

/** What is said of a code that is never used again. */
export interface Retired {
  readonly since?: string;
  /** The code to use instead. */
  readonly use?: Code;
  readonly why?: string;
}

/** The type of a param in the catalog. */
export type ParamType = "text" | "integer" | "boolean" | "float" | "any";

/** Whether a text is a code of the catalog, in the letter case that it has there. */
export function isCode(text: string): text is Code {
  return own(entries, text) !== undefined;
}

/** Whether a text is the tag of a locale of the catalog. */
export function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text);
}

/**
 * The message of a code with its params filled in; the compiler checks their names and types.
 *
 * For a code that is known only at run time, there is {@link explain}.
 */
export function message<C extends Code>(code: C, locale: Locale, ...params: Arguments<C>): string {
  const entry = entryOf(code);
  return fill(localized(entry.message, locale), entry, (params[0] ?? {}) as Values);
}

/**
 * All that the catalog says of a code, with its params filled in. One without a value stays visible by its name, such as
 * `{max_hours}`.
 */
export function explain(code: Code, locale: Locale, params: Values = {}): Explanation {
  const entry = entryOf(code);
  const notice = deprecated.get(code);
  const text = (texts: Localized<Template> | undefined): string => fill(localized(texts, locale), entry, params);
  const list = (lists: Localized<readonly Template[]> | undefined): readonly string[] =>
    localized(lists, locale).map((template) => fill(template, entry, params));
  return {
    code,
    name: entry.name ?? null,
    locale,
    translated: own(entry.message, locale) !== undefined,
    params: entry.params.map(([name, type]) => ({ name, type, value: shown(own(params, name)) })),
    message: text(entry.message),
    summary: text(entry.summary),
    description: text(entry.description),
    causes: list(entry.causes),
    resolution: list(entry.resolution),
    columns: columns(code),
    ...(notice === undefined ? {} : { deprecated: notice }),
  };
}

/** What a code has in the catalog's columns; one without a value is absent. */
export function columns(code: Code): Columns {
  // Without a prototype, from which an absent column could seem to come.
  const columns: unknown = Object.assign(Object.create(null) as object, entryOf(code).columns);
  return columns as Columns;
}

/** What the catalog says of a code. */
interface Entry {
  readonly name?: string;
  readonly params: readonly (readonly [name: string, type: ParamType])[];
  readonly message: Localized<Template>;
  readonly summary?: Localized<Template>;
  readonly description?: Localized<Template>;
  readonly causes?: Localized<readonly Template[]>;
  readonly resolution?: Localized<readonly Template[]>;
  // Not `Columns`: every object has a `constructor`, so those without one in that column would not fit.
  readonly columns?: Values;
}

