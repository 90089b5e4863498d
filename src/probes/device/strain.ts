/**
 * What voltages do under load, which alone shows a weak adapter and a worn battery: at rest both look well. An adapter's
 * lowest voltage is kept for an hour or until it is pulled; a battery is judged by the last load that it carried alone.
 */
const hourMs = 3_600_000;
const mostEpisodes = 32;
/** A cell in order gives way by some 5 % under what a printer draws, a worn one by 15 % and more. */
const wornSag = 0.12;

export interface Sample {
  readonly atMs: number;
  readonly loaded: boolean;
  readonly adapterMv: number | undefined;
  /** Only while the terminal lives on it: beside an adapter it carries nothing. */
  readonly batteryMv: number | undefined;
}

export class Strain {
  #episodes: readonly { readonly atMs: number; readonly mv: number }[] = [];
  #loaded = false;
  #restMv: number | undefined;
  #worn: boolean | undefined;

  see({ atMs, loaded, adapterMv, batteryMv }: Sample): void {
    if (adapterMv === undefined) this.#episodes = [];
    else if (loaded) this.#lower(atMs, adapterMv);
    this.#battery(loaded, batteryMv);
    this.#loaded = loaded;
  }

  /** Undefined while nothing was drawn from it in this hour. */
  lowestAdapterMv(nowMs: number): number | undefined {
    this.#episodes = this.#episodes.filter(({ atMs }) => nowMs - atMs < hourMs);
    return this.#episodes.length === 0 ? undefined : Math.min(...this.#episodes.map(({ mv }) => mv));
  }

  /** Undefined while the battery has carried no load alone. */
  get batteryWorn(): boolean | undefined {
    return this.#worn;
  }

  #lower(atMs: number, mv: number): void {
    const last = this.#episodes.at(-1);
    if (!this.#loaded || !last) this.#episodes = [...this.#episodes, { atMs, mv }].slice(-mostEpisodes);
    else this.#episodes = [...this.#episodes.slice(0, -1), { atMs, mv: Math.min(last.mv, mv) }];
  }

  #battery(loaded: boolean, mv: number | undefined): void {
    if (mv === undefined || !loaded) {
      this.#restMv = mv;
      return;
    }
    if (this.#restMv === undefined) return;
    const sags = mv < this.#restMv * (1 - wornSag);
    // Within one load the deepest counts, whatever comes after.
    this.#worn = sags || (this.#loaded && this.#worn === true);
  }
}
