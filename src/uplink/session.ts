/**
 * What is said over one connection: who we are, that we are there, every open fault; then the outbox, one record at a
 * time, so that the order holds and at most one is in doubt when the link breaks.
 */
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { WaitingRecord } from "../outbox/outbox.ts";
import { decodeAck } from "../report/decode.ts";
import type { Bell } from "./bell.ts";
import type { LinkFailure } from "./failure.ts";
import type { Link, Message } from "./link.ts";
import type { UplinkOptions } from "./options.ts";
import type { Outgoing } from "./outgoing.ts";
import { type Leaf, topicOf } from "./topics.ts";

/** Makes the retained states, as they are at the moment of asking. */
export interface Greetings {
  birth(): Uint8Array;
  alive(online: boolean, session: number): Uint8Array;
  faultSet(): Uint8Array;
}

export interface SessionParts {
  readonly link: Link;
  readonly session: number;
  readonly options: UplinkOptions;
  readonly greetings: Greetings;
  readonly outgoing: Outgoing;
  readonly bell: Bell;
  readonly clock: Clock;
  readonly log: Log;
  /** True once after each change of the fault set. */
  takeFaultSetChange(): boolean;
  onGreeted(): void;
  onSent(outcome: "acked" | "refused"): void;
}

/** A link that says nothing does not keep the agent from stopping. */
const stopGraceMs = 3_000;

/** Runs until the link is closed, and says why; undefined when it was ended because `stop` aborted. */
export async function runSession(parts: SessionParts, stop: AbortSignal): Promise<LinkFailure | undefined> {
  const { link, bell, clock } = parts;
  const ended = new AbortController();
  let failure: LinkFailure | undefined;
  void link.closed.then((reason) => {
    failure = reason;
    bell.ring();
  });
  const leave = () => {
    bell.ring();
    void clock.sleep(stopGraceMs, ended.signal).then(() => link.drop());
  };
  stop.addEventListener("abort", leave);
  try {
    const refusal = await greet(parts);
    while (!refusal && !failure && !stop.aborted) await turn(parts);
    if (refusal || failure) return refusal ?? failure;
    await state(parts, "state/alive", parts.greetings.alive(false, parts.session));
    return undefined;
  } finally {
    stop.removeEventListener("abort", leave);
    await link.end();
    ended.abort();
  }
}

/** Resolves to why the session cannot go on, if it cannot. */
async function greet(parts: SessionParts): Promise<LinkFailure | undefined> {
  const { link, greetings, session, options, outgoing, onGreeted } = parts;
  outgoing.begin();
  parts.takeFaultSetChange();
  link.onMessage((message) => hear(parts, message));
  if (options.ack === "collector" && !(await link.subscribe([topicOf(options, "down/ack")]))) {
    link.drop();
    return { kind: "authentication", code: "subscribe" };
  }
  const said =
    (await state(parts, "state/birth", greetings.birth())) &&
    (await state(parts, "state/alive", greetings.alive(true, session))) &&
    (await state(parts, "state/faults", greetings.faultSet()));
  if (!said) return link.closed;
  onGreeted();
  return undefined;
}

/** A retained message. False when the link is gone. */
async function state({ link, options, log }: SessionParts, leaf: Leaf, payload: Uint8Array): Promise<boolean> {
  const outcome = await link.publish({ topic: topicOf(options, leaf), payload, retain: true });
  if (outcome.kind === "refused") log("warning", "uplink.state_refused", { leaf, code: outcome.code });
  return outcome.kind !== "failed";
}

async function turn(parts: SessionParts): Promise<void> {
  const { outgoing, greetings, bell, clock } = parts;
  if (parts.takeFaultSetChange()) return void (await state(parts, "state/faults", greetings.faultSet()));
  const record = outgoing.next();
  if (record) return send(parts, record);
  await bell.wait(clock, outgoing.dueInMs());
}

async function send({ link, options, outgoing, onSent, log }: SessionParts, record: WaitingRecord): Promise<void> {
  const { payload, boot, seq } = record;
  const outcome = await link.publish({ topic: topicOf(options, "up/evt"), payload, retain: false });
  if (outcome.kind === "failed") return;
  onSent(outcome.kind);
  if (outcome.kind === "acked") return outgoing.took(record);
  log("warning", "uplink.record_refused", { boot, seq, code: outcome.code });
  outgoing.refused(record);
}

function hear({ options, outgoing, bell, log }: SessionParts, { topic, payload }: Message): void {
  if (topic !== topicOf(options, "down/ack")) return;
  const ack = decodeAck(payload);
  if (ack.kind === "refused") log("warning", "uplink.ack_unreadable", { reason: ack.reason });
  else outgoing.confirmed(ack.value);
  bell.ring();
}
