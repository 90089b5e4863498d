/** Columns for people. Chinese characters take two places, which padding by length would not know. */
import type { Language } from "../model/text.ts";

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

function width(text: string): number {
  return [...text].length + (text.match(wide)?.length ?? 0);
}

/** Some cells come from a modem, which must not steer the terminal of whoever looks. */
function printable(cell: string): string {
  return cell.replace(/\p{Cc}/gu, "·");
}

/** Rows with the columns lined up, two spaces apart, each line indented; the last column as it is. */
export function table(rows: readonly (readonly string[])[], indent = 2): string {
  const shown = rows.map((row) => row.map(printable));
  const widths: number[] = [];
  for (const row of shown) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, width(cell));
    });
  }
  const pad = (cell: string, column: number) => cell + " ".repeat((widths[column] ?? 0) - width(cell) + 2);
  return shown.map((row) => `${" ".repeat(indent)}${row.map(pad).join("").trimEnd()}\n`).join("");
}

const units: Readonly<Record<Language, readonly [string, string, string, string]>> = {
  en: [" s", " min", " h", " days"],
  "zh-CN": ["秒", "分钟", "小时", "天"],
};

/** `42 s`, `3 min`, `5 h`, `2 days`: as exact as a person wants it. */
export function duration(seconds: number, language: Language = "en"): string {
  const [second, minute, hour, day] = units[language];
  if (seconds < 120) return `${Math.round(seconds)}${second}`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)}${minute}`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)}${hour}` : `${Math.round(seconds / 86_400)}${day}`;
}
