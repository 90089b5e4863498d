/** One thing that is wrong with a configuration, and how it is written for a person. */
export interface Problem {
  /** Flat key, or empty for the file as a whole. */
  readonly key: string;
  readonly what: string;
  readonly allowed?: string;
  /** Both from 1; absent when the thing is not in the file. */
  readonly line?: number;
  readonly column?: number;
}

/** `modem.baud: is 5; allowed: a whole number from 1200 to 4000000 bit/s; 3:13` */
export function formatProblem(problem: Problem): string {
  const parts = [problem.key ? `${problem.key}: ${problem.what}` : problem.what];
  if (problem.allowed) parts.push(`allowed: ${problem.allowed}`);
  if (problem.line !== undefined) parts.push(`${problem.line}:${problem.column ?? 1}`);
  return parts.join("; ");
}

/** Line and column, from 1, of an offset into a text. */
export function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
