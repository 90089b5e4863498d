/** One attempt to connect: credentials from their files, the will, and the version of MQTT that the broker takes. */
import type { Clock } from "../base/clock.ts";
import { readCredentials } from "./credentials.ts";
import type { LinkFailure } from "./failure.ts";
import { type Link, type LinkOptions, type MqttVersion, openLink } from "./link.ts";
import type { UplinkOptions } from "./options.ts";
import { topicOf } from "./topics.ts";

export type DialResult =
  | { readonly kind: "open"; readonly link: Link; readonly version: MqttVersion }
  | { readonly kind: "failed"; readonly failure: LinkFailure };

export interface DialParts {
  readonly options: UplinkOptions;
  readonly clock: Clock;
  alive(online: boolean, session: number): Uint8Array;
}

/** Longer than a reconnect takes, so that a short break of the radio is no news. */
const willDelayS = 120;

/** Remembers which version the broker took, until it takes it no more. */
export function createDial(parts: DialParts): (session: number, stop: AbortSignal) => Promise<DialResult> {
  let known: MqttVersion | undefined;
  return async (session, stop) => {
    const credentials = await readCredentials(parts.options);
    if ("kind" in credentials) return { kind: "failed", failure: credentials };
    const base = { ...credentials, ...linkOptions(parts, session) };
    const [first, ...others] = versionsToTry(parts.options.protocol, known);
    let result = await dialWith(base, first, stop);
    for (const version of others) {
      if (result.kind === "open" || stop.aborted || !mayBeVersion(result.failure)) break;
      result = await dialWith(base, version, stop);
    }
    if (result.kind === "open") known = result.version;
    else if (result.failure.kind === "protocol") known = undefined;
    return result;
  };
}

async function dialWith(
  base: Omit<LinkOptions, "version">,
  version: MqttVersion,
  stop: AbortSignal,
): Promise<DialResult> {
  const result = await openLink({ ...base, version }, stop);
  return result.kind === "open" ? { ...result, version } : result;
}

function linkOptions(parts: DialParts, session: number): Omit<LinkOptions, "version"> {
  const { options, clock } = parts;
  return {
    url: options.url,
    clientId: options.clientId ?? `posdiag-${options.tenant}-${options.serial}`,
    keepaliveS: options.keepaliveS,
    clock,
    will: {
      topic: topicOf(options, "state/alive"),
      payload: parts.alive(false, session),
      delayS: options.willDelayS ?? willDelayS,
    },
  };
}

function versionsToTry(
  protocol: UplinkOptions["protocol"],
  known: MqttVersion | undefined,
): readonly [MqttVersion, ...MqttVersion[]] {
  if (protocol === "5") return [5];
  if (protocol === "3.1.1") return [4];
  return known ? [known] : [5, 4];
}

/** Brokers say that they do not take the version (MQTT 5.0 section 3.1.2.2), or just close. */
function mayBeVersion({ kind, code }: LinkFailure): boolean {
  return kind === "protocol" || kind === "closed" || code === "ECONNRESET";
}
