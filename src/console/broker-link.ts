/** The console's own connection to the broker: there while something is to be said, and gone when nothing was for a while. */
import { type Backoff, createBackoff } from "../base/backoff.ts";
import type { Clock } from "../base/clock.ts";
import type { Random } from "../base/random.ts";
import { dial } from "../support/dial.ts";
import type { LinkFailure } from "../uplink/failure.ts";
import type { Link } from "../uplink/link.ts";
import type { BrokerAccess } from "../uplink/options.ts";

export interface BrokerLink {
  /** Undefined: it cannot be reached now; it is not tried before some time has passed. */
  open(stop: AbortSignal): Promise<Link | undefined>;
  /** Ends it when nothing was asked of it for so long. */
  rest(): Promise<void>;
  end(): Promise<void>;
}

export interface BrokerLinkOptions {
  readonly broker: BrokerAccess;
  readonly clock: Clock;
  readonly random: Random;
  onState(state: "connected" | LinkFailure): void;
}

/** The broker hears of us within this; what is idle for longer is closed before. */
const keepaliveS = 120;
const idleMs = 60_000;
const retry = { floorMs: 500, firstMs: 1_000, limitMs: 30_000 };

export function createBrokerLink(options: BrokerLinkOptions): BrokerLink {
  const { broker, clock, random, onState } = options;
  const backoff: Backoff = createBackoff(retry, random);
  let link: Link | undefined;
  let [usedMs, nextMs] = [0, 0];
  const end = async () => {
    const ending = link;
    link = undefined;
    await ending?.end();
  };
  const keep = (opened: Link) => {
    link = opened;
    backoff.reset();
    onState("connected");
    void opened.closed.then((failure) => {
      if (link !== opened) return;
      link = undefined;
      onState(failure);
    });
  };
  return {
    open: async (stop) => {
      usedMs = clock.monoMs();
      if (link) return link;
      if (clock.monoMs() < nextMs) return undefined;
      const clientId = `posdiag-console-${Math.floor(random() * 2 ** 32).toString(16)}`;
      const result = await dial({ broker, clock, clientId, keepaliveS }, stop);
      if (!("kind" in result)) {
        keep(result);
        return result;
      }
      nextMs = clock.monoMs() + backoff.next();
      if (!stop.aborted) onState(result);
      return undefined;
    },
    rest: async () => {
      if (link && clock.monoMs() - usedMs > idleMs) await end();
    },
    end,
  };
}
