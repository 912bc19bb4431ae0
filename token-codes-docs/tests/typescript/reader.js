// Reads the JSON export as its schema says, for the tests.

/** What a front end without this project's code does with the export. */
export function reader({ numbers = {} }) {
  const category = (cases, number) => {
    const positive = number < 0n ? -number : number;
    const holds = ({ modulus, ranges }) => {
      const rest = modulus > 0 ? positive % BigInt(modulus) : positive;
      return ranges.some(([from, to]) => rest >= from && rest <= to);
    };
    return cases.find(holds)?.category ?? "other";
  };
  const group = (number, rules) => {
    const text = String(number).replace("-", "");
    const digits = [...text].map((digit) => [...rules.digits][digit]);
    const isGrouped = rules.last_group > 0 && digits.length >= rules.last_group + rules.least_before;
    const shown = digits.map((digit, index) => {
      const after = digits.length - index - rules.last_group;
      const isEnd = after > 0 && after !== digits.length && after % rules.other_groups === 0 || after === 0;
      return isGrouped && isEnd && index > 0 ? rules.separator + digit : digit;
    });
    return (number < 0n ? rules.minus : "") + shown.join("");
  };
  const fill = (parts, params) => parts.map((part) => {
    if (typeof part === "string") {
      return part;
    }
    const number = params[part.param];
    const rules = numbers[part.locale];
    switch (part.kind) {
      case undefined:
        return String(number);
      case "number":
        return group(number, rules);
      default: {
        const find = (wanted) => part.branches.find(({ selector }) => selector === wanted);
        return fill((find(`=${number}`) ?? find(category(rules[part.kind], number)) ?? find("other")).parts, params);
      }
    }
  }).join("");
  return { category, group, fill };
}
