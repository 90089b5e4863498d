/** Every way in and out of the agent, each as a function: what comes out at the other end, or nothing. */
import { Socket } from "node:net";
import { namesOf } from "../../../src/agent/state-messages.ts";
import { isAgentError } from "../../../src/base/errors.ts";
import { createLog } from "../../../src/base/log.ts";
import { type CardDataGuard, createCardDataGuard } from "../../../src/card-data/guard.ts";
import { examine } from "../../../src/ipc/examine.ts";
import { createMouth } from "../../../src/ipc/mouth.ts";
import { createPeer } from "../../../src/ipc/peer.ts";
import { createTally } from "../../../src/ipc/tally.ts";
import { encodeBirth, encodeReport } from "../../../src/report/encode.ts";
import { status } from "../../ipc/bench.ts";
import { pulledSim, reportOf, stamp, terminal } from "../../report/samples.ts";
import { VirtualClock } from "../virtual-clock.ts";

export const wayNames = ["door", "log", "record", "state", "answer"] as const;
export type Way = (typeof wayNames)[number];

/** Values with names stand in messages, lines and answers; the other ways carry texts. */
export const waysOfValues: readonly Way[] = ["door", "log", "answer"];

export interface Ways {
  readonly guard: CardDataGuard;
  /** What left, as text; `undefined` when it was refused or withheld. */
  send(way: Way, value: unknown): string | undefined;
}

/** What a log line may hold of it: a scalar as it is, anything else as JSON. */
function fieldsOf(value: unknown): Record<string, string | number | boolean> {
  const flat = (item: unknown) =>
    typeof item === "string" || typeof item === "number" || typeof item === "boolean" ? item : JSON.stringify(item);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { said: flat(value) };
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, flat(item)]));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function record(text: string): string | undefined {
  try {
    const verdict = { ...pulledSim.verdict, evidence: [{ id: text, readings: [], weight: 1 }] };
    return Buffer.from(encodeReport(reportOf({ ...pulledSim, verdict }))).toString("utf8");
  } catch (error) {
    if (isAgentError(error)) return undefined;
    throw error;
  }
}

function createAnswer(cardData: CardDataGuard): (value: unknown) => string | undefined {
  let sent: string | undefined;
  const mouth = createMouth(
    (_, __, data) => {
      sent = JSON.stringify(data);
    },
    { tally: createTally(), cardData },
  );
  const peer = createPeer(new Socket(), 0);
  return (value) => {
    sent = undefined;
    const said = { ...status, modem: { ...status.modem, unknown: [textOf(value)] } };
    mouth.answer(peer, { request: 1, status: Object.assign(said, { more: value }) });
    return sent;
  };
}

export function createWays(): Ways {
  const guard = createCardDataGuard();
  const clock = new VirtualClock();
  let line = "";
  const log = createLog({
    clock,
    threshold: "debug",
    write: (text) => {
      line = text;
    },
    mayWrite: (said) => guard.passes("log", said),
  });
  const answer = createAnswer(guard);
  let number = 0;
  const ways: Record<Way, (value: unknown) => string | undefined> = {
    door: (value) => {
      const data = typeof value === "object" && value !== null ? value : { signal: "txn.rc", value };
      const examined = examine(JSON.stringify({ type: "posdiag.tell", data }));
      return examined.kind === "clean" ? examined.frame : undefined;
    },
    log: (value) => {
      // Another name each time: repeats are held back.
      number += 1;
      log("notice", `event${number}`, fieldsOf(value));
      return line;
    },
    record: (value) => record(textOf(value)),
    state: (value) => {
      const modem = namesOf({ manufacturer: "Quectel", model: textOf(value), revision: "R1" }, guard);
      const birth = { boot: stamp.boot, terminal: { ...terminal, modem }, firstSeq: 1, nextSeq: 1 };
      return Buffer.from(encodeBirth(birth, stamp)).toString("utf8");
    },
    answer,
  };
  return { guard, send: (way, value) => ways[way](value) };
}
