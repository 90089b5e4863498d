/** Names and units of signals for people. What only compares others (`compare.*`) is told by its observation and keeps its own name. */
import { isSignalId, signals } from "../../model/signal.ts";
import type { Language } from "../../model/text.ts";
import { terminalSignalNames } from "./terminal-signals.ts";
import { waySignalNames } from "./way-signals.ts";

/** English, Chinese. */
export type SignalNames = Readonly<Record<string, readonly [string, string]>>;

const names: SignalNames = { ...waySignalNames, ...terminalSignalNames };
const issuer = /^issuer\.(.+)\.(approved|refused)$/;
const outcomes: SignalNames = { approved: ["approved", "成功"], refused: ["refused", "被拒"] };

export function signalName(signal: string, language: Language): string {
  const at = language === "en" ? 0 : 1;
  const [, bank, outcome = ""] = issuer.exec(signal) ?? [];
  if (bank !== undefined) return `${bank} ${outcomes[outcome]?.[at] ?? outcome}`;
  return (Object.hasOwn(names, signal) ? names[signal]?.[at] : undefined) ?? signal;
}

/** Counts of a span, which are summed where spans are put together. */
export function isCount(signal: string): boolean {
  return /^(?:payments|issuer|reads)\./.test(signal);
}

export function signalUnit(signal: string): string {
  if (signal === "data.day_kb") return "kB";
  const shape = isSignalId(signal) ? signals[signal].shape : undefined;
  if (shape?.kind !== "number") return "";
  return shape.unit === "C" ? "°C" : shape.unit;
}
