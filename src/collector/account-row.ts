/** A boot's account and clock, as its row in the database holds them. */
import type { Selectable } from "kysely";
import type { Run, Runs } from "../model/dropped.ts";
import type { BootTable } from "../store/schema.ts";
import { fieldOf, listOf, numberOf, parsed } from "../store/stored-json.ts";
import { type Account, allThatCame, type ByClass, type DroppedOfClass, emptyAccount } from "../support/account.ts";
import type { BootClock } from "./boot-clock.ts";

export interface BootState {
  readonly account: Account;
  readonly clock: BootClock;
  /** The highest number that has come. */
  readonly lastSeq: number;
}

export const newBoot: BootState = {
  account: emptyAccount,
  clock: { rank: 0, offsetMs: undefined },
  lastSeq: 0,
};

/** `1-7,9`. */
export function textOfRuns(runs: Runs): string {
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}

export function runsOfText(text: string): Runs {
  return text.split(",").flatMap((part): Runs => {
    const [first = 0, last = first] = part.split("-").map(Number);
    return first > 0 && last >= first ? [[first, last]] : [];
  });
}

type StoredBoot = Pick<
  Selectable<BootTable>,
  "up_to" | "last_seq" | "dropped" | "proof" | "clock_rank" | "offset_ms" | "base"
>;

export function bootOfRow(row: StoredBoot): BootState {
  const proof = parsed(row.proof ?? "{}");
  const bases = listOf(fieldOf(proof, "bases")).map(numberOf);
  return {
    account: {
      upTo: row.up_to,
      begun: fieldOf(proof, "begun") === true,
      bases: bases.length > 0 ? bases : [row.base],
      came: byClass(fieldOf(proof, "came"), (text) => (typeof text === "string" ? runsOfText(text) : [])),
      dropped: byClass(parsed(row.dropped), droppedOf),
      settled: numberOf(fieldOf(proof, "settled")),
    },
    clock: { rank: row.clock_rank, offsetMs: row.offset_ms ?? undefined },
    lastSeq: row.last_seq,
  };
}

function byClass<T>(stored: unknown, read: (value: unknown) => T): ByClass<T> {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, read(value)]));
}

function droppedOf(stored: unknown): DroppedOfClass {
  return {
    runs: listOf(fieldOf(stored, "runs")).map((run): Run => {
      const [first, last] = listOf(run);
      return [numberOf(first), numberOf(last)];
    }),
    rests: listOf(fieldOf(stored, "rests")).map((rest) => ({
      count: numberOf(fieldOf(rest, "count")),
      firstSeq: numberOf(fieldOf(rest, "firstSeq")),
      lastSeq: numberOf(fieldOf(rest, "lastSeq")),
    })),
  };
}

export function rowOfBoot({
  account,
  clock,
  lastSeq,
}: BootState): Omit<Selectable<BootTable>, "terminal_id" | "boot" | "updated_ms"> {
  const { begun, bases, settled } = account;
  const came = Object.fromEntries(Object.entries(account.came).map(([name, runs]) => [name, textOfRuns(runs)]));
  return {
    base: bases.at(-1) ?? 0,
    up_to: account.upTo,
    last_seq: lastSeq,
    came: textOfRuns(allThatCame(account)),
    dropped: JSON.stringify(account.dropped),
    proof: JSON.stringify({ begun, bases, settled, came }),
    clock_rank: clock.rank,
    offset_ms: clock.offsetMs ?? null,
  };
}
