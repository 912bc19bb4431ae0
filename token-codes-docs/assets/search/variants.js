// The texts that a text with plurals can become: one for each choice of branches. The rules are those of `token-codes
// search`.

// What stands for a value.
const PLACEHOLDER = "\0";

// The variants of a text may together be this many times as long as the text with all of its branches; a plural that would
// make them longer is a value.
const MOST_VARIANTS = 64;

// The variants, with `PLACEHOLDER` for each value; one, if the text has no plural.
function variantsOf(parts) {
  const alternatives = parts.map((part, index) => alternativesOf(part, index % 2 === 0));
  const lengths = alternatives.map((texts) => sumOf(texts.map(countCharacters)));
  const total = sumOf(lengths);
  let variants = [""];
  alternatives.forEach((texts, index) => {
    const own = lengths[index];
    const isTooMuch = variants.length * (texts.length * (total - own) + own) > MOST_VARIANTS * total;
    const added = texts.length > 1 && isTooMuch ? [PLACEHOLDER] : texts;
    variants = added.flatMap((text) => variants.map((variant) => variant + text));
  });
  return variants;
}

// A text with plurals as it stands in the catalog: with a value in the place of each of them, too.
function asWritten(parts) {
  return parts.map((part, index) => (index % 2 === 0 ? part : PLACEHOLDER)).join("");
}

// What a part can be; each once.
function alternativesOf(part, isWords) {
  if (Array.isArray(part)) return [...new Set(part.map((branch) => variantsOf(branch)[0]))];
  return [isWords ? part : PLACEHOLDER];
}

function sumOf(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}
