/** The collector: what terminals say at a broker goes into the database, each report once, and is confirmed to them when it is there. */
import type { KeyObject } from "node:crypto";
import { type Backoff, createBackoff } from "../base/backoff.ts";
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Random } from "../base/random.ts";
import { encodeAck } from "../report/encode.ts";
import type { Keep } from "../store/days.ts";
import type { Store } from "../store/store.ts";
import type { LinkFailure } from "../uplink/failure.ts";
import type { Message } from "../uplink/link.ts";
import type { BrokerAccess } from "../uplink/options.ts";
import { topicOf } from "../uplink/topics.ts";
import { judge } from "./arrival.ts";
import type { Written } from "./batch.ts";
import { dial } from "./dial.ts";
import { type HintToSend, keepFleetDuty } from "./fleet-duty.ts";
import { createHintPost } from "./hint-post.ts";
import type { Intake, RetainHandling } from "./intake.ts";
import { readKeptStates } from "./kept-states.ts";
import { createNoteBook } from "./note-book.ts";
import { createPost, type Post } from "./post.ts";
import { createQueue, type Queue } from "./queue.ts";
import { keepRetention, makeRoomInTurn } from "./retention.ts";
import type { Tally } from "./tally.ts";
import { createWriter, type Writer } from "./writer.ts";

export interface CollectorOptions {
  readonly broker: BrokerAccess;
  readonly store: Store;
  readonly keep: Keep;
  /** Collectors of one group share the work. */
  readonly group: string;
  /** Of this collector among those of its group: the broker keeps for it what comes while it is away. */
  readonly name?: string | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly tally: Tally;
  /** Signs what is said to terminals of the fleet; without it nothing is said. */
  readonly key?: KeyObject | undefined;
  onState?(state: "connected" | LinkFailure): void;
}

interface Running extends CollectorOptions {
  /** This process, for the broker and for leases. */
  readonly holder: string;
  readonly queue: Queue;
  readonly post: Post;
  /** Writes and confirms what is in hand. */
  drain(): Promise<void>;
}

/** Unacknowledged at a time: two batches, of which one is written while the next comes. */
const receiveMaximum = 1_000;
/** In MQTT 3.1.1 nothing but this holds back what comes. */
const queueBounds = { messages: 2_000, bytes: 64_000_000 };
const sessionS = 3_600;
/** A terminal that is away for longer sends again anyway. */
const ackExpiryS = 86_400;
const retry = { floorMs: 500, firstMs: 1_000, limitMs: 30_000 };
const drainMs = 5_000;
const leaves = ["up/+", "state/+"];

/**
 * What is retained comes over a subscription of its own (readStates), or not at all where a session goes on. Said to the broker too: Mosquitto before
 * 2.0.13 sends it on a shared subscription against MQTT 5.0 section 4.8.2, all of it, each time that a collector is back.
 */
const retainedFor = (intake: Intake): RetainHandling => (intake.isShared ? "none" : "if_new");

function filtersFor(intake: Intake, group: string): readonly string[] {
  const own = leaves.map((leaf) => `pos/v1/+/+/${leaf}`);
  return intake.isShared ? own.map((filter) => `$share/${group}/${filter}`) : own;
}

function confirm(post: Post, { receipts }: Written): void {
  for (const { boot, seq, ...terminal } of receipts) {
    const topic = topicOf(terminal, "down/ack");
    post.send(`${topic} ${boot}`, { topic, payload: encodeAck({ boot, seq }), retain: false, expiryS: ackExpiryS });
  }
}

const receiver =
  ({ clock, queue, tally }: Running) =>
  (message: Message, release: () => void): Promise<void> | undefined => {
    tally.received += 1;
    return queue.add({ judged: judge(message, clock.wallMs()), bytes: message.payload.length, release });
  };

/** What the broker has kept is read once where nothing was kept for us; over a shared subscription it does not come. */
async function readStates(running: Running, stop: AbortSignal): Promise<void> {
  const { broker, clock, holder, log } = running;
  const options = { broker, clock, clientId: `${holder}-states`, onMessage: receiver(running) };
  const count = await readKeptStates(options, stop);
  if (count !== undefined) log("info", "collector.states_read", { count });
}

async function listen(intake: Intake, running: Running, stop: AbortSignal): Promise<LinkFailure | undefined> {
  const { group, post, tally, onState = () => {} } = running;
  if (!(await intake.subscribe(filtersFor(intake, group), retainedFor(intake))))
    return { kind: "closed", code: "subscription_refused" };
  tally.connected = true;
  post.use(intake);
  onState("connected");
  void intake.keepAlive();
  const over = new AbortController();
  const reading =
    intake.isShared && !intake.isResumed ? readStates(running, AbortSignal.any([stop, over.signal])) : undefined;
  const stopped = new Promise<undefined>((resolve) => {
    if (stop.aborted) resolve(undefined);
    stop.addEventListener("abort", () => resolve(undefined), { once: true, signal: over.signal });
  });
  const failure = await Promise.race([intake.closed, stopped]);
  over.abort();
  await reading;
  return failure;
}

/** One link, from the first to the last. At the end what is in hand is written and confirmed. */
async function serve(running: Running, backoff: Backoff, stop: AbortSignal): Promise<void> {
  const { broker, clock, holder, name, tally, post, onState = () => {} } = running;
  const own = { clientId: holder, sessionS: name === undefined ? 0 : sessionS, receiveMaximum };
  const result = await dial({ broker, clock, ...own, onMessage: receiver(running) }, stop);
  if (result.kind === "failed") {
    if (!stop.aborted) onState(result.failure);
    return;
  }
  const { intake } = result;
  const failure = await listen(intake, running, stop);
  backoff.reset();
  if (failure) onState(failure);
  else {
    if (name === undefined) await intake.unsubscribe(filtersFor(intake, running.group));
    await running.drain();
  }
  post.use(undefined);
  tally.connected = false;
  await intake.end();
}

function postOf(tally: Tally): Post {
  return createPost({
    onSent: () => {
      tally.receipts += 1;
    },
    onDropped: () => {
      tally.receiptsDropped += 1;
    },
  });
}

/** Without a key incidents are seen all the same, and no terminal is told. */
function hintsOf({ key, clock, log, tally }: CollectorOptions, post: Post): (hints: readonly HintToSend[]) => void {
  if (!key) {
    log("notice", "collector.no_hints", { why: "no_key" });
    return () => {};
  }
  const onSent = (count: number) => {
    tally.hints += count;
  };
  return createHintPost({ key, clock, post, onSent });
}

/** What is written when nothing more comes; not for ever. */
const drainOf =
  ({ clock }: CollectorOptions, writer: Writer, { writing, post }: { writing: Promise<void>; post: Post }) =>
  async (): Promise<void> => {
    const enough = new AbortController();
    const rest = writing.then(() => writer.drain(enough.signal)).then(() => post.idle());
    await Promise.race([rest, clock.sleep(drainMs, enough.signal)]);
    enough.abort();
  };

/** Runs until `stop` aborts, and then until what is in hand is written. */
export async function collect(options: CollectorOptions, stop: AbortSignal): Promise<void> {
  const { clock, random, store, keep, log, tally, name } = options;
  const unique = name ?? Math.floor(random() * 2 ** 48).toString(36);
  const holder = `posdiag-collector-${options.group}-${unique}`;
  const [queue, post] = [createQueue(queueBounds), postOf(tally)];
  const onHints = hintsOf(options, post);
  const duties = { store, keep, holder, clock, random, log };
  await makeRoomInTurn(duties, stop).catch(() => log("warning", "collector.no_room"));
  const writer = createWriter({
    ...{ store, keep, queue, tally, clock, random, log, notes: createNoteBook() },
    onWritten: (written) => confirm(post, written),
    onFailure: () => makeRoomInTurn(duties, stop).catch(() => {}), // Said already: the same database.
  });
  const writing = writer.run(stop);
  const others = [keepRetention(duties, stop), keepFleetDuty({ ...duties, onHints }, stop)];
  const running = { ...options, holder, queue, post, drain: drainOf(options, writer, { writing, post }) };
  const backoff = createBackoff(retry, random);
  while (!stop.aborted) {
    await serve(running, backoff, stop);
    await clock.sleep(backoff.next(), stop);
  }
  await Promise.all([writing, ...others]);
}
