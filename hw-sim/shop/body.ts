/** What the counter's state is in the terminal's own files: supply, battery, serial lines, the system's version, its clock. */
import { createDeviceTree, type DeviceTree } from "../device-tree.ts";
import type { ShopState } from "./state.ts";

/** At the socket under no load: a right adapter, and one that is too weak. */
const ADAPTER_MV = { mains: 5_080, battery: 0, weak: 4_200 } as const;
/** Characters that one burst costs on each line. */
const BURST = 60;

export interface Body {
  follow(state: ShopState): void;
}

/** `root` gets sys, proc, run and etc of a terminal: an agent's `system.root`. */
export function createBody(root: string, first: ShopState): Body {
  const tree: DeviceTree = createDeviceTree(root, { time_s: Math.round(Date.now() / 1_000) });
  const follow = (state: ShopState): void => {
    const { supply, battery, battery_pct, emi, os_version } = state;
    const { uart0_errors, uart1_errors } = tree.state();
    const noise = emi ? BURST : 0;
    tree.set({
      ...{ plugged: supply !== "battery", adapter_mv: ADAPTER_MV[supply], battery, battery_pct, os_version },
      ...{ uart0_errors: uart0_errors + noise, uart1_errors: uart1_errors + noise },
      ...(supply === "weak" && { charge_current_ma: 90 }),
    });
  };
  follow(first);
  return { follow };
}
