/** What the front door prints, and the verdict. The last line is for machines: `N passed, N failed[, N skipped]`. */
import type { FileResult } from "./runner.ts";

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const indent = (text: string) => text.replace(/^/gm, "    ");

export function fileLine(result: FileResult): string {
  const { file, passed, failed, skipped, ms } = result;
  const mark = failed.length > 0 ? "FAIL" : passed.length === 0 ? "skip" : "ok  ";
  const bad = failed.length > 0 ? `, ${failed.length} failed` : "";
  const left = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
  return `${mark}  ${file.padEnd(48)} ${String(passed.length).padStart(3)} passed${bad}${left}  ${ms} ms`;
}

export function failureText(result: FileResult): string {
  const blocks = result.failed.map(({ where, failure }) => {
    const title = `✘ ${result.file}${where ? ` › ${where}` : ""}`;
    return [title, ...[failure.message, failure.diff, failure.stack].filter(Boolean).map((part) => indent(part ?? ""))];
  });
  const output = result.output.trim();
  const said = output ? [`  what ${result.file} printed:`, indent(output)] : [];
  return [...blocks.flat(), ...said].join("\n");
}

/** One line for each file and reason. */
export function skipText(results: readonly FileResult[]): string {
  const counts = new Map<string, number>();
  for (const { file, skipped } of results) {
    for (const { reason } of skipped) counts.set(`${file}: ${reason}`, (counts.get(`${file}: ${reason}`) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => `- skipped ${count} of ${what}`).join("\n");
}

export function slowestText(results: readonly FileResult[], count = 5): string {
  const tests = results.flatMap(({ file, passed }) => passed.map(({ where, ms }) => ({ file, where, ms })));
  const slowest = tests.sort((one, other) => other.ms - one.ms).slice(0, count);
  return slowest.map(({ file, where, ms }) => `${String(ms).padStart(7)} ms  ${file} › ${where}`).join("\n");
}

export function totals(results: readonly FileResult[]): Totals {
  const sum = (count: (result: FileResult) => number) => results.reduce((total, result) => total + count(result), 0);
  return {
    passed: sum(({ passed }) => passed.length),
    failed: sum(({ failed }) => failed.length),
    skipped: sum(({ skipped }) => skipped.length),
  };
}

export function lastLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Where nothing may be skipped, a skip is a failure that tells its reason. */
export function forbidSkips(result: FileResult): FileResult {
  const failed = result.skipped.map(({ where, reason }) => ({
    where,
    failure: { message: `skipped, and skips are forbidden here: ${reason}` },
  }));
  return { ...result, failed: [...result.failed, ...failed], skipped: [] };
}
