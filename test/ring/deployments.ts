/** The kinds of terminal that incidents are drawn for: what each has, by which way it goes, and which signals it hears. */
import type { Capability, WayKind } from "../../src/model/catalogue.ts";
import type { SignalId } from "../../src/model/signal.ts";

export interface Deployment {
  readonly name: string;
  readonly capabilities: ReadonlySet<Capability>;
  readonly way: WayKind | undefined;
  /** The interface of its default route. */
  readonly interface: string;
}

export const deployments = [
  { name: "cellular", capabilities: new Set(["cellular", "printer"]), way: "cellular", interface: "ppp0" },
  { name: "lan", capabilities: new Set(["lan", "ethernet", "printer"]), way: "cable", interface: "eth0" },
  { name: "wifi", capabilities: new Set(["lan", "wifi", "printer"]), way: "wifi", interface: "wlan0" },
  { name: "dial-up", capabilities: new Set(["dial_up", "printer"]), way: undefined, interface: "none" },
] as const satisfies readonly Deployment[];

type Needed = Capability | "ip";

/** What a terminal needs to have for a signal to be heard, by the start of its name; the first that fits counts. */
const needed: readonly (readonly [string, Needed])[] = [
  ["modem.", "cellular"],
  ["sim.", "cellular"],
  ["fleet.same_carrier", "cellular"],
  ["lan.wifi_", "wifi"],
  ["lan.link_", "ethernet"],
  ["lan.", "lan"],
  ["line.", "dial_up"],
  ["printer.", "printer"],
  ["net.", "ip"],
  ["host.tls", "ip"],
];

/** Whether a terminal of this kind can hear a signal at all. */
export function hears({ capabilities }: Deployment, signal: SignalId): boolean {
  const need = needed.find(([start]) => signal.startsWith(start))?.[1];
  if (need === "ip") return capabilities.has("cellular") || capabilities.has("lan");
  return need === undefined || capabilities.has(need);
}
