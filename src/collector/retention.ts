/** Makes room for the days to come, and forgets what is too old. Only one of all collectors does it at a time. */
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Random } from "../base/random.ts";
import { forget, type Keep, makeRoom } from "../store/days.ts";
import { giveBack, takeLease } from "../store/lease.ts";
import type { Store } from "../store/store.ts";

export interface RetentionOptions {
  readonly store: Store;
  readonly keep: Keep;
  /** This process, among all that use the database. */
  readonly holder: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

const roomLease = "collector.room";
const forgetLease = "collector.forget";
const roomMs = 60_000;
const hourMs = 3_600_000;
/** SQLite forgets some thousand rows in one go; between them others get their turn. */
const mostRounds = 10_000;
const pauseMs = 20;
const waitMs = 200;

/** Two who make the same part of a table at once would be in each other's way. */
export async function makeRoomInTurn(options: RetentionOptions, stop: AbortSignal): Promise<void> {
  const { store, keep, holder, clock, random } = options;
  const lease = { name: roomLease, holder, forMs: roomMs };
  while (!stop.aborted && !(await takeLease(store, lease, clock.wallMs())))
    await clock.sleep(waitMs * (0.5 + random()), stop);
  if (stop.aborted) return;
  try {
    await makeRoom(store, keep, clock.wallMs());
  } finally {
    await giveBack(store, lease);
  }
}

/** What was forgotten; undefined when it is not our turn. */
export async function forgetInTurn(options: RetentionOptions, stop: AbortSignal): Promise<number | undefined> {
  const { store, keep, holder, clock } = options;
  const lease = { name: forgetLease, holder, forMs: hourMs - roomMs };
  if (!(await takeLease(store, lease, clock.wallMs()))) return undefined;
  let gone = 0;
  for (let round = 0; round < mostRounds && !stop.aborted; round += 1) {
    const some = await forget(store, keep, clock.wallMs());
    gone += some;
    if (some === 0) break;
    await clock.sleep(pauseMs, stop);
  }
  return gone;
}

/** Each hour, until `stop` aborts. What fails is tried again the next time. */
export async function keepRetention(options: RetentionOptions, stop: AbortSignal): Promise<void> {
  const { clock, log } = options;
  while (!stop.aborted) {
    try {
      await makeRoomInTurn(options, stop);
      const gone = await forgetInTurn(options, stop);
      if (gone !== undefined && gone > 0) log("info", "collector.forgotten", { rows: gone });
    } catch (error) {
      log("warning", "collector.retention_failed", { error: error instanceof Error ? error.name : "unknown" });
    }
    await clock.sleep(hourMs, stop);
  }
}
