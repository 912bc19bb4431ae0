/** A text in parts. */
type Template = readonly Part[];

/** A text that is shown as it stands, the index of a param whose value is, or what a number makes of it. */
type Part = string | number | GroupedNumber | Plural;

/** A number whose digits are grouped. */
interface GroupedNumber {
  readonly kind: "number";
  /** The index of the param. */
  readonly param: number;
  /** The locale that the text is in. */
  readonly locale: NumbersLocale;
}

/** One of several texts, chosen by a number. */
interface Plural {
  readonly kind: "plural" | "selectordinal";
  /** The index of the param. */
  readonly param: number;
  /** The locale that the text is in. */
  readonly locale: NumbersLocale;
  /** By the number that each is for, such as `=0`, or the category. */
  readonly branches: { readonly other: Template; readonly [selector: string]: Template };
}

/** How a language shows whole numbers, and which category each has. */
interface Numbers {
  /** What stands between two groups of digits. */
  readonly separator: string;
  /** How many digits the last group has; 0 if there are no groups. */
  readonly lastGroup: number;
  /** How many digits each group before it has. */
  readonly otherGroups: number;
  /** How many digits there are before the last group at least, or else there are no groups. */
  readonly leastBefore: number;
  readonly minus: string;
  /** The ten digits, from 0 on. */
  readonly digits: string;
  /** The first case that holds says the category; if none does, it is `other`. */
  readonly plural: readonly Case[];
  readonly selectordinal: readonly Case[];
}

/** Holds if the rest of the number divided by `modulus` is in a range; if that is 0, the number itself. */
type Case = readonly [category: string, modulus: number, ranges: readonly (readonly [from: number, to: number])[]];

function fill(template: Template, entry: Entry, params: Values): string {
  return template.map((part) => (typeof part === "string" ? part : fillParam(part, entry, params))).join("");
}

function fillParam(part: number | GroupedNumber | Plural, entry: Entry, params: Values): string {
  const name = entry.params[typeof part === "number" ? part : part.param]?.[0] ?? "";
  const text = shown(own(params, name)) ?? `{${name}}`;
  if (typeof part === "number") {
    return text;
  }
  const number = /^-?\d+$/.test(text) ? BigInt(text) : null;
  if (part.kind === "number") {
    return number === null ? text : grouped(number, numbers[part.locale]);
  }
  return fill(branch(part, number), entry, params);
}

/** What is shown for a number; `null` stands for what is no whole number. */
function branch({ branches, kind, locale }: Plural, number: bigint | null): Template {
  if (number === null) {
    return branches.other;
  }
  return own(branches, `=${number}`) ?? own(branches, category(numbers[locale][kind], number)) ?? branches.other;
}

function category(cases: readonly Case[], number: bigint): string {
  const magnitude = number < 0n ? -number : number;
  const found = cases.find(([, modulus, ranges]) => {
    const rest = modulus === 0 ? magnitude : magnitude % BigInt(modulus);
    return ranges.some(([from, to]) => from <= rest && rest <= to);
  });
  return found === undefined ? "other" : found[0];
}

function grouped(number: bigint, { separator, lastGroup, otherGroups, leastBefore, minus, digits }: Numbers): string {
  let first = String(number < 0n ? -number : number);
  const groups: string[] = [];
  if (lastGroup > 0 && first.length >= lastGroup + leastBefore) {
    for (let size = lastGroup; first.length > size; size = otherGroups) {
      groups.unshift(first.slice(-size));
      first = first.slice(0, -size);
    }
  }
  const shown = Array.from(digits);
  const text = [first, ...groups].map((group) => group.replace(/\d/g, (digit) => shown[Number(digit)] ?? digit));
  return (number < 0n ? minus : "") + text.join(separator);
}

