/** Source text without what only looks like code: comments, strings and regular expressions. */
const token = new RegExp(
  [
    String.raw`\/\/[^\n]*`,
    String.raw`\/\*[\s\S]*?\*\/`,
    String.raw`"(?:\\.|[^"\\\n])*"`,
    String.raw`'(?:\\.|[^'\\\n])*'`,
    "`(?:\\\\[\\s\\S]|[^`\\\\])*`",
    String.raw`(?<=(?:^|[(,=:[!&|?{};\n]|=>|\breturn)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*`,
  ].join("|"),
  "g",
);

/** What stands in a template's `${…}` is code and stays. */
function blank(found: string): string {
  const lines = found.replace(/[^\n]/g, "");
  if (found.startsWith("`"))
    return `"" ${[...found.matchAll(/\$\{([^}]*)\}/g)].map(([, code]) => code).join(" ")}${lines}`;
  return /^["']/.test(found) ? '""' : ` ${lines}`;
}

export function codeOnly(source: string): string {
  return source.replace(token, blank);
}
