/** A fleet with its past, made inside the database: rows as the collector writes them, by generate_series. */
import { sql } from "kysely";
import { makeRoom } from "../../../src/store/days.ts";
import type { Store } from "../../../src/store/store.ts";
import { simDetail } from "../../console/place.ts";

export interface Size {
  readonly terminals: number;
  readonly days: number;
  /** Of each of the measured signals, a terminal and day. */
  readonly perDay: number;
  /** Terminals with hourly measures of everything: those that are looked at. */
  readonly full: number;
}

const dayMs = 86_400_000;
export const chartSignals = ["modem.rsrp_dbm", "host.resp_ms", "power.battery_pct", "payments.approved", "data.day_kb"];
/** What a terminal measures, as the collector names it. */
export const fullSignals = [
  ...chartSignals,
  ...["modem.sinr_db", "modem.csq", "payments.refused", "payments.unanswered", "payments.unsent"],
  ...["reads.chip.ok", "reads.chip.failed"],
];

const one = (list: readonly string[], by: string) =>
  sql.raw(`(array[${list.map((word) => `'${word}'`).join(",")}])[1 + ${by} % ${list.length}]`);
const carriers = ["46000", "46000", "46000", "46001", "46001", "46011"];
const regions = Array.from({ length: 31 }, (_, at) => `region-${at}`);
const faults = [
  "sim.absent",
  "cell.weak_signal",
  "host.down",
  "printer.no_paper",
  "power.battery_worn",
  "reader.icc_dirty",
  "net.dns_failed",
];

async function fillTerminals({ db }: Store, { terminals }: Size, nowMs: number): Promise<void> {
  // Three in a hundred have something open; one in fifty is away.
  await sql`insert into terminals (tenant, serial, online, seen_ms, born_ms, changed_ms, boot, agent_version, catalogue_hash,
      shop, region, acquirer, carrier, clock, open_cases, severity, top_fault, top_probability)
    select ${one(["acme", "acme", "acme", "globex"], "n")}, 'PX7-' || lpad(n::text, 6, '0'), case when n % 50 = 0 then 0 else 1 end,
      ${sql.lit(nowMs)} - case when n % 200 = 0 then 3 * ${sql.lit(dayMs)}::bigint else (n * 7919::bigint) % 900000 end, ${sql.lit(nowMs)} - 20 * ${sql.lit(dayMs)}::bigint,
      ${sql.lit(nowMs)} - (n * 104729::bigint) % ${sql.lit(dayMs)}, lpad(to_hex(n), 16, '0'), ${one(["0.1.0", "0.1.0", "0.2.0"], "n")}, 'aa',
      'shop-' || n / 4, ${one(regions, "n")}, ${one(["acq-1", "acq-2", "acq-3"], "n")}, ${one(carriers, "n")}, 'ntp',
      case when n % 33 = 0 then 1 else 0 end, case when n % 33 = 0 then 1 + n % 4 else 0 end,
      case when n % 33 = 0 then ${one(faults, "n")} end, case when n % 33 = 0 then 0.9 end
    from generate_series(1, ${sql.lit(terminals)}) n`.execute(db);
  await sql`insert into boots (terminal_id, boot, base, up_to, last_seq, came, dropped, updated_ms)
    select id, boot, 0, 900, 1000, '1-940,960-1000', '{}', ${sql.lit(nowMs)} from terminals`.execute(db);
}

async function fillCases({ db }: Store, { days }: Size, nowMs: number): Promise<void> {
  const columns = sql.raw(
    "terminal_id, boot, case_id, fault, family, severity, probability, opened_ms, changed_ms, closed_ms, occurrence, raises_day, seq, detail",
  );
  await sql`insert into cases (${columns}) select id, boot, 1, top_fault, split_part(top_fault, '.', 1), severity, 0.9, ${sql.lit(nowMs)} - 3600000, ${sql.lit(nowMs)}, null,
    1, 1, 5, ${simDetail} from terminals where severity > 0`.execute(db);
  const spanMs = days * dayMs;
  await sql`insert into cases (${columns}) select id, boot, 1 + k, ${one(faults, "k")}, 'sim', 3, 0.9, ${sql.lit(nowMs)} - (id * 7919::bigint + k * ${sql.lit(dayMs)}::bigint) % ${sql.lit(spanMs)},
    ${sql.lit(nowMs)}, ${sql.lit(nowMs)}, 1, 1, 5, ${simDetail} from terminals, generate_series(1, 2) k`.execute(db);
}

/** Signals as they are told on average, and a little up and down. */
const values = sql.raw("-95 + (t.id + n) % 20, -90 + (t.id + n) % 20, -85 + (t.id + n) % 20, 60");

async function fillDay({ db }: Store, { perDay, full }: Size, dayStartMs: number): Promise<number> {
  const list = (names: readonly string[]) => sql.join(names.map((name) => sql`${name}::text`));
  const step = Math.floor(dayMs / perDay);
  const some = await sql`insert into samples (terminal_id, signal, at_ms, low, mean, high, count)
    select t.id, s, ${sql.lit(dayStartMs)} + n * ${sql.lit(step)}::bigint + t.id % 3600000, ${values}
    from terminals t, unnest(array[${list(chartSignals)}]) s, generate_series(0, ${sql.lit(perDay - 1)}) n where t.id > ${sql.lit(full)}
    order by t.id, s, n`.execute(db);
  const hourly = await sql`insert into samples (terminal_id, signal, at_ms, low, mean, high, count)
    select t.id, s, ${sql.lit(dayStartMs)} + n * 3600000::bigint + t.id % 3600000, ${values}
    from terminals t, unnest(array[${list(fullSignals)}]) s, generate_series(0, 23) n where t.id <= ${sql.lit(full)}
    order by t.id, s, n`.execute(db);
  return Number((some.numAffectedRows ?? 0n) + (hourly.numAffectedRows ?? 0n));
}

async function fillDeeds({ db }: Store, nowMs: number): Promise<void> {
  await sql`insert into commands (id, terminal_id, verb, words, who, issued_ms, deadline_ms, state, updated_ms)
    select lpad(to_hex(n), 32, '0'), 1 + n % 2000, 'read_state', '{}', 'anna', ${sql.lit(nowMs)} - n * 60000::bigint, ${sql.lit(nowMs)} - n * 60000::bigint + 120000,
      'succeeded', ${sql.lit(nowMs)} - n * 60000::bigint from generate_series(1, 20000) n`.execute(db);
  await sql`insert into audit (at_ms, who, what, terminal_id, detail)
    select ${sql.lit(nowMs)} - n * 60000::bigint, 'anna', 'command', 1 + n % 2000, '{"id":"' || lpad(to_hex(n), 32, '0') || '","verb":"read_state"}'
    from generate_series(1, 20000) n`.execute(db);
  await sql`insert into incidents (id, tenant, fault, concerns, began_ms, updated_ms, ended_ms, affected, total, confidence, detail)
    select 'incident-' || n, 'acme', 'cell.carrier_outage', '{"carrier":"46000"}', ${sql.lit(nowMs)} - n * 3600000::bigint, ${sql.lit(nowMs)},
      case when n > 2 then ${sql.lit(nowMs)} - n * 3500000::bigint end, 900, 1000, 0.9,
      (select json_build_object('members', json_agg(id))::text from terminals where id <= 900) from generate_series(1, 20) n`.execute(
    db,
  );
}

export interface Filled {
  readonly samples: number;
  readonly bytes: number;
}

/** What is there. */
export async function look({ db }: Store): Promise<Filled> {
  const { rows } = await sql<{ bytes: number; samples: number }>`select pg_database_size(current_database()) as bytes,
    (select sum(reltuples)::bigint from pg_class where relname like 'samples%' and relkind = 'r') as samples`.execute(
    db,
  );
  return { samples: Number(rows[0]?.samples ?? 0), bytes: Number(rows[0]?.bytes ?? 0) };
}

export async function fill(store: Store, size: Size, say: (line: string) => void): Promise<Filled> {
  const { db } = store;
  const nowMs = Date.now();
  await makeRoom(store, { records: 30, samples: size.days, cases: 400 }, nowMs);
  await fillTerminals(store, size, nowMs);
  await fillCases(store, size, nowMs);
  await fillDeeds(store, nowMs);
  say("terminals, cases and what people did are there");
  const today = Math.floor(nowMs / dayMs) * dayMs;
  let samples = 0;
  for (let day = size.days - 1; day >= 0; day -= 1) {
    samples += await fillDay(store, size, today - day * dayMs);
    if (day % 5 === 0) say(`${size.days - day} of ${size.days} days, ${samples} samples`);
  }
  await sql`analyze`.execute(db);
  return { samples, bytes: (await look(store)).bytes };
}
