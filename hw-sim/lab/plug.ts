/** The terminal's plug in the router: in, out, or in and out. */
import { createDice } from "../random.ts";
import type { LabState } from "./state.ts";
import type { Topology } from "./topology.ts";

/** Loose contacts come and go within these bounds. */
const LOOSE_MS = [1_500, 5_000] as const;

export interface Plug {
  set(cable: LabState["cable"]): Promise<void>;
  stop(): void;
}

export function createPlug({ router }: Topology, seed: number): Plug {
  const dice = createDice(seed, "plug");
  let timer: NodeJS.Timeout | undefined;
  const put = (isIn: boolean): Promise<void> => router.ip(`link set lan0 ${isIn ? "up" : "down"}`);
  const wobble = (isIn: boolean): void => {
    timer = setTimeout(() => {
      const again = () => timer && wobble(!isIn);
      // A lab that is closing has no router any more: then there is nothing left to wobble.
      put(!isIn).then(again, () => {});
    }, dice.between(LOOSE_MS));
  };
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    stop,
    set: async (cable) => {
      stop();
      await put(cable !== "out");
      if (cable === "loose") wobble(true);
    },
  };
}
