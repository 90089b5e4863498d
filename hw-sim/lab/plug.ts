/** The link between terminal and router: plugged in, pulled, or in and out; or a WLAN, joined or not. */
import { createDice } from "../random.ts";
import type { LabState } from "./state.ts";
import type { Topology } from "./topology.ts";

/** Loose contacts come and go within these bounds. */
const LOOSE_MS = [1_500, 5_000] as const;

export interface Plug {
  follow(state: LabState): Promise<void>;
  stop(): void;
}

/** Pure in the seed: how long each contact and each gap lasts, milliseconds. */
export function createWobble(seed: number): () => number {
  const dice = createDice(seed, "plug");
  return () => dice.between(LOOSE_MS);
}

export function createPlug({ router, uplink }: Topology, seed: number): Plug {
  const nextMs = createWobble(seed);
  let timer: NodeJS.Timeout | undefined;
  // The other end of the pair goes down: what the terminal sees is its carrier, not its own interface.
  const put = (isIn: boolean): Promise<void> => router.ip(`link set lan0 ${isIn ? "up" : "down"}`);
  const wobble = (isIn: boolean): void => {
    timer = setTimeout(() => {
      const again = () => timer && wobble(!isIn);
      // A lab that is closing has no router any more: then there is nothing left to wobble.
      put(!isIn).then(again, () => {});
    }, nextMs());
  };
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    stop,
    follow: async ({ cable, wifi }) => {
      stop();
      await put(uplink === "wlan0" ? wifi.auth === "ok" : cable !== "out");
      if (uplink === "eth0" && cable === "loose") wobble(true);
    },
  };
}
