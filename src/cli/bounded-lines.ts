/** Lines of a stream as they come, none of them longer than a limit, so that no input can fill the memory. */
import type { Readable } from "node:stream";

export type BoundedLine = { readonly kind: "line"; readonly text: string } | { readonly kind: "overlong" };

/**
 * Lines of UTF-8 text without their ends; the last one needs none. A line of more than `most` characters is left out up to
 * its end, and said to be.
 */
export async function* boundedLines(input: Readable, most: number): AsyncGenerator<BoundedLine> {
  input.setEncoding("utf8");
  let kept = "";
  let discarding = false;
  const whole = (): BoundedLine =>
    discarding || kept.length > most ? { kind: "overlong" } : { kind: "line", text: kept };
  for await (const chunk of input) {
    const parts = String(chunk).split("\n");
    const rest = parts.pop() ?? "";
    for (const part of parts) {
      kept += part;
      yield whole();
      kept = "";
      discarding = false;
    }
    kept += rest;
    if (kept.length <= most) continue;
    discarding = true;
    kept = "";
  }
  if (discarding || kept !== "") yield whole();
}
