/**
 * Reasoning about the fleet, by one of all collectors: whoever holds the lease reads what has changed, judges, writes down incidents and
 * hints, and hands the hints to whoever can send them. What it knows it can read again, so whatever fails is begun anew.
 */
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Random } from "../base/random.ts";
import type { HintOrder } from "../fleet/hints.ts";
import type { Member } from "../fleet/member.ts";
import { createFleetMind, type FleetCounts, type FleetMind } from "../fleet/mind.ts";
import type { Hint } from "../model/hint.ts";
import { giveBack, takeLease } from "../store/lease.ts";
import type { Store } from "../store/store.ts";
import type { TerminalName } from "../uplink/topics.ts";
import { changedTerminals, readAgainMs, type TerminalNow, toldPayments } from "./fleet-changes.ts";
import { incidentsUnderWay, writeNews } from "./fleet-rows.ts";

export interface HintToSend {
  readonly hint: Hint;
  readonly to: readonly TerminalName[];
}

export interface FleetDutyOptions {
  readonly store: Store;
  /** This process, among all that use the database. */
  readonly holder: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Called after they were written down; not waited for. */
  onHints(hints: readonly HintToSend[]): void;
}

export interface FleetDuty {
  /** Looks once. False: another process holds the lease, and this one knows nothing any more. Rejects when the database fails. */
  beat(): Promise<boolean>;
  /** Undefined while another process holds the lease. */
  counts(): FleetCounts | undefined;
}

const leaseName = "fleet";
const leaseMs = 60_000;
const beatMs = 10_000;
const paymentsMs = 60_000;
/** Everything is read again so often: a case that another took the place of shows in no row of a terminal. */
const anewMs = 600_000;
const namesAtOnce = 1_000;

interface Watch {
  readonly mind: FleetMind;
  /** Newest change that was read, when all were read last, and payments. */
  changedMs: number;
  anewMs: number;
  paymentsMs: number;
  /** By terminal, the newest sum of payments that was heard. */
  readonly paid: Map<number, number>;
}

function memberOf({ id, tenant, agent_version: version, ...row }: TerminalNow): Member {
  const { shop, region, carrier, acquirer } = row;
  const said = Object.entries({ shop, region, carrier, acquirer, version }).filter(([, value]) => value !== null);
  return { id, tenant, ...Object.fromEntries(said) };
}

function hear(watch: Watch, row: TerminalNow): void {
  watch.mind.enrol(memberOf(row));
  watch.mind.hear(row.id, { kind: "presence", online: row.online === 1, atMs: row.changed_ms });
  watch.mind.hear(row.id, { kind: "standing", faults: row.faults, atMs: row.openedMs });
  watch.changedMs = Math.max(watch.changedMs, row.changed_ms);
}

async function readTerminals({ store }: FleetDutyOptions, watch: Watch, nowMs: number): Promise<void> {
  const isAnew = nowMs - watch.anewMs >= anewMs;
  const sinceMs = isAnew ? 0 : watch.changedMs - readAgainMs;
  for await (const rows of changedTerminals(store, sinceMs)) for (const row of rows) hear(watch, row);
  if (isAnew) watch.anewMs = nowMs;
}

async function readPayments({ store }: FleetDutyOptions, watch: Watch, nowMs: number): Promise<void> {
  if (nowMs - watch.paymentsMs < paymentsMs) return;
  const heardMs = watch.paymentsMs - readAgainMs;
  watch.paymentsMs = nowMs;
  for await (const sums of toldPayments(store, { heardMs, nowMs }))
    for (const { id, payments, issuers, atMs } of sums.toSorted((a, b) => a.atMs - b.atMs)) {
      if ((watch.paid.get(id) ?? 0) >= atMs) continue;
      watch.paid.set(id, atMs);
      // Counted when it is heard: sums of the last hour come in over an hour.
      watch.mind.hear(id, { kind: "payments", payments, issuers, atMs: nowMs });
    }
}

const hex = (digits: number, random: Random): string =>
  Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join("");

async function begin(options: FleetDutyOptions, nowMs: number): Promise<Watch> {
  const mind = createFleetMind({ newId: () => hex(16, options.random) });
  for (const incident of await incidentsUnderWay(options.store)) mind.resume(incident);
  const watch = { mind, changedMs: 0, anewMs: nowMs - anewMs, paymentsMs: nowMs, paid: new Map<number, number>() };
  // Times of what is read then lie before it.
  mind.judge(nowMs);
  return watch;
}

async function namesOf({ db }: Store, ids: readonly number[]): Promise<readonly TerminalName[]> {
  const names: TerminalName[] = [];
  for (let from = 0; from < ids.length; from += namesAtOnce)
    names.push(
      ...(await db
        .selectFrom("terminals")
        .select(["tenant", "serial"])
        .where("id", "in", ids.slice(from, from + namesAtOnce))
        .execute()),
    );
  return names;
}

async function addressed({ store, random }: FleetDutyOptions, orders: readonly HintOrder[]) {
  const all: (HintToSend & { readonly incident: string })[] = [];
  for (const { incident, hint, to } of orders)
    all.push({ incident, hint: { ...hint, id: hex(16, random) }, to: await namesOf(store, to) });
  return all;
}

async function look(options: FleetDutyOptions, watch: Watch, nowMs: number): Promise<void> {
  await readTerminals(options, watch, nowMs);
  await readPayments(options, watch, nowMs);
  const { incidents, hints } = watch.mind.judge(nowMs);
  const sent = await addressed(options, hints);
  const rows = sent.map(({ hint, incident, to }) => ({ hint, incident, sent: to.length }));
  await writeNews(options.store, { incidents, hints: rows });
  for (const { id, fault, scope, affected, endedMs } of incidents)
    options.log("notice", endedMs === undefined ? "fleet.incident" : "fleet.incident_over", {
      ...{ id, fault, affected, of: Object.keys(scope).join("+") },
    });
  if (sent.length > 0) options.onHints(sent);
}

export function createFleetDuty(options: FleetDutyOptions): FleetDuty {
  const { store, holder, clock } = options;
  let watch: Watch | undefined;
  return {
    counts: () => watch?.mind.counts(),
    beat: async () => {
      const nowMs = clock.wallMs();
      try {
        if (!(await takeLease(store, { name: leaseName, holder, forMs: leaseMs }, nowMs))) {
          watch = undefined;
          return false;
        }
        watch ??= await begin(options, nowMs);
        await look(options, watch, nowMs);
        return true;
      } catch (error) {
        watch = undefined;
        throw error;
      }
    },
  };
}

/** Every ten seconds, until `stop` aborts; then the lease is given back. */
export async function keepFleetDuty(options: FleetDutyOptions, stop: AbortSignal): Promise<void> {
  const { store, holder, clock, log } = options;
  const duty = createFleetDuty(options);
  const failed = (error: unknown): void =>
    log("warning", "fleet.duty_failed", { error: error instanceof Error ? error.name : "unknown" });
  while (!stop.aborted) {
    await duty.beat().catch(failed);
    await clock.sleep(beatMs, stop);
  }
  await giveBack(store, { name: leaseName, holder }).catch(failed);
}
