/**
 * How often the card went away or came back by itself, as a bad contact does. The first state is no change; nor is what a
 * card does while its module starts, whoever started it.
 */
import { Recent } from "./recent.ts";

const hourMs = 3_600_000;
/** The card is seen to go before the module is seen to start. */
const leadMs = 15_000;
/** From the start of a module until a card in order is ready: seconds, on slow modules up to a minute. */
const startMs = 60_000;

export class SimFlaps {
  readonly recent = new Recent(hourMs);
  #ready: boolean | undefined;
  #quietUntilMs = Number.NEGATIVE_INFINITY;
  #starting = false;

  /** Whether the card is known to be ready, or not. */
  get ready(): boolean | undefined {
    return this.#ready;
  }

  see(ready: boolean, atMs: number): void {
    if (this.#starting) {
      this.#starting = !ready || atMs < this.#quietUntilMs;
      this.#ready = ready;
      return;
    }
    const changed = this.#ready !== undefined && this.#ready !== ready;
    this.#ready = ready;
    if (changed) this.recent.note(atMs);
  }

  /** The module starts or is told to: until a minute has passed and the card is ready nothing counts. */
  moduleStarts(atMs: number): void {
    this.recent.retract(atMs - leadMs);
    this.#starting = true;
    this.#quietUntilMs = atMs + startMs;
  }
}
