/**
 * How often something happened in a day, over restarts and without power: by the wall clock. What happens while that is not
 * set counts as just now, and gets its date when it is.
 */
import { bounds, type Dates } from "./remembered.ts";

const dayS = 86_400;
/** A clock that was set back a little has not undone what happened. */
const slackS = 600;

export class EventDates {
  #dates: Dates;

  constructor(dates: Dates) {
    this.#dates = dates;
  }

  get dates(): Dates {
    return this.#dates;
  }

  /** `wallS` undefined while the clock is not set. */
  note(wallS: number | undefined): void {
    this.#dates = [...this.#dates, wallS ?? null].slice(-bounds.dates);
  }

  /** Takes the newest back. */
  retract(): void {
    this.#dates = this.#dates.slice(0, -1);
  }

  /** In the 24 hours before. At most 32: "32 or more". Without a clock only what has no date: nobody knows how old the rest is. */
  count(wallS: number | undefined): number {
    if (wallS === undefined) return this.#dates.filter((date) => date === null).length;
    this.#dates = this.#dates.map((date) => date ?? wallS);
    return this.#dates.filter((date) => date !== null && date > wallS - dayS && date <= wallS + slackS).length;
  }
}
