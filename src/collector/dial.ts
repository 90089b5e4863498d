/** One connection of a collector: with what its files say now, and the newest version of MQTT that the broker takes. */
import { readCredentials } from "../uplink/credentials.ts";
import type { BrokerAccess } from "../uplink/options.ts";
import { mayTakeAnother, versionsToTry } from "../uplink/version.ts";
import { type IntakeOptions, type IntakeResult, openIntake } from "./intake.ts";

export type DialOptions = Pick<IntakeOptions, "clientId" | "sessionS" | "receiveMaximum" | "clock" | "onMessage"> & {
  readonly broker: BrokerAccess;
};

export async function dial({ broker, ...options }: DialOptions, stop: AbortSignal): Promise<IntakeResult> {
  const credentials = await readCredentials(broker);
  if ("kind" in credentials) return { kind: "failed", failure: credentials };
  let result: IntakeResult = { kind: "failed", failure: { kind: "closed", code: "stopped" } };
  for (const version of versionsToTry("auto")) {
    result = await openIntake({ ...options, ...credentials, url: broker.url, version }, stop);
    if (result.kind === "open" || stop.aborted) return result;
    if (!mayTakeAnother(result.failure)) return result;
  }
  return result;
}
