/** What is tried on a platform, one thing after the other; one that fails does not keep the others from being tried. */

export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  /** What was seen, or why it failed. */
  readonly note: string;
}

export interface Steps {
  readonly results: readonly StepResult[];
  /** `work` returns what was seen and throws when it does not hold. */
  step(name: string, work: () => string | Promise<string>): Promise<void>;
}

export function createSteps(say: (line: string) => void): Steps {
  const results: StepResult[] = [];
  return {
    results,
    step: async (name, work) => {
      const result = await judged(name, work);
      results.push(result);
      say(`${result.passed ? "PASS" : "FAIL"}  ${name}: ${result.note}`);
    },
  };
}

async function judged(name: string, work: () => string | Promise<string>): Promise<StepResult> {
  try {
    return { name, passed: true, note: await work() };
  } catch (error) {
    return { name, passed: false, note: error instanceof Error ? error.message : String(error) };
  }
}

/** Looks again and again until there is something. One look that fails, for want of an answer in time, is not the last one. */
export async function until<T>(what: string, limitS: number, look: () => Promise<T | undefined>): Promise<T> {
  const endMs = performance.now() + limitS * 1_000;
  let trouble = "";
  for (;;) {
    try {
      const seen = await look();
      if (seen !== undefined) return seen;
    } catch (error) {
      trouble = ` (${error instanceof Error ? error.message : String(error)})`;
    }
    if (performance.now() > endMs) throw new Error(`${what}: not within ${limitS} s${trouble}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
