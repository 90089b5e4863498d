/**
 * Two counters that count the same bytes, the modem's own and the network interface's, become one stream of new bytes.
 * The modem leads: it counts as the carrier does and goes on while the agent is away. The interface stands in where the
 * modem says nothing. Each byte is booked once: whoever books moves the mark of the other.
 */
import type { Count, Mark } from "./remembered.ts";

/** Without a word from the modem for so long the interface stands in. */
const patienceMs = 600_000;

export type Source = "modem" | "interface";

/** What a counter shows. `life` changes when it began anew: its value need not have fallen. */
export interface Sample extends Mark {
  readonly source: Source;
}

export interface Marks {
  readonly modem: Mark | null;
  readonly interface: Mark | null;
}

/** A counter that fell, or began anew under its old name, has counted from zero; one never seen before says nothing yet. */
function growth(now: Mark, before: Mark | null): Count | undefined {
  if (!before || before.name !== now.name) return undefined;
  const fell = now.sentBytes < before.sentBytes || now.receivedBytes < before.receivedBytes;
  if (fell || now.life !== before.life) return { sentBytes: now.sentBytes, receivedBytes: now.receivedBytes };
  return {
    sentBytes: now.sentBytes - before.sentBytes,
    receivedBytes: now.receivedBytes - before.receivedBytes,
  };
}

export class Meters {
  #modem: Mark | null;
  #interface: Mark | null;
  /** What the interface showed last, booked or not. */
  #shown: Mark | null;
  #modemSpokeMs: number;

  /** A modem that counted before is waited for: its counter tells of the time when the agent was away, too. */
  constructor(marks: Marks, startMs: number) {
    this.#modem = marks.modem;
    this.#interface = marks.interface;
    this.#shown = marks.interface;
    this.#modemSpokeMs = marks.modem ? startMs : Number.NEGATIVE_INFINITY;
  }

  get marks(): Marks {
    return { modem: this.#modem, interface: this.#interface };
  }

  /** New bytes to book; undefined where the sample only sets a mark. */
  take({ source, ...now }: Sample, atMs: number): Count | undefined {
    return source === "modem" ? this.#takeModem(now, atMs) : this.#takeInterface(now, atMs);
  }

  #takeModem(now: Mark, atMs: number): Count | undefined {
    const fresh = growth(now, this.#modem);
    this.#modem = now;
    this.#modemSpokeMs = atMs;
    // Its first word after the interface has stood in: until then all is booked.
    this.#interface = this.#shown;
    return fresh;
  }

  #takeInterface(now: Mark, atMs: number): Count | undefined {
    this.#shown = now;
    if (atMs - this.#modemSpokeMs < patienceMs) {
      // While the modem leads the mark stays where the modem last booked, and follows only to another interface.
      if (this.#interface?.name !== now.name) this.#interface = now;
      return undefined;
    }
    const fresh = growth(now, this.#interface);
    this.#interface = now;
    this.#modem = null;
    return fresh;
  }
}
