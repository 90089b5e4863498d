/** A verdict on the screen: cause and evidence, what was ruled out, and the merchant's sentence in both languages. */
import type { Door } from "../rig/door.ts";
import { bold, dim, green, red, type Screen, yellow } from "./screen.ts";

interface Verdict {
  readonly fault: string;
  readonly probability: number;
  readonly severity: string;
  readonly say: string;
  readonly do: readonly string[];
  readonly do_not: readonly string[];
  readonly evidence: readonly {
    readonly id: string;
    readonly readings: readonly { readonly signal: string; readonly value: unknown }[];
  }[];
}

interface View {
  readonly verdicts: readonly Verdict[];
  readonly ruled_out: readonly { readonly fault: string; readonly because: string }[];
}

const evidenceShown = 4;
const ruledOutShown = 3;

function isView(value: unknown): value is View {
  return typeof value === "object" && value !== null && "verdicts" in value && "ruled_out" in value;
}

async function ask(door: Door, lang: string): Promise<View> {
  const { diagnosis } = await door.ask("posdiag.diagnose", { lang });
  if (!isView(diagnosis)) throw new Error("the agent's answer is no diagnosis");
  return diagnosis;
}

const percent = (probability: number): string => `${(Math.min(probability, 0.999) * 100).toFixed(1)} %`;

function showEvidence(screen: Screen, verdict: Verdict, { ruled_out }: View): void {
  screen.row("verdict", `${bold(red(verdict.fault))}  ${percent(verdict.probability)}, ${verdict.severity}`);
  for (const { id, readings } of verdict.evidence.slice(0, evidenceShown)) {
    const newest = readings.at(-1);
    screen.row("", `${dim("because")} ${id} ${dim(`(${newest?.signal} = ${String(newest?.value)})`)}`);
  }
  for (const { fault, because } of ruled_out.slice(0, ruledOutShown)) {
    screen.row("", `${dim("and not")} ${fault} ${dim(`(${because})`)}`);
  }
}

function showAdvice(screen: Screen, label: string, verdict: Verdict): void {
  screen.row(label, bold(verdict.say), ...verdict.do.map((step) => green(`→ ${step}`)));
  for (const never of verdict.do_not) screen.row("", yellow(`✗ ${never}`));
}

/** Asks the agent in both languages and shows what it says of this fault. */
export async function showVerdict(screen: Screen, door: Door, fault: string): Promise<void> {
  const [chinese, english] = await Promise.all([ask(door, "zh-CN"), ask(door, "en")]);
  const own = english.verdicts.find((verdict) => verdict.fault === fault);
  const translated = chinese.verdicts.find((verdict) => verdict.fault === fault);
  if (!own || !translated) {
    screen.row("verdict", `${bold(red(fault))} ${dim("(already another by now)")}`);
    return;
  }
  showEvidence(screen, own, english);
  showAdvice(screen, "merchant", translated);
  showAdvice(screen, "", own);
}
