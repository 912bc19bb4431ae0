/** A value as Rust shows it; `null` if there is none. */
function shown(value: AnyValue | undefined): string | null {
  if (value === undefined || value === null) {
    return null;
  }
  return typeof value === "number" ? decimal(value) : String(value);
}

/** A number without an exponent: `1e21` is `1000000000000000000000`. */
function decimal(value: number): string {
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value));
  if (parts === null) {
    return String(value).replace("Infinity", "inf");
  }
  const [, sign = "", first = "", rest = "", exponent = ""] = parts;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  // Such numbers have fewer digits than places before the point, or all of their digits after it.
  const text = point > 0 ? digits.padEnd(point, "0") : `0.${"0".repeat(-point)}${digits}`;
  return sign + text;
}
