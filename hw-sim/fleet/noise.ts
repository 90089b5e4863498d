/** Values that wander: a function of seed, name and time, so that a moment can be asked for in any order and replays. */
import { createDice } from "../random.ts";

/** Bits of a name, made once; the moments are stirred in. */
export function noiseOf(seed: number, name: string): (atMs: number, stepMs: number) => number {
  const base = Math.floor(createDice(seed, `noise ${name}`).roll() * 4_294_967_296);
  const at = (step: number): number => {
    let bits = Math.imul(base ^ Math.imul(step + 1, 0x9e3779b1), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return ((bits ^ (bits >>> 16)) >>> 0) / 2_147_483_648 - 1;
  };
  /** Between -1 and 1, smooth over steps of so many milliseconds. */
  return (atMs, stepMs) => {
    const step = Math.floor(atMs / stepMs);
    const part = atMs / stepMs - step;
    const eased = part * part * (3 - 2 * part);
    return at(step) * (1 - eased) + at(step + 1) * eased;
  };
}
