/**
 * What is said over one connection: who we are, that we are there, every open fault; then the outbox, on two lanes beside
 * each other: what is new, and history. On each one record at a time, so that the order holds and at most two are in doubt
 * when the link breaks.
 */
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { DataRung, UseKind } from "../model/data-use.ts";
import type { WaitingRecord } from "../outbox/outbox.ts";
import { decodeAck } from "../report/decode.ts";
import type { Bell } from "./bell.ts";
import type { LinkFailure } from "./failure.ts";
import type { KeepAlive } from "./keep-alive.ts";
import type { Link, Message, Outward, PublishOutcome } from "./link.ts";
import type { UplinkOptions } from "./options.ts";
import type { Lane, Outgoing } from "./outgoing.ts";
import { ping } from "./ping.ts";
import { type Leaf, leafOf, topicOf } from "./topics.ts";
import { createWindow, type Window } from "./window.ts";

/** Makes the retained states, as they are at the moment of asking. */
export interface Greetings {
  birth(): Uint8Array;
  alive(online: boolean, session: number): Uint8Array;
  faultSet(): Uint8Array;
}

/** What came on `down/cmd` or `down/hint`. Whether it may be obeyed or believed is not the uplink's to judge. */
export interface Downward {
  readonly payload: Uint8Array;
  /** Kept by the broker from before this connection. */
  readonly retained: boolean;
}

export interface SessionParts {
  readonly link: Link;
  readonly session: number;
  readonly options: UplinkOptions;
  readonly greetings: Greetings;
  readonly outgoing: Outgoing;
  /** One for each lane. */
  readonly bells: Readonly<Record<Lane, Bell>>;
  readonly keepAlive: KeepAlive;
  readonly clock: Clock;
  readonly log: Log;
  /** What may be sent now. On the lowest rung the session ends when that is done. */
  rung(): DataRung;
  /** What the wire carries from now on is for this. */
  account(kind: UseKind): void;
  /** True once after each change of the fault set. */
  takeFaultSetChange(): boolean;
  /** Likewise of who the terminal is. */
  takeBirthChange(): boolean;
  /** Where it is given, `down/cmd` is subscribed. It must not throw. */
  readonly onCommand?: ((command: Downward) => void) | undefined;
  /** Likewise `down/hint`. */
  readonly onHint?: ((hint: Downward) => void) | undefined;
  onGreeted(): void;
  onSent(outcome: "acked" | "refused"): void;
}

/** A link that says nothing does not keep the agent from stopping. */
const stopGraceMs = 3_000;
/** On the lowest rung more than so many records wait for the next day. */
const mostOfASnapshot = 64;
const setPatienceMs = 3_600_000;
const lookMs = 60_000;

interface Talk extends SessionParts {
  readonly window: Window;
  readonly over: AbortController;
  sent: number;
  /** When the fault set was last sent. */
  setAtMs: number;
}

/** Runs until the link is closed, and says why; undefined when it was ended because `stop` aborted, or all is said. */
export async function runSession(parts: SessionParts, stop: AbortSignal): Promise<LinkFailure | undefined> {
  const { link, clock } = parts;
  const talk: Talk = { ...parts, window: createWindow(link.window), over: new AbortController(), sent: 0, setAtMs: 0 };
  const { over } = talk;
  let failure: LinkFailure | undefined;
  void link.closed.then((reason) => {
    failure = reason;
    over.abort();
  });
  over.signal.addEventListener("abort", () => ring(parts));
  const ended = new AbortController();
  const leave = () => {
    over.abort();
    void clock.sleep(stopGraceMs, ended.signal).then(() => link.drop());
  };
  stop.addEventListener("abort", leave);
  if (stop.aborted) leave();
  try {
    const refusal = await greet(talk);
    if (!refusal) await Promise.all([speak(talk, "live"), speak(talk, "history"), ping(talk, over.signal)]);
    if (refusal || failure) return refusal ?? failure;
    await state(talk, "state/alive", parts.greetings.alive(false, parts.session));
    return undefined;
  } finally {
    stop.removeEventListener("abort", leave);
    await link.end();
    ended.abort();
  }
}

function ring({ bells }: SessionParts): void {
  bells.live.ring();
  bells.history.ring();
}

/** Resolves to why the session cannot go on, if it cannot. */
async function greet(talk: Talk): Promise<LinkFailure | undefined> {
  const { link, greetings, session, outgoing, onGreeted } = talk;
  outgoing.begin();
  talk.takeFaultSetChange();
  talk.takeBirthChange();
  link.onMessage((message) => hear(talk, message));
  if (!(await listen(talk))) {
    link.drop();
    return { kind: "authentication", code: "subscribe" };
  }
  // In this order, but without waiting between them: each wait would cost segments of its own.
  const said = await Promise.all([
    state(talk, "state/birth", greetings.birth()),
    state(talk, "state/alive", greetings.alive(true, session)),
    state(talk, "state/faults", greetings.faultSet()),
  ]);
  if (said.includes(false)) return link.closed;
  talk.setAtMs = talk.clock.monoMs();
  onGreeted();
  return undefined;
}

/** False when the collector's receipts may not be heard, without which nothing would ever be freed. */
async function listen({ link, options, onCommand, onHint, log }: Talk): Promise<boolean> {
  const topic = (leaf: Leaf) => topicOf(options, leaf);
  const [ack, command, hint] = [topic("down/ack"), topic("down/cmd"), topic("down/hint")];
  const wanted = [
    ...(options.ack === "collector" ? [ack] : []),
    ...(onCommand ? [command] : []),
    ...(onHint ? [hint] : []),
  ];
  if (wanted.length === 0) return true;
  const granted = await link.subscribe(wanted);
  if (onCommand && !granted.includes(command)) log("warning", "uplink.commands_refused");
  if (onHint && !granted.includes(hint)) log("warning", "uplink.hints_refused");
  return options.ack !== "collector" || granted.includes(ack);
}

/** One message at a time within the broker's window; what it costs is booked as `kind`. */
async function say({ link, window, account }: Talk, kind: UseKind, message: Outward): Promise<PublishOutcome> {
  await window.enter();
  account(kind);
  const outcome = await link.publish(message);
  account("session");
  window.leave();
  return outcome;
}

/** A retained message. False when the link is gone. */
async function state(talk: Talk, leaf: Leaf, payload: Uint8Array): Promise<boolean> {
  const outcome = await say(talk, "states", { topic: topicOf(talk.options, leaf), payload, retain: true });
  if (outcome.kind === "refused") talk.log("warning", "uplink.state_refused", { leaf, code: outcome.code });
  return outcome.kind !== "failed";
}

async function speak(talk: Talk, lane: Lane): Promise<void> {
  const { outgoing, bells, clock, over } = talk;
  while (!over.signal.aborted) {
    if (await turn(talk, lane)) continue;
    if (isDone(talk, lane)) over.abort();
    else await bells[lane].wait(clock, lane === "history" ? outgoing.historyDueInMs(talk.rung()) : liveWaitMs(talk));
  }
}

/** False when there is nothing to say now. */
async function turn(talk: Talk, lane: Lane): Promise<boolean> {
  if (lane === "live" && talk.takeBirthChange()) {
    await state(talk, "state/birth", talk.greetings.birth());
    return true;
  }
  if (lane === "live" && isSetDue(talk) && talk.takeFaultSetChange()) {
    talk.setAtMs = talk.clock.monoMs();
    await state(talk, "state/faults", talk.greetings.faultSet());
    return true;
  }
  const rung = talk.rung();
  const record = rung === "snapshot" && talk.sent >= mostOfASnapshot ? undefined : talk.outgoing.next(lane, rung);
  if (record) await send(talk, lane, record);
  return record !== undefined;
}

/** Below the highest rung the events have to do: the set, which tells the same, waits for more changes. */
function isSetDue({ rung, clock, setAtMs }: Talk): boolean {
  return rung() === "full" || clock.monoMs() - setAtMs >= setPatienceMs;
}

function liveWaitMs({ rung }: Talk): number | undefined {
  return rung() === "full" ? undefined : lookMs;
}

/** The lane of history is the last to have something to say. */
function isDone({ rung, outgoing, sent }: Talk, lane: Lane): boolean {
  return lane === "history" && rung() === "snapshot" && (sent >= mostOfASnapshot || !outgoing.isBusy());
}

async function send(talk: Talk, lane: Lane, record: WaitingRecord): Promise<void> {
  const { options, outgoing, onSent, log } = talk;
  const { payload, boot, seq } = record;
  const live = lane === "live";
  const topic = topicOf(options, live ? leafOf[record.class] : "up/hist");
  const outcome = await say(talk, live ? record.class : "history", { topic, payload, retain: false });
  if (outcome.kind === "failed") return;
  talk.sent += 1;
  onSent(outcome.kind);
  if (outcome.kind === "acked") return outgoing.took(record);
  log("warning", "uplink.record_refused", { boot, seq, code: outcome.code });
  outgoing.refused(record);
}

function hear(talk: Talk, { topic, payload, retained }: Message): void {
  const { options, outgoing, log, onCommand, onHint } = talk;
  if (topic === topicOf(options, "down/cmd")) return void onCommand?.({ payload, retained });
  if (topic === topicOf(options, "down/hint")) return void onHint?.({ payload, retained });
  if (topic !== topicOf(options, "down/ack")) return;
  const ack = decodeAck(payload);
  if (ack.kind === "refused") log("warning", "uplink.ack_unreadable", { reason: ack.reason });
  else outgoing.confirmed(ack.value);
  ring(talk);
}
