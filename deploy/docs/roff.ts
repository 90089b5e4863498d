/** Text for man(7): what begins a request, and what has a meaning within a line, is escaped. */

/** Dates and versions do not belong there: the same sources give the same bytes. */
export const manualDate = "2026-11-27";

/** ASCII only, so that no program needs to know the encoding. */
export function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/[\u0080-\u{10ffff}]/gu, (letter) => {
      const hex = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      return `\\[u${hex}]`;
    })
    .replace(/^(?=[.'])/gm, "\\&");
}

const widest = 78;

/** Lines of words: mandoc wants none beyond 80 bytes. A line must not begin like a request. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > widest) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join("\n").replace(/^(?=[.'])/gm, "\\&");
}

/** A sentence; what stands between backticks is typed, and so bold. */
export function sentence(text: string): string {
  const parts = text.split("`").map((part, at) => (at % 2 === 0 ? escaped(part) : `\\fB${escaped(part)}\\fR`));
  return wrapped(parts.join(""));
}

export const section = (name: string) => `.SH ${name}\n`;
export const subsection = (name: string) => `.SS "${escaped(name)}"\n`;
export const paragraph = (text: string) => `.PP\n${sentence(text)}\n`;

/** As it is, line by line. */
export function literal(lines: readonly string[]): string {
  return `.PP\n.EX\n${lines.map((line) => `${escaped(line.trimEnd())}\n`).join("")}.EE\n`;
}

/** A term and what it means. */
export function item(term: string, text: string): string {
  return `.TP\n.B ${escaped(term)}\n${text === "" ? "\\&" : sentence(text)}\n`;
}
