/** The merchant's screen: what the payment application says, and below it what posdiag says, where one is asked. */
import type { Advice } from "./adviser.ts";

export interface ScreenView {
  readonly prompt: string;
  readonly outcome: string;
  readonly rc?: string;
  readonly hindrance?: string;
  /** Undefined: no agent was asked, or none answered. */
  readonly advice: Advice | undefined;
}

/** Columns between the edges. */
const WIDTH = 46;

/** Chinese characters take two columns. */
function columns(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2E80-\uFFE6]/.test(letter) ? 2 : 1), 0);
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  // Words stay whole; every Chinese character may begin a line.
  for (const piece of text.match(/[\u2E80-\uFFE6]|[^\s\u2E80-\uFFE6]+\s*|\s+/g) ?? []) {
    if (line !== "" && columns(line + piece.trimEnd()) > WIDTH) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

function adviceLines(advice: Advice): readonly string[] {
  if (advice.verdicts.length === 0) return [advice.unknown ? "posdiag: ?" : "posdiag: ✓"];
  return advice.verdicts.flatMap(({ say, do: steps, do_not }) => [
    `posdiag: ${say}`,
    ...steps.map((step, at) => `${at + 1}. ${step}`),
    ...do_not.map((step) => `✗ ${step}`),
  ]);
}

/** As lines of text, framed. */
export function drawScreen({ prompt, advice }: ScreenView): readonly string[] {
  const row = (text: string) => `│ ${text}${" ".repeat(Math.max(0, WIDTH - columns(text)))} │`;
  const edge = (left: string, right: string) => `${left}${"─".repeat(WIDTH + 2)}${right}`;
  const said = advice ? [edge("├", "┤"), ...adviceLines(advice).flatMap(wrap).map(row)] : [];
  return [edge("┌", "┐"), ...wrap(prompt).map(row), ...said, edge("└", "┘")];
}
