/** A telephone line in front of the way: it gets through as its script says, one entry a call. */
import type { Dial } from "./way.ts";

export type LineResult = "ok" | "no_dial_tone" | "no_line" | "no_carrier" | "busy" | "line_in_use" | "no_answer";

/** The last entry of the script holds for all further calls. */
export function createDialUp(script: readonly LineResult[], way: Dial): Dial {
  let calls = 0;
  return async () => {
    const value = script[Math.min(calls, script.length - 1)] ?? "ok";
    calls += 1;
    const called = { signal: "line.dial_result", value };
    if (value !== "ok") return { facts: [called] };
    const dialled = await way();
    return { ...dialled, facts: [called, ...dialled.facts] };
  };
}
