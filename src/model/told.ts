/**
 * How much of what the findings prove is told. Inference is exact for a world that is as the catalogue says; links and rates
 * are words, though, and no world is quite like them, so the odds it comes to are a little too long. Which of two is the
 * likelier does not change by it, nor what is likelier than not (docs/adr/0087).
 */

/**
 * Of log-odds. By greatest likelihood it is 0.73 over worlds that are off by one in log-odds; with a little less, what is told
 * at 0.9 and more is right in 98 of 100, as is asked for (docs/ring.md).
 */
export const trust = 0.7;

/** The probability to tell, of one that inference came to: half stays half, 0.9 becomes 0.82 and 0.99 becomes 0.96. */
export function told(probability: number): number {
  if (probability <= 0.5) return probability;
  const [is, isNot] = [probability ** trust, (1 - probability) ** trust];
  return is / (is + isNot);
}
