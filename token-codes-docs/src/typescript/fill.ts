function fill(template: Template, entry: Entry, params: Values): string {
  const part = (part: string | number): string => {
    if (typeof part === "string") {
      return part;
    }
    const name = entry.params[part]?.[0] ?? "";
    return shown(own(params, name)) ?? `{${name}}`;
  };
  return template.map(part).join("");
}

