/** What the real agent says of itself on its socket, as far as a bench looks at it. */
import type { Door } from "../../hw-sim/rig/door.ts";

/** A verdict as the merchant's screen gets it. */
export interface Named {
  readonly fault: string;
  readonly probability: number;
  readonly say: string;
  readonly do_not: readonly string[];
  readonly evidence: readonly { readonly id: string }[];
}

export interface Status {
  /** Open cases. What became of the money is told beside every cause, and is no rival of it: those are left out. */
  readonly cases: readonly { readonly fault: string; readonly probability: number }[];
  readonly readings: readonly { readonly signal: string; readonly value: unknown }[];
  /** Undefined until the modem has been recognised. */
  readonly profile: string | undefined;
}

interface RawStatus extends Pick<Status, "cases" | "readings"> {
  readonly modem: { readonly profile?: unknown };
}

export async function statusOf(door: Door): Promise<Status> {
  const { status } = await door.ask("posdiag.status");
  const raw: Partial<RawStatus> = typeof status === "object" && status !== null ? status : {};
  const { cases = [], readings = [], modem = {} } = raw;
  const { profile } = modem;
  return {
    cases: cases.filter(({ fault }) => !fault.startsWith("txn.")),
    readings,
    profile: typeof profile === "string" ? profile : undefined,
  };
}

export interface Look {
  readonly verdicts: readonly Named[];
  /** True: the verdicts are candidates only, none likelier than not. */
  readonly unknown: boolean;
}

export async function lookAt(door: Door, lang: "zh-CN" | "en" = "en"): Promise<Look> {
  const { diagnosis } = await door.ask("posdiag.diagnose", { lang });
  const raw: Partial<Look> = typeof diagnosis === "object" && diagnosis !== null ? diagnosis : {};
  const { verdicts = [], unknown = false } = raw;
  return { verdicts, unknown };
}

/** What is thought now, likeliest first. */
export async function thoughtOf(door: Door): Promise<readonly string[]> {
  const { verdicts } = await lookAt(door);
  return verdicts.map(({ fault, probability }) => `${fault} ${probability.toFixed(2)}`);
}

/** The newest readings, for who has to find out why. */
export function knownOf({ readings }: Status): readonly string[] {
  return readings.filter(({ value }) => value !== null).map(({ signal, value }) => `${signal}=${value}`);
}
