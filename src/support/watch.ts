/** Listens to terminals at a broker for as long as asked, connecting again whenever the connection is gone. */
import { type Backoff, createBackoff } from "../base/backoff.ts";
import type { Clock } from "../base/clock.ts";
import type { Random } from "../base/random.ts";
import { encodeAck } from "../report/encode.ts";
import type { LinkFailure } from "../uplink/failure.ts";
import type { Link } from "../uplink/link.ts";
import type { BrokerAccess } from "../uplink/options.ts";
import { topicOf, upFilters } from "../uplink/topics.ts";
import { type Confirmations, createConfirmations } from "./confirmations.ts";
import { dial } from "./dial.ts";
import { type Heard, open } from "./inbox.ts";

export interface WatchOptions {
  readonly broker: BrokerAccess;
  /** Of one tenant, of one terminal; of all when nothing is said. */
  readonly tenant?: string | undefined;
  readonly serial?: string | undefined;
  /** Tell terminals what has come, as a collector does, so that they may free it. */
  readonly ack: boolean;
  readonly clock: Clock;
  readonly random: Random;
  onHeard(heard: Heard): void;
  /** It listens from now on over this connection. */
  onOpen?(link: Link): void;
  onState(state: "connected" | LinkFailure): void;
}

type Watching = WatchOptions & { readonly confirmations: Confirmations };

const keepaliveS = 60;
/** A terminal that is away for longer sends again anyway. */
const ackExpiryS = 86_400;
const retry = { floorMs: 500, firstMs: 1_000, limitMs: 30_000 };

/** Lost, it is said again when the report comes again. */
function confirm(link: Link, heard: Heard, confirmations: Confirmations): void {
  const ack = confirmations.hear(heard);
  if (!ack || !heard.from) return;
  void link.publish({
    topic: topicOf(heard.from, "down/ack"),
    payload: encodeAck(ack),
    retain: false,
    expiryS: ackExpiryS,
  });
}

async function listen(link: Link, options: Watching, stop: AbortSignal): Promise<LinkFailure | undefined> {
  const { tenant, serial } = options;
  link.onMessage((message) => {
    const heard = open(message);
    options.onHeard(heard);
    if (options.ack) confirm(link, heard, options.confirmations);
  });
  const filters = upFilters({ ...(tenant !== undefined && { tenant }), ...(serial !== undefined && { serial }) });
  if ((await link.subscribe(filters)).length < filters.length) return { kind: "closed", code: "subscription_refused" };
  options.onState("connected");
  options.onOpen?.(link);
  const stopped = new Promise<undefined>((resolve) => {
    if (stop.aborted) resolve(undefined);
    stop.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  return Promise.race([link.closed, stopped]);
}

async function serve(options: Watching, backoff: Backoff, stop: AbortSignal): Promise<void> {
  const { broker, clock, random } = options;
  const clientId = `posdiag-support-${Math.floor(random() * 2 ** 32).toString(16)}`;
  const link = await dial({ broker, clock, clientId, keepaliveS }, stop);
  if ("kind" in link) {
    if (!stop.aborted) options.onState(link);
    return;
  }
  const failure = await listen(link, options, stop);
  backoff.reset();
  if (failure) options.onState(failure);
  await link.end();
}

/** Runs until `stop` aborts. */
export async function watch(options: WatchOptions, stop: AbortSignal): Promise<void> {
  const backoff = createBackoff(retry, options.random);
  const confirmations = createConfirmations();
  while (!stop.aborted) {
    await serve({ ...options, confirmations }, backoff, stop);
    await options.clock.sleep(backoff.next(), stop);
  }
}
