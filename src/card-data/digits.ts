/** Digits one after the other, with where groups of them begin and end, and the check digit of any stretch in constant time. */
import { kindOf, longest, shortest } from "./issuer.ts";
import type { CardDataKind } from "./kind.ts";

/** What doubling makes of a digit (ISO/IEC 7812-1 annex B). */
const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9] as const;

export class Digits {
  readonly #digits: number[] = [];
  /** Where each digit's group begins. */
  readonly #groupAt: number[] = [];
  /** Sums of all digits before, those at even places doubled, and those at odd ones. */
  readonly #sums: readonly [number[], number[]] = [[0], [0]];
  #groups = 0;

  get length(): number {
    return this.#digits.length;
  }

  /** `apart`: something stands between it and the one before. */
  push(digit: number, apart: boolean): void {
    const at = this.#digits.length;
    if (apart || at === 0) this.#groups += 1;
    this.#groupAt.push(apart || at === 0 ? at : (this.#groupAt[at - 1] ?? 0));
    this.#digits.push(digit);
    for (const parity of [0, 1] as const) {
      const sums = this.#sums[parity];
      sums.push((sums[at] ?? 0) + (at % 2 === parity ? (doubled[digit] ?? 0) : digit));
    }
  }

  clear(): void {
    this.#groups = 0;
    for (const list of [this.#digits, this.#groupAt]) list.length = 0;
    for (const sums of this.#sums) sums.length = 1;
  }

  /** What stands in it, of the stretches that may be a number of their own. Linear: seven lengths at each place. */
  find(): CardDataKind | undefined {
    if (this.length < shortest) return undefined;
    // All of one group as it stands, before what may be found within it.
    const named = this.#groups === 1 ? (this.#iccid() ?? this.whole()) : undefined;
    if (named !== undefined) return named;
    let found: CardDataKind | undefined;
    for (let end = shortest; end <= this.length; end += 1) {
      for (let length = shortest; length <= Math.min(longest, end); length += 1) {
        const kind = this.#kindOf(end - length, end);
        if (kind === "pan") return kind;
        found ??= kind;
      }
    }
    return found;
  }

  /** What all of it is, taken as one number. */
  whole(): CardDataKind | undefined {
    const fits = this.length >= shortest && this.length <= longest;
    return fits ? this.#kindOf(0, this.length) : undefined;
  }

  #kindOf(start: number, end: number): CardDataKind | undefined {
    if (!this.#checks(start, end) || !this.#standsAlone(start, end)) return undefined;
    const d = (at: number) => this.#digits[start + at] ?? 0;
    const kind = kindOf(1_000 * d(0) + 100 * d(1) + 10 * d(2) + d(3), end - start);
    // Of what is plausible by one digit or by fifteen only all of a group counts.
    const whole = this.#begins(start) && this.#ends(end);
    return kind === "identity" || d(0) === 1 ? (whole ? kind : undefined) : kind;
  }

  /** The check digit is the last; every second one before it is doubled. */
  #checks(start: number, end: number): boolean {
    const sums = this.#sums[end % 2 === 0 ? 0 : 1];
    return ((sums[end] ?? 0) - (sums[start] ?? 0)) % 10 === 0;
  }

  #begins(start: number): boolean {
    return this.#groupAt[start] === start;
  }

  #ends(end: number): boolean {
    return end === this.length || this.#groupAt[end] === end;
  }

  /** Within one group: at either end of it, or long; over several: whole groups, as somebody would write a number. */
  #standsAlone(start: number, end: number): boolean {
    const group = this.#groupAt[end - 1] ?? 0;
    const [begins, ends] = [this.#begins(start), this.#ends(end)];
    if (group <= start) return begins || ends || end - start >= 15;
    if (!begins || !ends) return false;
    return (start === 0 && end === this.length && this.#digits[0] !== 1) || this.#isRegular(start, end);
  }

  /** Up to four groups, or all of one size but the first and the last. */
  #isRegular(start: number, end: number): boolean {
    const sizes: number[] = [];
    for (let at = end; at > start; at = this.#groupAt[at - 1] ?? 0) sizes.push(at - (this.#groupAt[at - 1] ?? 0));
    if (this.#digits[start] === 1 && sizes.some((size) => size > 6)) return false;
    if (sizes.length <= 4) return true;
    const inner = sizes.slice(1, -1);
    return inner.every((size) => size === inner[0]);
  }

  /** ITU-T E.118: 89, country, issuer, account; with the check digit 19 or 20 digits. */
  #iccid(): CardDataKind | undefined {
    const [first, second] = this.#digits;
    const fits = this.length >= 18 && this.length <= 20 && first === 8 && second === 9;
    return fits ? "identity" : undefined;
  }
}
