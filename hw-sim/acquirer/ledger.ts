/** What the host has booked: where a double booking shows. */

/** How a booking is known: terminal, batch and trace number. */
export interface BookingKey {
  readonly terminal: string;
  readonly batch: string;
  readonly trace: string;
}

export interface Booking extends BookingKey {
  /** Smallest units, twelve digits. */
  readonly amount: string;
  readonly state: "booked" | "reversed";
  /** Whether the answer left while the terminal's connection still stood. Unheard and never reversed: money lost track of. */
  readonly heard: boolean;
}

export interface Ledger {
  /** False when that trace number has been booked before. */
  book(key: BookingKey, amount: string): boolean;
  /** False when there is nothing to reverse. */
  reverse(key: BookingKey): boolean;
  hear(key: BookingKey): void;
  /** Oldest first; the last thousand. */
  bookings(): readonly Booking[];
}

const KEPT = 1_000;

export function createLedger(): Ledger {
  const book = new Map<string, Booking>();
  const keyOf = ({ terminal, batch, trace }: BookingKey) => `${terminal} ${batch} ${trace}`;
  const change = (key: BookingKey, made: Partial<Booking>): void => {
    const found = book.get(keyOf(key));
    if (found) book.set(keyOf(key), { ...found, ...made });
  };
  return {
    book: (key, amount) => {
      if (book.has(keyOf(key))) return false;
      const { terminal, batch, trace } = key;
      book.set(keyOf(key), { terminal, batch, trace, amount, state: "booked", heard: false });
      const [oldest = ""] = book.keys();
      if (book.size > KEPT) book.delete(oldest);
      return true;
    },
    reverse: (key) => {
      if (book.get(keyOf(key))?.state !== "booked") return false;
      change(key, { state: "reversed" });
      return true;
    },
    hear: (key) => change(key, { heard: true }),
    bookings: () => [...book.values()],
  };
}
