/**
 * When much is drawn from the supply: while a slip is printed or a payment is on the air. Seen from Readings. A load that
 * nobody ends is over after two minutes: an application that died in it must not keep the probe sampling.
 */
import type { Reading } from "../../model/reading.ts";
import type { SignalId } from "../../model/signal.ts";

const longestMs = 120_000;
const drawing: readonly SignalId[] = ["printer.busy", "txn.running"];

export class Load {
  readonly #sinceMs = new Map<SignalId, number>();

  /** True when a load begins. */
  note({ signal, value, atMs }: Reading): boolean {
    if (!drawing.includes(signal)) return false;
    if (value !== true) {
      this.#sinceMs.delete(signal);
      return false;
    }
    const isNew = this.#sinceMs.size === 0;
    if (!this.#sinceMs.has(signal)) this.#sinceMs.set(signal, atMs);
    return isNew;
  }

  holds(nowMs: number): boolean {
    return [...this.#sinceMs.values()].some((since) => nowMs - since < longestMs);
  }
}
