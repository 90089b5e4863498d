/**
 * The network settings in force: since when, and whether anybody was ever answered with them. What worked yesterday and was
 * not touched since is not wrong today.
 */
import type { KnownSettings } from "./remembered.ts";

const hourMs = 3_600_000;

export class Settings {
  #known: KnownSettings | null;

  constructor(known: KnownSettings | null) {
    this.#known = known;
  }

  get known(): KnownSettings | null {
    return this.#known;
  }

  /** Takes note of the settings as a print; `wallMs` undefined while the clock is not set. True when they are others than before. */
  meet(print: string, wallMs: number | undefined): boolean {
    if (this.#known?.print === print) return false;
    // The first ones ever may have been in force for years.
    const changedAtS = this.#known && wallMs !== undefined ? Math.round(wallMs / 1_000) : null;
    this.#known = { print, changedAtS, proved: false };
    return true;
  }

  /** Somebody was answered with them. True when that is news. */
  prove(): boolean {
    if (!this.#known || this.#known.proved) return false;
    this.#known = { ...this.#known, proved: true };
    return true;
  }

  /** Undefined while no settings are known. */
  get proved(): boolean | undefined {
    return this.#known?.proved;
  }

  /** Hours since a change that was seen; undefined when none was, or the clock is behind it. */
  changedHours(wallMs: number): number | undefined {
    const { changedAtS = null } = this.#known ?? {};
    const hours = changedAtS === null ? -1 : (wallMs - changedAtS * 1_000) / hourMs;
    return hours < 0 ? undefined : Math.floor(hours * 10) / 10;
  }
}
