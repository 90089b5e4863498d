/** Which version of MQTT a broker is asked with, and when another one may be the right one. Pure. */
import type { LinkFailure } from "./failure.ts";
import type { MqttVersion } from "./link.ts";
import type { UplinkOptions } from "./options.ts";

/** The newest first. `known`: the one that this broker has taken. */
export function versionsToTry(
  protocol: UplinkOptions["protocol"],
  known?: MqttVersion,
): readonly [MqttVersion, ...MqttVersion[]] {
  if (protocol === "5") return [5];
  if (protocol === "3.1.1") return [4];
  return known ? [known] : [5, 4];
}

/** Brokers say that they do not take the version (MQTT 5.0 section 3.1.2.2), or just close. */
export function mayTakeAnother({ kind, code }: LinkFailure): boolean {
  return kind === "protocol" || kind === "closed" || code === "ECONNRESET";
}
