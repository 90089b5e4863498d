/**
 * What has happened to the terminals since it was asked last, for whoever reasons about the fleet: read from the database, so that it does not
 * matter which collector heard it. Read again for half a minute, because what is written later may be dated earlier; to hear a thing
 * twice changes nothing.
 */
import { guessOf } from "../fleet/trouble.ts";
import type { IssuerPayments, Payments } from "../model/measures.ts";
import type { Store } from "../store/store.ts";
import { candidatesIn } from "../store/unsure.ts";

/** Open cases of a terminal, and when the last of them was opened. */
interface Standing {
  readonly faults: readonly string[];
  readonly openedMs: number;
}

export interface TerminalNow extends Standing {
  readonly id: number;
  readonly tenant: string;
  readonly shop: string | null;
  readonly region: string | null;
  readonly carrier: string | null;
  readonly acquirer: string | null;
  readonly agent_version: string | null;
  readonly online: number;
  readonly changed_ms: number;
  readonly unsure: string | null;
  readonly unsure_ms: number | null;
}

export interface PaymentsNow {
  readonly id: number;
  readonly atMs: number;
  readonly payments: Payments;
  readonly issuers: readonly IssuerPayments[];
}

/** Rows that are read in one go. */
const page = 1_000;
export const readAgainMs = 30_000;
/** A report of payments that comes later than that tells of another time. */
export const paymentsOfMs = 5_400_000;

const columns = [
  ...(["id", "tenant", "shop", "region", "carrier", "acquirer", "agent_version", "online", "changed_ms"] as const),
  ...(["unsure", "unsure_ms"] as const),
] as const;

async function openCases({ db }: Store, ids: readonly number[]): Promise<ReadonlyMap<number, Standing>> {
  const rows = await db
    .selectFrom("cases")
    .select(["terminal_id", "fault", "opened_ms"])
    .where("terminal_id", "in", ids)
    .where("closed_ms", "is", null)
    .execute();
  const found = new Map<number, Standing>();
  for (const { terminal_id, fault, opened_ms } of rows) {
    const { faults, openedMs } = found.get(terminal_id) ?? { faults: [], openedMs: 0 };
    found.set(terminal_id, { faults: [...faults, fault], openedMs: Math.max(openedMs, opened_ms) });
  }
  return found;
}

/** Who cannot tell its trouble has one all the same, and it is of some kind. */
function guessed({ unsure, unsure_ms, changed_ms }: Omit<TerminalNow, keyof Standing>): Standing {
  const guess = guessOf(candidatesIn(unsure).map(({ fault }) => fault));
  return { faults: guess === undefined ? [] : [guess], openedMs: unsure_ms ?? changed_ms };
}

/** Page by page, those whose row has changed since. */
export async function* changedTerminals(store: Store, sinceMs: number): AsyncGenerator<readonly TerminalNow[]> {
  let after = { changed_ms: sinceMs, id: 0 };
  for (;;) {
    const { changed_ms, id } = after;
    const rows = await store.db
      .selectFrom("terminals")
      .select(columns)
      .where((eb) =>
        eb.or([eb("changed_ms", ">", changed_ms), eb.and([eb("changed_ms", "=", changed_ms), eb("id", ">", id)])]),
      )
      .orderBy("changed_ms")
      .orderBy("id")
      .limit(page)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    const open = await openCases(
      store,
      rows.map((row) => row.id),
    );
    yield rows.map((row) => ({ ...row, ...(open.get(row.id) ?? guessed(row)) }));
    if (rows.length < page) return;
    after = last;
  }
}

const ends = ["approved", "refused", "unanswered", "unsent"] as const;

type Sums = { readonly payments: Record<(typeof ends)[number], number>; readonly issuers: Map<string, IssuerPayments> };

function addSample({ payments, issuers }: Sums, signal: string, count: number): void {
  const [, end] = /^payments\.(\w+)$/.exec(signal) ?? [];
  const known = ends.find((each) => each === end);
  if (known) payments[known] = count;
  const [, issuer, answer] = /^issuer\.(.+)\.(approved|refused)$/.exec(signal) ?? [];
  if (issuer === undefined || answer === undefined) return;
  const sum = issuers.get(issuer) ?? { issuer, approved: 0, refused: 0 };
  issuers.set(issuer, { ...sum, [answer]: count });
}

/** Sums of payments that these terminals have told of the time since; a terminal tells them about once an hour. */
async function paymentsOf({ db }: Store, ids: readonly number[], sinceMs: number): Promise<readonly PaymentsNow[]> {
  const rows = await db
    .selectFrom("samples")
    .select(["terminal_id", "signal", "at_ms", "mean"])
    .where("terminal_id", "in", ids)
    .where("at_ms", ">=", sinceMs)
    .where((eb) => eb.or([eb("signal", "like", "payments.%"), eb("signal", "like", "issuer.%")]))
    .execute();
  const found = new Map<string, Sums & { readonly id: number; readonly atMs: number }>();
  for (const { terminal_id: id, signal, at_ms: atMs, mean } of rows) {
    const none = { approved: 0, refused: 0, unanswered: 0, unsent: 0 };
    const key = `${id} ${atMs}`;
    const sums = found.get(key) ?? { id, atMs, payments: none, issuers: new Map() };
    found.set(key, sums);
    addSample(sums, signal, mean);
  }
  return [...found.values()].map((sums) => ({ ...sums, issuers: [...sums.issuers.values()] }));
}

/** Page by page, of the terminals that were heard of since `heardMs`. */
export async function* toldPayments(
  store: Store,
  { heardMs, nowMs }: { readonly heardMs: number; readonly nowMs: number },
): AsyncGenerator<readonly PaymentsNow[]> {
  const rows = await store.db.selectFrom("terminals").select("id").where("seen_ms", ">=", heardMs).execute();
  for (let from = 0; from < rows.length; from += page) {
    const ids = rows.slice(from, from + page).map(({ id }) => id);
    yield await paymentsOf(store, ids, nowMs - paymentsOfMs);
  }
}
