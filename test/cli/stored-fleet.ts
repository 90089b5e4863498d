/** Three terminals as a collector writes them: one without its SIM card and without a way, one that is well, one of another tenant. */
import type { CaseDetail } from "../../src/store/case-detail.ts";
import type { Store } from "../../src/store/store.ts";

export const nowMs = 1_795_000_000_000;

const detail: CaseDetail = {
  party: ["merchant"],
  evidence: [
    {
      id: "sim_absent",
      weight: 6.72,
      readings: [{ signal: "sim.state", value: "absent", atMs: 3_604_100, quality: "ok" }],
    },
  ],
  ruledOut: [{ because: "sim_absent", holds: true, faults: ["sim.pin_locked", "modem.hung"], readings: [] }],
  snapshot: [],
};

async function addTerminal({ db }: Store, serial: string, more: Readonly<Record<string, string | number>> = {}) {
  const row = { tenant: "acme", serial, seen_ms: nowMs - 5_000, changed_ms: nowMs - 5_000, online: 1, ...more };
  const { id } = await db.insertInto("terminals").values(row).returning("id").executeTakeFirstOrThrow();
  return id;
}

export async function addCase({ db }: Store, terminal: number, more: Readonly<Record<string, string | number>> = {}) {
  const times = { opened_ms: nowMs - 720_000, changed_ms: nowMs - 60_000 };
  const verdict = { fault: "sim.absent", family: "sim", severity: 4, probability: 0.9995, occurrence: 2, seq: 17 };
  const row = { terminal_id: terminal, boot: "0123456789abcdef", case_id: 1, ...times, ...verdict };
  await db
    .insertInto("cases")
    .values({ ...row, detail: JSON.stringify(detail), ...more })
    .execute();
}

export async function addFleet(store: Store): Promise<void> {
  const place = { shop: "s-1", region: "Pudong", carrier: "46000", agent_version: "0.1.0" };
  const open = { open_cases: 2, severity: 4, top_fault: "sim.absent", top_probability: 0.9995, online: 0 };
  const modem = { modem_manufacturer: "Quectel", modem_model: "EC25", waiting: 3, dropped: 0 };
  const failing = await addTerminal(store, "SN-1", { ...place, ...open, ...modem });
  await addTerminal(store, "SN-2", { ...place, carrier: "46001" });
  await addTerminal(store, "SN-2", { tenant: "other", severity: 1, open_cases: 1 });
  await addCase(store, failing);
  const paper = { fault: "printer.paper_out", family: "printer", severity: 2, probability: 0.97 };
  await addCase(store, failing, { ...paper, case_id: 2, opened_ms: nowMs - 90_000 });
  const before = { opened_ms: nowMs - 90_000_000, closed_ms: nowMs - 86_400_000 };
  await addCase(store, failing, { fault: "host.down", family: "host", case_id: 3, ...before });
  await store.db
    .insertInto("boots")
    .values({
      ...{ terminal_id: failing, boot: "0123456789abcdef", base: 0, up_to: 3, last_seq: 12, came: "1-3,7,9-10,12" },
      ...{ dropped: '{"metric":{"runs":[[11,11]],"rests":[]}}', updated_ms: nowMs, clock_rank: 0, offset_ms: null },
    })
    .execute();
  await store.db
    .insertInto("commands")
    .values({
      ...{ id: "0f1e2d3c".repeat(4), terminal_id: failing, verb: "diagnose", who: "anna" },
      ...{ state: "refused", reason: "payment_running", updated_ms: nowMs - 1_000 },
    })
    .execute();
  await store.db
    .insertInto("incidents")
    .values({
      ...{ id: "i-1", tenant: "acme", fault: "cell.carrier_outage", concerns: '{"carrier":"46000"}' },
      ...{ began_ms: nowMs - 600_000, updated_ms: nowMs, ended_ms: null, affected: 1, total: 2, confidence: 0.9 },
      detail: JSON.stringify({ members: [failing] }),
    })
    .execute();
}
