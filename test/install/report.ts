/** What became of the steps, for people and for programs. */
import type { Outcome } from "./course.ts";

const words: Readonly<Record<Outcome["result"], string>> = { pass: "PASS", fail: "FAIL", not_run: "----" };
/** Room for what was found, where it fits into a line. */
const shownChars = 110;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** A line as soon as a step has ended. */
export function outcomeLine({ result, title, found, seconds }: Outcome): string {
  const short = oneLine(found);
  const told = result === "pass" ? short.slice(0, shownChars) : short.slice(0, shownChars * 2);
  return `${words[result]}  ${seconds.toFixed(1).padStart(5)} s  ${title}: ${told}`;
}

/** What failed in full, and the sum as last line. */
export function summaryText(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ result }) => result === "fail");
  const details = failed.map(({ title, found }) => `\nFAIL  ${title}\n${found.replace(/^/gm, "      ")}\n`);
  const notRun = outcomes.filter(({ result }) => result === "not_run").length;
  const passed = outcomes.length - failed.length - notRun;
  const rest = notRun === 0 ? "" : `${notRun} steps were not run, because one that they need failed\n`;
  return `${details.join("")}\n${rest}${passed} passed, ${failed.length} failed\n`;
}
