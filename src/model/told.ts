/**
 * How much of what the findings prove is told. Inference is exact for a world that is as the catalogue says; links and rates
 * are words, though, and no world is quite like them, so the odds it comes to are a little too long. Which of two is the
 * likelier does not change by it, nor what is likelier than not (docs/adr/0087).
 */

/** Of log-odds: what is likeliest, by worlds that are off by one in log-odds (docs/ring.md tells the slope that is left). */
export const trust = 0.75;

/** The probability to tell, of one that inference came to: half stays half, 0.9 becomes 0.84 and 0.99 becomes 0.97. */
export function told(probability: number): number {
  if (probability <= 0.5) return probability;
  const [is, isNot] = [probability ** trust, (1 - probability) ** trust];
  return is / (is + isNot);
}

/**
 * Likelier than this is near certain, and opens a case. With words that count as their mean, 0.85 is what 0.9 was with the
 * author's numbers: a module without a network and a dead router, and nothing else looked at, stand there.
 */
export const nearCertain = told(0.85);
