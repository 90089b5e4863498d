/**
 * One attempt to connect: credentials from their files, the will, the server that is to be used now, and the version of MQTT
 * that it takes. Within the budget of attempts.
 */
import type { Clock } from "../base/clock.ts";
import { createAttempts } from "./attempts.ts";
import { type Credentials, readCredentials } from "./credentials.ts";
import type { LinkFailure } from "./failure.ts";
import { type Link, type LinkOptions, type MqttVersion, openLink } from "./link.ts";
import type { Count } from "./meter.ts";
import type { UplinkOptions } from "./options.ts";
import { createTickets } from "./ticket.ts";
import { topicOf } from "./topics.ts";
import { mayTakeAnother, versionsToTry } from "./version.ts";

export type DialResult =
  | { readonly kind: "open"; readonly link: Link; readonly version: MqttVersion }
  | { readonly kind: "failed"; readonly failure: LinkFailure };

export interface DialParts {
  readonly options: UplinkOptions;
  readonly clock: Clock;
  readonly count: Count;
  /** Where to. */
  url(): string;
  alive(online: boolean, session: number): Uint8Array;
}

type Open = (base: Omit<LinkOptions, "version">, version: MqttVersion, stop: AbortSignal) => Promise<DialResult>;

/** Longer than a reconnect takes, so that a short break of the radio is no news. */
const willDelayS = 120;
const stopped: DialResult = { kind: "failed", failure: { kind: "closed", code: "stopped" } };

/** Remembers which version the broker took, until it takes it no more. */
export function createDial(parts: DialParts): (session: number, stop: AbortSignal) => Promise<DialResult> {
  let known: MqttVersion | undefined;
  const tickets = createTickets();
  const open = createOpen(parts.clock);
  /** With each version that may be the right one, until one is taken. */
  async function tryVersions(base: Omit<LinkOptions, "version">, stop: AbortSignal): Promise<DialResult> {
    const [first, ...others] = versionsToTry(parts.options.protocol, known);
    let result = await open(base, first, stop);
    for (const version of others) {
      if (result.kind === "open" || stop.aborted || !mayTakeAnother(result.failure)) break;
      result = await open(base, version, stop);
    }
    if (result.kind === "open") known = result.version;
    else if (result.failure.kind === "protocol") known = undefined;
    return result;
  }

  return async (session, stop) => {
    const credentials = await readCredentials(parts.options);
    if ("kind" in credentials) return { kind: "failed", failure: credentials };
    const base = linkOptions(parts, credentials, session);
    const result = await tryVersions({ ...base, ticket: tickets.of(base.url, credentials.tls) }, stop);
    // A server that cannot take its ticket back may end the handshake instead of doing all of it.
    if (result.kind === "failed") tickets.forget();
    return result;
  };
}

function createOpen(clock: Clock): Open {
  const attempts = createAttempts();
  return async (base, version, stop) => {
    const waitMs = attempts.waitMs(clock.monoMs());
    if (waitMs > 0) await clock.sleep(waitMs, stop);
    if (stop.aborted) return stopped;
    attempts.note(clock.monoMs());
    const result = await openLink({ ...base, version }, stop);
    return result.kind === "open" ? { ...result, version } : result;
  };
}

function linkOptions(parts: DialParts, credentials: Credentials, session: number): Omit<LinkOptions, "version"> {
  const { options, clock, count } = parts;
  return {
    ...credentials,
    url: parts.url(),
    clientId: options.clientId ?? `posdiag-${options.tenant}-${options.serial}`,
    keepaliveS: options.keepaliveS,
    ...{ clock, count },
    will: {
      topic: topicOf(options, "state/alive"),
      payload: parts.alive(false, session),
      delayS: options.willDelayS ?? willDelayS,
    },
  };
}
