/** Since when a version is in force, as far as its change was seen: the first one ever may have been there for years. */
import type { KnownVersion } from "./remembered.ts";

const hourS = 3_600;

export class Version {
  #known: KnownVersion | null;
  /** It has changed while the clock was not set. */
  #undated = false;

  constructor(known: KnownVersion | null) {
    this.#known = known;
  }

  get known(): KnownVersion | null {
    return this.#known;
  }

  /** True when it is another than before. `wallS` undefined while the clock is not set. */
  meet(print: string, wallS: number | undefined): boolean {
    if (this.#known?.print === print) return false;
    this.#undated = this.#known !== null && wallS === undefined;
    this.#known = { print, changedAtS: this.#known && wallS !== undefined ? Math.floor(wallS) : null };
    return true;
  }

  /** Hours since the change; undefined when none was seen, or the clock is not set or behind it. */
  changedHours(wallS: number | undefined): number | undefined {
    if (wallS === undefined || !this.#known) return undefined;
    if (this.#undated) this.#known = { ...this.#known, changedAtS: Math.floor(wallS) };
    this.#undated = false;
    const { changedAtS } = this.#known;
    const hours = changedAtS === null ? -1 : (wallS - changedAtS) / hourS;
    return hours < 0 ? undefined : Math.floor(hours * 10) / 10;
  }
}
