/** A text by locale, or `*` for every locale. */
type Localized<T> = { readonly [locale in Locale | "*"]?: T };

/** A property of the object itself: a code, a param or a locale may be called like one that every object has. */
function own<T>(object: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
}

function entryOf(code: Code): Entry {
  const entry = own(entries, code);
  if (entry === undefined) {
    throw new RangeError(`the catalog has no code \`${code}\``);
  }
  return entry;
}

/** The text in this locale, or in the first of those that stand in for it. */
function localized<T>(texts: Localized<readonly T[]> | undefined, locale: Locale): readonly T[] {
  if (texts === undefined) {
    return [];
  }
  for (let from: Locale | undefined = locale; from !== undefined; from = own(fallback, from)) {
    const text = own<readonly T[]>(texts, from);
    if (text !== undefined) {
      return text;
    }
  }
  return texts["*"] ?? [];
}

