/**
 * What each card has used in the billing period. Bytes that come before the day or the card is known wait, and are booked
 * when both are. Sent and received count alike, as plans do.
 */
import { periodStart } from "./calendar.ts";
import { bounds, type Card } from "./remembered.ts";

/** Stands for a card whose number cannot be read. */
export const unreadCard = "unread";

export class Usage {
  readonly #planDay: number;
  #cards: readonly Card[];
  #unbookedBytes: number;
  #met = false;

  constructor(restored: { readonly cards: readonly Card[]; readonly unbookedBytes: number }, planDay: number) {
    this.#cards = restored.cards;
    this.#unbookedBytes = restored.unbookedBytes;
    this.#planDay = planDay;
  }

  get cards(): readonly Card[] {
    return this.#cards;
  }

  get unbookedBytes(): number {
    return this.#unbookedBytes;
  }

  /** The card in use; undefined until it is known in this run. */
  get current(): Card | undefined {
    return this.#met ? this.#cards.at(-1) : undefined;
  }

  /** Day on which the card in use was first seen; undefined while that, or which card it is, is not known. */
  get firstDay(): string | undefined {
    const card = this.current;
    return card?.card === unreadCard ? undefined : (card?.firstDay ?? undefined);
  }

  /** This card is in use from now on. */
  meet(card: string): void {
    this.#met = true;
    const known = this.#cards.find((each) => each.card === card) ?? { card, firstDay: null, periods: [] };
    this.#cards = [...this.#cards.filter((each) => each.card !== card), known].slice(-bounds.cards);
  }

  /** Books what came since, and the day on which the card was first seen, as far as the clock is set. */
  book(bytes: number, today: string | undefined, wallMs: number): void {
    this.#unbookedBytes += bytes;
    const card = this.current;
    const from = periodStart(wallMs, this.#planDay);
    if (!card || today === undefined || from === undefined) return;
    const period = card.periods.find((each) => each.from === from) ?? { from, bytes: 0 };
    const booked = { from, bytes: period.bytes + this.#unbookedBytes };
    this.#unbookedBytes = 0;
    const periods = [...card.periods.filter((each) => each !== period), booked].slice(-bounds.periods);
    const firstDay = card.firstDay === null || card.firstDay > today ? today : card.firstDay;
    this.#cards = [...this.#cards.slice(0, -1), { ...card, firstDay, periods }];
  }

  /** Bytes of the card in use since the period began; undefined while card or day are not known. */
  used(wallMs: number): { readonly from: string; readonly bytes: number } | undefined {
    const from = periodStart(wallMs, this.#planDay);
    return this.current?.periods.find((each) => each.from === from);
  }
}
