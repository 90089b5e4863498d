/** The terminal's surroundings on this machine: a modem for each port, and a broker. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Bench, startBench } from "../../hw-sim/bench.ts";

export interface Simulator extends AsyncDisposable {
  /** The pseudo-terminals' links, for who plays the wires. */
  readonly uart: string;
  readonly usb: string;
  /** Port of a broker on this machine's loopback. */
  readonly brokerPort: number;
  /** Messages that came to the broker, by topic. */
  readonly topics: readonly string[];
  /** The card of the modem on the UART. */
  setSim(state: "ready" | "absent"): Promise<void>;
}

const seed = 81;
/** More than a run brings. */
const mostTopics = 10_000;

function openBench(folder: string, persona: string, broker: boolean): Promise<Bench> {
  mkdirSync(folder, { recursive: true });
  return startBench({ seed, dir: folder, persona, broker });
}

export async function startSimulator(folder: string): Promise<Simulator> {
  const uart = await openBench(join(folder, "uart"), "quectel-ec25", true);
  const usb = await openBench(join(folder, "usb"), "fibocom-fm160", false);
  const topics: string[] = [];
  uart.onEvent((event) => {
    if (event.kind === "mqtt" && topics.length < mostTopics) topics.push(event.message.topic);
  });
  return {
    uart: uart.paths.modem,
    usb: usb.paths.modem,
    brokerPort: Number(new URL(uart.paths.broker ?? "mqtt://none:0").port),
    topics,
    setSim: (sim) => uart.set({ sim }),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([uart.close(), usb.close()]);
    },
  };
}
