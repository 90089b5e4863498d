/** What one of many terminals says: messages of the usual sizes, made by the real encoder. */
import type { Heartbeat } from "../../../src/model/data-use.ts";
import { encodeAlive, encodeBirth, encodeFaultSet, encodeReport } from "../../../src/report/encode.ts";
import type { Message } from "../../../src/uplink/link.ts";
import { type Leaf, topicOf } from "../../../src/uplink/topics.ts";
import { measures, pulledSim, terminal as sample } from "../../report/samples.ts";

export const tenant = "bench";
export const serialOf = (at: number): string => `B-${String(at + 1).padStart(6, "0")}`;
/** One boot each, the same in every run. */
export const bootOf = (at: number): string => (at + 1).toString(16).padStart(16, "0");

const heartbeat: Heartbeat = {
  ...{ uptimeS: 86_400, rssKb: 63_000, waiting: 1, dropped: 0, keepaliveS: 900 },
  data: {
    ...{ rung: "full", reason: "none", monthBytes: 700_000, dayBytes: 40_000, budgetBytes: 2_097_152 },
    uses: { session: { up: 400_000, down: 100_000 }, states: { up: 60_000, down: 8_000 } },
  },
};

export interface Speaker {
  report(kind: "measures" | "heartbeat" | "fault" | "start"): Message;
  faults(): Message;
  /** The will of the last connection, and the greetings of the next. */
  connect(firstSeq: number): readonly Message[];
}

export function speakerOf(at: number, seq: number): Speaker {
  const [serial, boot] = [serialOf(at), bootOf(at)];
  const place = { shop: `S${at % 30_000}`, region: `R${at % 31}`, carrier: `4600${at % 3}`, acquirer: `A${at % 5}` };
  const terminal = { ...sample, tenant, serial, place };
  const nowMs = Date.now();
  const moment = { wallMs: nowMs, monoMs: nowMs - 1_790_000_000_000, clock: "ntp" } as const;
  const stamp = { boot, seq, ...moment };
  const said = (leaf: Leaf, payload: Uint8Array): Message => ({
    topic: topicOf(terminal, leaf),
    payload,
    retained: false,
  });
  const times = { openedAtMs: moment.monoMs - 60_000, changedAtMs: moment.monoMs };
  const verdict = {
    ...pulledSim.verdict,
    evidence: pulledSim.verdict.evidence.map((each) => ({ ...each, readings: [] })),
  };
  const subject = { ...pulledSim, ...times, id: Math.ceil(seq / 2), verdict, ruledOut: [] };
  const kind = seq % 2 === 1 ? "opened" : "closed";
  const session = Math.floor(nowMs / 1_000);
  return {
    report: (what) => {
      if (what === "measures") return said("up/met", encodeReport({ stamp, body: { kind: "measures", measures } }));
      if (what === "heartbeat") return said("up/met", encodeReport({ stamp, body: { kind: "heartbeat", heartbeat } }));
      if (what === "start") return said("up/evt", encodeReport({ stamp, body: { kind: "started", terminal } }));
      const event = { kind, atMs: moment.monoMs, case: subject } as const;
      return said("up/evt", encodeReport({ stamp, body: { kind: "case", event, snapshot: [] } }));
    },
    faults: () => {
      const cases = kind === "opened" ? [subject] : [];
      return said("state/faults", encodeFaultSet({ boot, epoch: seq, coversSeq: seq, cases }, moment));
    },
    connect: (firstSeq) => [
      said("state/alive", encodeAlive({ online: false, session: session - 60, boot }, moment)),
      said("state/birth", encodeBirth({ boot, terminal, firstSeq, nextSeq: seq }, moment)),
      said("state/alive", encodeAlive({ online: true, session, boot }, moment)),
      said("state/faults", encodeFaultSet({ boot, epoch: seq, coversSeq: seq - 1, cases: [] }, moment)),
    ],
  };
}
