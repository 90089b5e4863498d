/** First look at a batch: what its reports say of the clocks of their boots, so that all of them, and what is stored already, get their dates. */
import { sql } from "kysely";
import type { Moment } from "../report/moment.ts";
import type { Received } from "../report/received.ts";
import { type Arrival, isNew } from "./arrival.ts";
import { type BootClock, dateOf, heardClock, shiftOf } from "./boot-clock.ts";
import type { BootName, Boots } from "./boot-rows.ts";
import type { Trx } from "./terminal-rows.ts";

export interface Placed {
  readonly arrival: Arrival;
  readonly terminalId: number;
}

export interface Saying {
  readonly boot: string;
  readonly moment: Received<Moment>;
}

export function sayingOf({ said }: Arrival): Saying {
  if (said.kind === "report") return { boot: said.report.stamp.boot, moment: said.report.stamp };
  const { boot, moment } = said.kind === "birth" ? said.birth : said.kind === "alive" ? said.alive : said.faults;
  return { boot, moment };
}

const arrivedOf = (arrival: Arrival) => ({ receivedMs: arrival.receivedMs, isNew: isNew(arrival) });

/** Hears all clocks. Answers which boots were dated wrongly until now, and by how much. */
export function hearClocks(placed: readonly Placed[], boots: Boots): readonly (BootName & { shiftMs: number })[] {
  const before = new Map<string, { readonly name: BootName; readonly clock: BootClock }>();
  for (const { arrival, terminalId } of placed) {
    if (arrival.said.kind !== "report" && arrival.said.kind !== "birth") continue;
    const { boot, moment } = sayingOf(arrival);
    const name = { terminalId, boot };
    const state = boots.get(name);
    const key = `${terminalId} ${boot}`;
    if (!before.has(key)) before.set(key, { name, clock: state.clock });
    const clock = heardClock(state.clock, moment, arrivedOf(arrival));
    if (clock.rank !== state.clock.rank || clock.offsetMs !== state.clock.offsetMs)
      boots.set(name, { ...state, clock });
  }
  return [...before.values()].flatMap(({ name, clock }) => {
    const shiftMs = shiftOf(clock, boots.get(name).clock);
    return shiftMs === 0 ? [] : [{ ...name, shiftMs }];
  });
}

/** Milliseconds since 1970 of something on the terminal's monotonic clock, by what is known of its boot. */
export function datingOf({ arrival, terminalId }: Placed, boots: Boots): (monoMs: number) => number {
  const { boot, moment } = sayingOf(arrival);
  const atMs = dateOf(boots.get({ terminalId, boot }).clock, moment, arrivedOf(arrival));
  return (monoMs) => atMs - (moment.monoMs - monoMs);
}

/** Samples are not dated anew: they do not say of which boot they are. */
export async function dateAnew(
  trx: Trx,
  { terminalId, boot, shiftMs }: BootName & { readonly shiftMs: number },
): Promise<void> {
  const later = (column: string) => sql<number>`${sql.ref(column)} + ${sql.lit(shiftMs)}`;
  await trx
    .updateTable("records")
    .set({ at_ms: later("at_ms") })
    .where("terminal_id", "=", terminalId)
    .where("boot", "=", boot)
    .execute();
  await trx
    .updateTable("cases")
    .set({ opened_ms: later("opened_ms"), changed_ms: later("changed_ms"), closed_ms: later("closed_ms") })
    .where("terminal_id", "=", terminalId)
    .where("boot", "=", boot)
    .execute();
}
