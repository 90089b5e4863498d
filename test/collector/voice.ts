/** A terminal's messages, as its uplink would send them, for collectors that are tested without one. */
import type { Case, CaseEvent } from "../../src/model/case.ts";
import type { Body, ClockQuality, FaultSet, TerminalIdentity } from "../../src/model/record.ts";
import { encodeAlive, encodeBirth, encodeFaultSet, encodeReport } from "../../src/report/encode.ts";
import type { Message } from "../../src/uplink/link.ts";
import { type Leaf, topicOf } from "../../src/uplink/topics.ts";
import { pulledSim, terminal as sample } from "../report/samples.ts";

export interface Voice {
  readonly terminal: TerminalIdentity;
  readonly boot: string;
  birth(firstSeq: number, nextSeq?: number): Message;
  alive(online: boolean, session: number): Message;
  report(seq: number, body: Body, leaf?: Leaf): Message;
  caseReport(seq: number, kind: CaseEvent["kind"], subject?: Case): Message;
  faults(set: Omit<FaultSet, "boot">): Message;
}

export interface VoiceOptions {
  readonly serial?: string;
  readonly boot?: string;
  readonly place?: TerminalIdentity["place"];
  readonly standing?: Pick<TerminalIdentity, "dataPack" | "dataGivenUp" | "configFellBack">;
  /** Wall clock of now, and how good it is. */
  readonly wallMs?: () => number;
  readonly clock?: ClockQuality;
  /** Monotonic clock of now. */
  readonly monoMs?: () => number;
}

export const monoMs = 3_605_250;

export function createVoice(options: VoiceOptions = {}): Voice {
  const { serial = sample.serial, boot = "0123456789abcdef", clock = "ntp", place, standing } = options;
  const terminal = { ...sample, serial, ...(place ? { place } : {}), ...standing };
  const now = () => ({
    wallMs: (options.wallMs ?? Date.now)(),
    monoMs: (options.monoMs ?? (() => monoMs))(),
    clock,
  });
  const said = (leaf: Leaf, payload: Uint8Array): Message => ({
    topic: topicOf(terminal, leaf),
    payload,
    retained: false,
  });
  const report: Voice["report"] = (seq, body, leaf = "up/evt") =>
    said(leaf, encodeReport({ stamp: { boot, seq, ...now() }, body }));
  return {
    ...{ terminal, boot, report },
    birth: (firstSeq, nextSeq = firstSeq) =>
      said("state/birth", encodeBirth({ boot, terminal, firstSeq, nextSeq }, now())),
    alive: (online, session) => said("state/alive", encodeAlive({ online, session, boot }, now())),
    caseReport: (seq, kind, subject = pulledSim) =>
      report(seq, { kind: "case", event: { kind, atMs: 3_605_000, case: subject }, snapshot: [] }),
    faults: (set) => said("state/faults", encodeFaultSet({ boot, ...set }, now())),
  };
}
