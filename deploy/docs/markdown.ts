/** Tables of the documents. */

export type Row = readonly (string | undefined)[];

/** A bar would end the cell, in code too. */
function cell(text: string | undefined): string {
  return (text ?? "").replaceAll("|", "\\|");
}

function line(row: Row): string {
  return `| ${row.map(cell).join(" | ")} |`;
}

/** Ends with a line feed. Column titles may be empty. */
export function table(titles: Row, rows: readonly Row[]): string {
  return [line(titles), `|${"---|".repeat(titles.length)}`, ...rows.map(line), ""].join("\n");
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function codes(texts: readonly string[]): string {
  return texts.map(code).join(", ");
}
