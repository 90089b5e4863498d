/** One report of a pulled SIM, as the model holds it. */
import type { Case, CaseEvent } from "../../src/model/case.ts";
import type { Hint } from "../../src/model/hint.ts";
import type { Measures } from "../../src/model/measures.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import type { FaultSet, Report, Stamp, TerminalIdentity } from "../../src/model/record.ts";

export const stamp: Stamp = {
  boot: "0123456789abcdef",
  seq: 17,
  wallMs: 1_795_000_000_123,
  monoMs: 3_605_250,
  clock: "ntp",
};

export const terminal: TerminalIdentity = {
  tenant: "shop-8",
  serial: "SN-0042",
  agentVersion: "0.1.0",
  catalogueHash: "9f2c",
  modem: { manufacturer: "Quectel", model: "EC25", revision: "EC25EFAR06A06M4G" },
};

const simAbsent = reading("sim.state", "absent", 3_604_100);
const unregistered = reading("modem.reg_state", "unregistered", 3_604_900);
export const weakSignal = reading("modem.rsrp_dbm", -88.5, 3_600_000);

export const pulledSim: Case = {
  id: 1,
  verdict: {
    fault: "sim.absent",
    probability: 0.9995,
    severity: "critical",
    party: ["merchant"],
    evidence: [
      { id: "sim_absent", readings: [simAbsent], weight: 6.72 },
      { id: "registration_lost", readings: [unregistered], weight: 0.19 },
    ],
  },
  ruledOut: [
    { fault: "sim.pin_locked", because: "sim_absent", holds: true, readings: [simAbsent] },
    { fault: "modem.hung", because: "sim_absent", holds: true, readings: [simAbsent] },
  ],
  openedAtMs: 3_605_000,
  changedAtMs: 3_605_000,
  occurrence: 1,
};

export function eventOf(subject: Case, kind: CaseEvent["kind"] = "opened"): CaseEvent {
  return { kind, atMs: 3_605_000, case: subject };
}

export function reportOf(subject: Case = pulledSim, snapshot: readonly Reading[] = []): Report {
  return { stamp, body: { kind: "case", event: eventOf(subject), snapshot } };
}

export const faultSet: FaultSet = { boot: stamp.boot, epoch: 3, coversSeq: 17, cases: [pulledSim] };

/** An hour of a usual terminal. */
export const measures: Measures = {
  spanS: 3_600,
  signals: [
    { signal: "modem.rsrp_dbm", low: -104, mean: -97.6, high: -91, count: 60 },
    { signal: "modem.sinr_db", low: 3, mean: 11.4, high: 19, count: 60 },
    { signal: "host.resp_ms", low: 412, mean: 786.3, high: 2_310, count: 9 },
    { signal: "power.battery_pct", low: 71, mean: 83.4, high: 96, count: 12 },
    { signal: "power.temp_c", low: 31.5, mean: 33.1, high: 36, count: 12 },
  ],
  payments: { approved: 8, refused: 1, unanswered: 0, unsent: 1 },
  issuers: [
    { issuer: "bankA", approved: 5, refused: 0 },
    { issuer: "bankB", approved: 3, refused: 1 },
  ],
  reads: [
    { way: "chip", ok: 4, failed: 1 },
    { way: "contactless", ok: 6, failed: 0 },
  ],
};

export const hint: Hint = {
  tenant: "shop-8",
  id: "00112233aabbccdd",
  issuedS: 1_795_000_000,
  untilS: 1_795_000_900,
  concerns: { carrier: "46000" },
  confidence: 0.97,
  figures: [
    { signal: "fleet.same_carrier_fail_pct", value: 82 },
    { signal: "fleet.other_carrier_fail_pct", value: 0 },
    { signal: "fleet.same_shop_fail", value: "3/4" },
  ],
};
