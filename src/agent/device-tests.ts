/** Tests of the catalogue that the terminal makes by itself: what is read, and which rungs are climbed for it. */

import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Refusal } from "../probes/governor/permit.ts";
import type { RungId } from "../probes/rungs.ts";
import type { Probes } from "./probes.ts";

/** `nothing_to_do`: not set up here, or there is no way at the moment. */
export type TestOutcome =
  | { readonly kind: "made"; readonly readings: readonly Reading[] }
  | { readonly kind: "refused"; readonly why: Refusal | "nothing_to_do" };

const rungsFor: Readonly<Record<string, readonly RungId[]>> = {
  ask_gateway: ["gateway"],
  resolve_host: ["name", "other_name"],
  connect_reference: ["outside"],
  measure_path: ["quality"],
  connect_host: ["host", "alternate", "host_ping"],
  connect_other_way: ["other_path"],
  shake_hands: ["tls"],
  echo_host: ["echo", "secure_echo"],
};

/** Groups of signals that are read, and sends nothing. */
const groupsFor: Readonly<Record<string, readonly string[]>> = {
  read_modem: ["modem", "sim"],
  read_links: ["lan", "net"],
  read_body: ["power", "device", "env", "clock", "reader", "printer", "sw"],
};
/** A modem answers within this, or it hangs. */
const readMs = 2_500;

export interface DeviceTests {
  has(test: string): boolean;
  /** Never rejects. */
  make(test: string): Promise<TestOutcome>;
}

export interface DeviceTestOptions {
  readonly probes: Pick<Probes, "readNow"> & { readonly network: Pick<Probes["network"], "climb"> };
  nowMs(): number;
  /** The newest reading of every signal. */
  newest(): readonly Reading[];
}

const groupOf = (signal: SignalId): string => signal.slice(0, signal.indexOf("."));

export function createDeviceTests({ probes, nowMs, newest }: DeviceTestOptions): DeviceTests {
  async function read(groups: readonly string[]): Promise<TestOutcome> {
    const fromMs = nowMs();
    await probes.readNow(readMs);
    const readings = newest().filter(({ signal, atMs }) => atMs >= fromMs && groups.includes(groupOf(signal)));
    return { kind: "made", readings };
  }

  async function climb(rungs: readonly RungId[]): Promise<TestOutcome> {
    const climbed = await probes.network.climb(rungs);
    const made = climbed.flatMap(({ readings }) => (readings ? [readings] : []));
    if (made.length > 0) return { kind: "made", readings: made.flat() };
    return { kind: "refused", why: climbed.find(({ refusal }) => refusal)?.refusal ?? "nothing_to_do" };
  }

  return {
    has: (test) => Object.hasOwn(rungsFor, test) || Object.hasOwn(groupsFor, test),
    make: (test) => {
      const groups = groupsFor[test];
      return groups ? read(groups) : climb(rungsFor[test] ?? []);
    },
  };
}
