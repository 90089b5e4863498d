/** Pings when nothing was sent for as long as the way bears. A ping that is not answered ends the link, which tells why. */
import type { Clock } from "../base/clock.ts";
import type { KeepAlive } from "./keep-alive.ts";
import type { Link } from "./link.ts";

export interface PingParts {
  readonly link: Link;
  readonly keepAlive: KeepAlive;
  readonly clock: Clock;
}

/** Runs until `over` aborts or the broker is silent, which ends the link. */
export async function ping({ link, keepAlive, clock }: PingParts, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const silentMs = clock.monoMs() - link.sentAtMs;
    const spanMs = Math.min(keepAlive.seconds, link.keepaliveS) * 1_000;
    if (silentMs < spanMs) {
      await clock.sleep(spanMs - silentMs, over);
      continue;
    }
    if (await link.ping()) keepAlive.answered(silentMs / 1_000);
  }
}
