/** One connection of vendor support's side, with what its files say now and the newest version of MQTT that the broker takes. */
import type { Clock } from "../base/clock.ts";
import { readCredentials } from "../uplink/credentials.ts";
import type { LinkFailure } from "../uplink/failure.ts";
import { type Link, openLink } from "../uplink/link.ts";
import type { BrokerAccess } from "../uplink/options.ts";
import { mayTakeAnother, versionsToTry } from "../uplink/version.ts";

export interface DialOptions {
  readonly broker: BrokerAccess;
  readonly clientId: string;
  readonly keepaliveS: number;
  readonly clock: Clock;
}

export async function dial({ broker, ...options }: DialOptions, stop: AbortSignal): Promise<Link | LinkFailure> {
  const credentials = await readCredentials(broker);
  if ("kind" in credentials) return credentials;
  let failure: LinkFailure = { kind: "closed", code: "stopped" };
  for (const version of versionsToTry("auto")) {
    const result = await openLink({ ...options, ...credentials, url: broker.url, version }, stop);
    if (result.kind === "open") return result.link;
    failure = result.failure;
    if (stop.aborted || !mayTakeAnother(failure)) break;
  }
  return failure;
}
