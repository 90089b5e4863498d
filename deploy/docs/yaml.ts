/** Plain values as YAML 1.2, block style: maps, lists, and every text that could be read as something else in quotes. */

export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** A word, a path, a sentence: begins with a letter, and holds nothing that YAML takes for its own. */
const bare = /^[A-Za-z][A-Za-z0-9 ._/;+()=-]*$/;
const taken = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function scalar(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  const isBare = bare.test(value) && !taken.test(value) && !value.endsWith(" ");
  return isBare ? value : JSON.stringify(value);
}

function isScalar(value: Plain): value is string | number | boolean {
  return typeof value !== "object";
}

/** Ends with a line feed, as `|` has it. */
function literal(text: string, indent: string): readonly string[] {
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (line === "" ? "" : indent + line));
}

function lines(value: Plain, indent: string): readonly string[] {
  if (isScalar(value)) return [`${indent}${scalar(value)}`];
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return [`${indent}${isList ? "[]" : "{}"}`];
  return entries.flatMap(([key, inner]) => {
    const head = isList ? `${indent}-` : `${indent}${scalar(key)}:`;
    if (typeof inner === "string" && inner.includes("\n")) return [`${head} |`, ...literal(inner, `${indent}  `)];
    const isEmpty = !isScalar(inner) && Object.keys(inner).length === 0;
    if (isScalar(inner) || isEmpty) return [`${head} ${lines(inner, "").join("")}`];
    const below = lines(inner, `${indent}  `);
    if (!isList) return [head, ...below];
    const [first = "", ...others] = below;
    return [`${head} ${first.trimStart()}`, ...others];
  });
}

/** Ends with a line feed. */
export function yamlOf(value: Plain): string {
  return `${lines(value, "").join("\n")}\n`;
}
