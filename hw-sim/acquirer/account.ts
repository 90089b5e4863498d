/** What an issuer keeps about one card's account. Known by an alias on this bench; there is no number anywhere. */

export const ACCOUNT_STATES = [
  "open",
  "frozen",
  "restricted",
  "dormant",
  "not_activated",
  "lost",
  "stolen",
  "closed",
  "refused",
  "not_permitted",
  "suspected",
  "overdue",
] as const;

export interface Account {
  /** Letters and digits, such as k12. */
  readonly alias: string;
  /** The issuer's alias, such as g1. */
  readonly issuer: string;
  /** A card product that the acquirer knows, or one that has come out since. */
  readonly product: "usual" | "new";
  /** Its service code begins with 2 or 6: there is a chip to be used. */
  readonly chip: boolean;
  readonly state: (typeof ACCOUNT_STATES)[number];
  readonly fundsFen: number;
  /** Most in one payment. */
  readonly singleFen: number;
  /** Most payments a day. */
  readonly perDay: number;
  readonly expired: boolean;
  /** Wrong PINs that are still allowed. */
  readonly pinTries: number;
}

/** One that pays whatever a shop asks. */
export const GOOD_ACCOUNT: Omit<Account, "alias" | "issuer"> = {
  product: "usual",
  chip: true,
  state: "open",
  fundsFen: 9_000_000_00,
  singleFen: 50_000_00,
  perDay: 1_000,
  expired: false,
  pinTries: 3,
};

/** Field 39 for a state in which nothing is paid: the codes of UnionPay's terminals. 05: the issuer does not say why. */
export const REFUSALS: Readonly<Record<Account["state"], string | undefined>> = {
  open: undefined,
  frozen: "62",
  restricted: "36",
  dormant: "21",
  not_activated: "78",
  lost: "41",
  stolen: "43",
  closed: "14",
  refused: "05",
  not_permitted: "57",
  suspected: "34",
  overdue: "05",
};
