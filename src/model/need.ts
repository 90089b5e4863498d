/** Whether a terminal has what a fault or a test needs. */
import type { Capability, Need } from "./catalogue.ts";

/** With nothing but a telephone line there are no addresses, names, ports and certificates that could be wrong. */
function speaksIp(capabilities: ReadonlySet<Capability>): boolean {
  return capabilities.has("cellular") || capabilities.has("lan") || !capabilities.has("dial_up");
}

export function isMet(needs: readonly Need[] | undefined, capabilities: ReadonlySet<Capability>): boolean {
  return (needs ?? []).every((need) => (need === "ip" ? speaksIp(capabilities) : capabilities.has(need)));
}
