/** What was tried and measured, as text: the tables of docs/arm.md. */
import { tableText } from "../bench/table.ts";
import type { Figures } from "./agent-life.ts";
import type { Resident } from "./resident.ts";
import type { Trial } from "./trial.ts";

const nameOf = ({ platform, emulated }: Trial): string => (emulated ? `${platform}, emulated` : platform);

export function stepsTable(trials: readonly Trial[]): string {
  const names = [...new Set(trials.flatMap(({ steps }) => steps.map(({ name }) => name)))];
  const resultOf = (trial: Trial, name: string): string => {
    const step = trial.steps.find((one) => one.name === name);
    return step === undefined ? "not tried" : step.passed ? "pass" : "FAIL";
  };
  return tableText({
    title: "What was tried",
    columns: ["what", ...trials.map(nameOf)],
    rows: names.map((name) => [name, ...trials.map((trial) => resultOf(trial, name))]),
  });
}

const megabytes = (kb: number): string => (kb / 1_024).toFixed(1);

const nowhere: Resident = { allKb: Number.NaN, ownKb: Number.NaN };

const rows: readonly (readonly [string, (figures: Figures, bare: Resident) => string])[] = [
  ["port open, ms", ({ readyMs }) => readyMs.toFixed(0)],
  ["modem's first answer, ms", ({ answerMs }) => answerMs.toFixed(0)],
  ["SIM read, ms", ({ simMs }) => simMs.toFixed(0)],
  ["processor time until SIM read, ms", ({ cpuMs }) => cpuMs.toFixed(0)],
  ["Node alone, VmRSS, MB", (_, bare) => megabytes(bare.allKb)],
  ["Node alone, its own pages, MB", (_, bare) => megabytes(bare.ownKb)],
  ["agent, VmRSS, MB", ({ agent }) => megabytes(agent.allKb)],
  ["agent, its own pages, MB", ({ agent }) => megabytes(agent.ownKb)],
];

export function figuresTable(trials: readonly Trial[]): string {
  return tableText({
    title: "What it takes (emulated, VmRSS is the emulator's: what it has translated is in it)",
    columns: ["figure", ...trials.map((trial) => `${nameOf(trial)}, Node ${trial.node}`)],
    rows: rows.map(([name, of]) => [
      name,
      ...trials.map(({ figures, bare = nowhere }) => (figures ? of(figures, bare) : "")),
    ]),
  });
}
