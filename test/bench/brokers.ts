/** The brokers that measurements run against. */
import { missingPrograms } from "../front-door/needs.ts";
import { createAedes } from "../support/aedes.ts";
import { createMosquitto } from "../support/mosquitto.ts";

export interface BenchBroker extends AsyncDisposable {
  readonly port: number;
  start(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export type BrokerName = "embedded" | "mosquitto";

/** Of MQTT. */
export const versionOf = { embedded: 4, mosquitto: 5 } as const satisfies Record<BrokerName, 4 | 5>;

export const brokerTitle = {
  embedded: "embedded broker, MQTT 3.1.1",
  mosquitto: "Mosquitto, MQTT 5",
} as const satisfies Record<BrokerName, string>;

/** Why Mosquitto cannot be used here; undefined when it can. */
export function whyNoMosquitto(): string | undefined {
  return missingPrograms(["mosquitto"]);
}

/** Not started yet. */
export function createBroker(name: BrokerName): Promise<BenchBroker> {
  return name === "embedded" ? createAedes() : createMosquitto();
}
