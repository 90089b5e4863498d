/** How likely things at a counter go wrong. Worn, dirty and disturbed add up as independent reasons. */

/** P(at least one of them). */
export function anyOf(...chances: readonly number[]): number {
  return 1 - chances.reduce((fine, chance) => fine * (1 - chance), 1);
}

/** A chip that is put in: the reader's contacts and the card's own. Good ones miss once in a hundred times. */
export const CHIP_FAILS = {
  none: 1,
  good: 0.01,
  worn: 0.5,
  dirty: 0.65,
  dead: 1,
  blocked: 0.01,
  foreign: 0.01,
  spoilt: 0.01,
};
export const SLOT_FAILS = { clean: 0, dirty: 0.55, dead: 1 } as const;
/** A stripe that is swiped; people are less good at it. */
export const STRIPE_FAILS = { good: 0.04, worn: 0.6, demagnetised: 1, short: 1 } as const;
export const HEAD_FAILS = { clean: 0, dirty: 0.6, dead: 1 } as const;
export const TAP_FAILS = { good: 0.01, dead: 1 } as const;
/** While the motor runs. */
export const EMI_FAILS = { chip: 0.6, stripe: 0.3, tap: 0.6 } as const;
