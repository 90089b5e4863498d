/** One connection after the other, with the waits between them. */
import { createBackoff } from "../base/backoff.ts";
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Random } from "../base/random.ts";
import type { Board } from "./board.ts";
import type { LinkFailure, LinkFailureKind } from "./failure.ts";
import type { Referral } from "./referral.ts";
import type { Rest } from "./rest.ts";

/** Resolves to why it ended; undefined when all is said, or it was told to stop. */
export type Attempt = (stop: AbortSignal) => Promise<LinkFailure | undefined>;

export interface TryingParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly board: Board;
  readonly referral: Referral;
  readonly rest: Rest;
  readonly attempt: Attempt;
}

/** A connection that lasted as long was a success, and the next wait is short again. */
const stableMs = 60_000;
const firstJitterMs = 1_000;
/** A busy or missing broker; and one that does not want us, which asking more often will not change. */
const networkWait = { floorMs: 1_000, firstMs: 8_000, limitMs: 300_000 }; // A thousand that lose one broker come over seven seconds.
const refusalWait = { floorMs: 15_000, firstMs: 30_000, limitMs: 300_000 };
const refusals: readonly LinkFailureKind[] = ["authentication", "quota", "moved", "taken_over"];
/** A security module locks after a few wrong PINs: by then somebody has put in the right one and started the agent anew. */
const pinMs = 86_400_000;
/** A broker that is emptied sends everybody away at once. */
const referredMs = 10_000;

/** Resolves when `stop` aborts. */
export async function keepTrying(parts: TryingParts, stop: AbortSignal): Promise<void> {
  const { clock, random, board, rest, attempt } = parts;
  const waits = createWaits(parts);
  await clock.sleep(random() * firstJitterMs, stop);
  while (!stop.aborted) {
    if (rest.isDue()) board.change({ state: "resting" });
    await rest.wait(stop);
    if (stop.aborted) return;
    const startedMs = clock.monoMs();
    const failure = await attempt(stop);
    if (stop.aborted) return;
    if (failure) await clock.sleep(waits.after(failure, clock.monoMs() - startedMs), stop);
    else rest.begin();
  }
}

function createWaits({ clock, random, log, board, referral }: TryingParts) {
  const network = createBackoff(networkWait, random);
  const refusal = createBackoff(refusalWait, random);
  return {
    /** Milliseconds. */
    after: (failure: LinkFailure, lastedMs: number): number => {
      const { kind, code } = failure;
      board.change({ state: "waiting", lastError: kind, lastCode: code });
      log("notice", "uplink.down", { kind, code });
      if (lastedMs >= stableMs) for (const each of [network, refusal]) each.reset();
      if (kind === "pin") return pinMs;
      const referred = referral.hear(failure, clock.monoMs());
      const wait = (refusals.includes(kind) ? refusal : network).next();
      return referred ? Math.round(random() * referredMs) : wait;
    },
  };
}
