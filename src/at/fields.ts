/**
 * The parameters of an information line: `+X: 1,"a,b",,2` → `1` · `"a,b"` · `` · `2` (3GPP TS 27.007 §4.2, V.250 §5.4).
 * Quotes stay on the raw field, because some replies can only be told apart by them; a gap is an empty field.
 */

const namePattern = /^[+^#$!*%&@][A-Za-z][A-Za-z0-9_]*(?=\s*:)/;

/** The name before the colon in capitals, `+CSQ` of `+csq: 1`; undefined when the line has none. */
export function prefixOf(line: string): string | undefined {
  return namePattern.exec(line)?.[0].toUpperCase();
}

/** What stands behind the colon. */
export function bodyOf(line: string): string {
  return line.slice(line.indexOf(":") + 1).trim();
}

/** Splits at commas outside quotes and brackets. An unclosed quote takes the rest of the line. */
export function splitFields(body: string): string[] {
  const fields: string[] = [];
  let start = 0;
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at];
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === "(") depth += 1;
    else if (char === ")") depth = Math.max(0, depth - 1);
    else if (char === "," && depth === 0) {
      fields.push(body.slice(start, at).trim());
      start = at + 1;
    }
  }
  fields.push(body.slice(start).trim());
  return fields;
}

/** The fields of a line that carries this name; undefined when it carries another. */
export function fieldsOf(line: string, prefix: string): string[] | undefined {
  return prefixOf(line) === prefix ? splitFields(bodyOf(line)) : undefined;
}

/** The fields of every line with this name. */
export function allFieldsOf(lines: readonly string[], prefix: string): string[][] {
  return lines.flatMap((line) => {
    const fields = fieldsOf(line, prefix);
    return fields ? [fields] : [];
  });
}

export function isQuoted(field: string | undefined): boolean {
  return field?.startsWith('"') ?? false;
}

/** The text of a field without its quotes; a gap, `-` and a missing field are undefined. */
export function textOf(field: string | undefined): string | undefined {
  if (field === undefined) return undefined;
  const text = field.replace(/^"|"$/g, "").trim();
  return text === "" || text === "-" ? undefined : text;
}

function numberOf(field: string | undefined, shape: RegExp, base: 10 | 16): number | undefined {
  const text = textOf(field);
  if (text === undefined || !shape.test(text)) return undefined;
  const value = base === 16 ? Number.parseInt(text, 16) : Number(text);
  return Number.isSafeInteger(Math.trunc(value)) ? value : undefined;
}

export function integerOf(field: string | undefined): number | undefined {
  return numberOf(field, /^[+-]?\d+$/, 10);
}

/** Area codes and cell ids: hexadecimal with or without `0x`, up to 36 bits on 5G. */
export function hexadecimalOf(field: string | undefined): number | undefined {
  return numberOf(field, /^(0x)?[0-9a-f]{1,10}$/i, 16);
}

/**
 * A measurement, or undefined when it lies outside of what can be measured: firmware prints its "no value" as −32768,
 * −3276, 255, 99 or 0, and none of these may become a number.
 */
export function measuredOf(field: string | undefined, min: number, max: number): number | undefined {
  const value = numberOf(field, /^[+-]?\d+(\.\d+)?$/, 10);
  return value !== undefined && value >= min && value <= max ? value : undefined;
}

/** What the first line gives that the parser can read. */
export function firstOf<T>(lines: readonly string[], parse: (line: string) => T | undefined): T | undefined {
  for (const line of lines) {
    const parsed = parse(line);
    if (parsed !== undefined) return parsed;
  }
  return undefined;
}

/** The whole numbers of a test form's group: `(0,1,4-6)` → 0 1 4 5 6. At most 256 of them. */
export function numbersOf(group: string | undefined): number[] {
  const parts = (group ?? "").replace(/^\(|\)$/g, "").split(",");
  const numbers = parts.flatMap((part) => {
    const match = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(part);
    if (!match) return [];
    const first = Number(match[1]);
    const count = Number(match[2] ?? first) - first + 1;
    return Array.from({ length: Math.max(0, Math.min(count, 256)) }, (_, at) => first + at);
  });
  return numbers.slice(0, 256);
}
