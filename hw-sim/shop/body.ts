/**
 * What the counter's state is in the terminal's own files: supply, battery, serial lines, its clock; and in its maker's
 * feed, what the kernel does not show of a bench's machine: the terminal's storage, and the system's version while it runs.
 */
import { createDeviceTree, type DeviceTree } from "../device-tree.ts";
import type { ShopState } from "./state.ts";
import type { Telling } from "./statement.ts";

/** At the socket under no load: a right adapter, and one that is too weak. */
const ADAPTER_MV = { mains: 5_080, battery: 0, weak: 4_200 } as const;
/** Characters that one burst costs on each line. */
const BURST = 60;

export interface Body {
  follow(state: ShopState): void;
  /** What the application tells says when much is drawn from the supply. */
  hear(telling: Telling): void;
}

/** While a slip is printed and while a payment is on the air; undefined: nothing begins and nothing ends. */
function loadIn(telling: Telling): "printing" | "transmitting" | "idle" | undefined {
  const [busy, stage] = [telling["printer.busy"], telling["txn.stage"]];
  if (busy !== undefined) return busy === true ? "printing" : "idle";
  if (stage === "sent") return "transmitting";
  return stage === undefined ? undefined : "idle";
}

/** `root` gets sys, proc, run and etc of a terminal, an agent's `system.root`, and `feed.json`. */
export function createBody(root: string, first: ShopState): Body {
  const tree: DeviceTree = createDeviceTree(root, { time_s: Math.round(Date.now() / 1_000) });
  const follow = (state: ShopState): void => {
    const { supply, battery, battery_pct, emi, os_version, storage_free_mb } = state;
    const { uart0_errors, uart1_errors } = tree.state();
    const noise = emi ? BURST : 0;
    tree.set({
      ...{ plugged: supply !== "battery", adapter_mv: ADAPTER_MV[supply], battery, battery_pct, os_version },
      ...{ uart0_errors: uart0_errors + noise, uart1_errors: uart1_errors + noise },
      ...(supply === "weak" && { charge_current_ma: 90 }),
      feed: { feed: 1, os_version, signals: { "device.storage_free_mb": storage_free_mb } },
    });
  };
  follow(first);
  return {
    follow,
    hear: (telling) => {
      const load = loadIn(telling);
      if (load !== undefined && load !== tree.state().load) tree.set({ load });
    },
  };
}
