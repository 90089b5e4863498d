/** What a test file's process tells the front door: one JSON object a line on its own file descriptor, never coloured text. */
import { writeSync } from "node:fs";
import { inspect } from "node:util";

export interface Failure {
  readonly message: string;
  readonly diff?: string;
  readonly stack?: string;
}

export type TestEvent =
  /** A test or hook begins and may take `limitMs`. */
  | { readonly kind: "start"; readonly where: string; readonly limitMs: number }
  | { readonly kind: "pass"; readonly where: string; readonly ms: number }
  | { readonly kind: "fail"; readonly where: string; readonly ms: number; readonly failure: Failure }
  | { readonly kind: "skip"; readonly where: string; readonly reason: string }
  /** Something wrong with the file, not with one test. */
  | { readonly kind: "problem"; readonly failure: Failure }
  /** Everything of a file was run; only the next, or the exit, is left. */
  | { readonly kind: "done" };

/** Standard input, output and error are 0 to 2; the front door opens this one for the results. */
export const resultsFd = 3;

/** Synchronous, so that a result is out before whatever the next test does to the process. */
export function send(event: TestEvent): void {
  writeSync(resultsFd, `${JSON.stringify(event)}\n`);
}

export function describe(thrown: unknown): Failure {
  if (!(thrown instanceof Error)) return { message: `threw something that is not an Error: ${inspect(thrown)}` };
  const operator = "operator" in thrown && typeof thrown.operator === "string" ? ` (${thrown.operator})` : "";
  const diff = "details" in thrown && typeof thrown.details === "string" ? { diff: thrown.details } : {};
  const name = /^(Error|Assertion.*)$/.test(thrown.name) ? "" : `${thrown.name}: `;
  const cause = thrown.cause === undefined ? "" : `\ncaused by ${inspect(thrown.cause)}`;
  return { message: `${name}${thrown.message}${operator}${cause}`, ...diff, stack: frames(thrown.stack ?? "") };
}

/** The caller's own frames: without Node's, uvu's and the front door's. */
function frames(stack: string): string {
  const own = stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .filter((line) => !/node:|node_modules\/(uvu|tsx)\/|test\/front-door\/(suite|assert|child|limit)\.ts/.test(line));
  return own
    .map((line) => line.trim().replaceAll(`file://${process.cwd()}/`, "").replaceAll(`${process.cwd()}/`, ""))
    .join("\n");
}
