/** One thing that an installation must do, tried on a machine. */
import type { Machine, Said, VirtualMachine } from "./machine/machine.ts";
import type { Simulator } from "./simulator.ts";

/** What every step finds. `M` is the kind of machine that it needs. */
export interface Stage<M extends Machine = Machine> {
  readonly machine: M;
  readonly simulator: Simulator;
}

export interface Step<M extends Machine = Machine> {
  /** Stable, for programs. */
  readonly id: string;
  /** What must hold, as a sentence. */
  readonly title: string;
  /** Nothing after it has a meaning when it fails. */
  readonly vital?: true;
  /** Resolves with what was found, in a few words; rejects with what is wrong. */
  readonly run: (stage: Stage<M>) => Promise<string>;
}

export type VmStep = Step<VirtualMachine>;

/** @throws Error with the message when it does not hold. */
export function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

/** Runs a script that has to succeed; resolves with what it said. */
export async function done({ machine }: Stage, script: string): Promise<string> {
  const { code, output } = await machine.run(script);
  must(code === 0, `\`${script.trim()}\` ended with ${code}:\n${output}`);
  return output;
}

export interface Waiting<T> {
  /** What is waited for, for whoever reads that it did not come. */
  readonly what: string;
  readonly script: string;
  /** What was waited for, read from what the script said; undefined while it is not there. */
  readonly read: (said: Said) => T | undefined;
  /** Seconds; far more than it takes when nothing is said. */
  readonly limitS?: number;
}

export interface Come<T> {
  readonly value: T;
  /** How long it took. */
  readonly seconds: number;
}

/** A machine that is emulated, on a computer that has other things to do, takes its time: the bound is for what never comes. */
const patienceS = 400;
const pause = "sleep 0.3";
/** Of what the script said last, in the error. */
const shownChars = 2_000;

/** Runs the script again and again until what it says is what is waited for. */
export async function eventually<T>({ machine }: Stage, waiting: Waiting<T>): Promise<Come<T>> {
  const { what, script, read, limitS = patienceS } = waiting;
  const start = process.hrtime.bigint();
  const passed = () => Number((process.hrtime.bigint() - start) / 1_000_000n) / 1_000;
  for (;;) {
    const said = await machine.run(script);
    const value = read(said);
    if (value !== undefined) return { value, seconds: passed() };
    must(passed() < limitS, `${what} did not come about in ${limitS} s; at last:\n${said.output.slice(-shownChars)}`);
    await machine.run(pause);
  }
}
