/** The one in this process that asks the store what changed, and knows the counts: however many people look, it asks once. */
import type { Clock } from "../base/clock.ts";
import type { Store } from "../store/store.ts";
import type { Live, News } from "./live.ts";
import { createNewsReader } from "./news.ts";
import { type Change, createRoll } from "./roll.ts";
import { type Asked, search } from "./search.ts";
import { createTallies } from "./tallies.ts";
import { silentIn, type Tally } from "./tally.ts";
import type { CollectorFigures } from "./views/fleet.ts";

export interface Overview {
  /** Null: of everybody. */
  tally(tenant: string | null): Tally;
  /** How many are away and were not heard of for a day. */
  silent(tenant: string | null): number;
  /** Terminals as they were within the last second or two. */
  search(asked: Asked): ReturnType<typeof search>;
  readonly collector: CollectorFigures;
  /** Whether the store could be asked the last time. */
  readonly isCurrent: boolean;
  /** Reads all once. @throws what the database says. */
  start(): Promise<void>;
  /** Until `stop` aborts. */
  run(stop: AbortSignal): Promise<void>;
}

export interface OverviewParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly live: Live;
  /** Of a collector in this process. */
  readonly unreadable?: (() => number) | undefined;
  /** The store could not be asked; it is asked again. */
  onTrouble(error: unknown): void;
}

const pollMs = 1_000;
/** Rounds that take long are made seldom: the store has others to serve. */
const shareOfTime = 5;
const figuresMs = 10_000;
const reloadMs = 600_000;

async function figuresOf({ db }: Store, nowMs: number): Promise<Omit<CollectorFigures, "unreadable">> {
  const row = await db
    .selectFrom("terminals")
    .select(({ fn, eb }) => [
      fn.max("seen_ms").as("newest"),
      fn
        .sum<number>(
          eb
            .case()
            .when("seen_ms", ">", nowMs - 60_000)
            .then(1)
            .else(0)
            .end(),
        )
        .as("recent"),
    ])
    .executeTakeFirst();
  return { newestMs: row?.newest ?? null, perMinute: Number(row?.recent ?? 0) };
}

function newsOf(changes: readonly Change[]): readonly News[] {
  return changes.map(({ now }) => ({ what: "terminal", atMs: now.changedMs, tenant: now.tenant, serial: now.serial }));
}

export function createOverview({ store, clock, live, unreadable, onTrouble }: OverviewParts): Overview {
  const roll = createRoll(store);
  const tallies = createTallies(() => roll.members.values());
  const news = createNewsReader(store, clock.wallMs());
  let figures: Omit<CollectorFigures, "unreadable"> = { newestMs: null, perMinute: 0 };
  let [isCurrent, figuresAtMs, loadedAtMs] = [false, 0, 0];
  const readFigures = async () => {
    figures = await figuresOf(store, clock.wallMs());
    figuresAtMs = clock.monoMs();
  };
  const load = async () => {
    await roll.load();
    tallies.reset();
    // Counted now, and not while the first who asks is waiting.
    tallies.of(null);
    await readFigures();
    loadedAtMs = clock.monoMs();
    isCurrent = true;
  };
  const round = async () => {
    const changes = await roll.catchUp();
    tallies.note(changes);
    live.tell([...newsOf(changes), ...(await news.read())]);
    if (clock.monoMs() - loadedAtMs >= reloadMs) await load();
    if (clock.monoMs() - figuresAtMs >= figuresMs) await readFigures();
    isCurrent = true;
  };
  return {
    tally: tallies.of,
    silent: (tenant) => silentIn(tallies.of(tenant), clock.wallMs()),
    search: (asked) => search(roll.members.values(), asked),
    get collector() {
      return { ...figures, unreadable: unreadable?.() ?? null };
    },
    get isCurrent() {
      return isCurrent;
    },
    start: load,
    run: async (stop) => {
      while (!stop.aborted) {
        const beganMs = clock.monoMs();
        await round().catch((error: unknown) => {
          isCurrent = false;
          onTrouble(error);
        });
        const tookMs = clock.monoMs() - beganMs;
        await clock.sleep(Math.max(pollMs, shareOfTime * tookMs), stop);
      }
    },
  };
}
