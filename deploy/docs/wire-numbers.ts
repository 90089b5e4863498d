/** docs/wire-numbers.md: the numbers of ids on the wire, for readers that do not have our tables. */
import { faultNumbers } from "../../src/last-resort/fault-numbers.ts";
import { signNumbers } from "../../src/last-resort/sign-numbers.ts";
import { signalNumbers } from "../../src/report/signal-numbers.ts";
import { wordNumbers } from "../../src/report/word-numbers.ts";
import { table } from "./markdown.ts";

const head = `# Numbers on the wire

<!-- Written by deploy/docs.ts from the tables of the code. Change those, not this file. -->

A message has the number of an id in place of the id wherever there is one: half as many bytes. 0, and no number, is none. Numbers stand for ever; new
ids go to the end, so a reader takes its tables from the newest version and reads every older message. Each row has ten ids, the first with the
number that stands in front.
`;

const each = 10;

function rowsOf(ids: readonly string[]): readonly (readonly string[])[] {
  const starts = ids.map((_, place) => place).filter((place) => place % each === 0);
  return starts.map((place) => [`${place + 1}`, ids.slice(place, place + each).join(" ")]);
}

const part = (title: string, where: string, ids: readonly string[]): string =>
  `\n## ${title}\n\n${where}\n\n${table(["from", "ids"], rowsOf(ids))}`;

export function wireNumbersDocument(): string {
  return [
    head,
    part("Faults", "`Verdict.fault_number`, `RuledOut.fault_numbers`.", faultNumbers),
    part("Observations", "`Evidence.number`, `RuledOut.because_number`.", signNumbers),
    part("Signals", "`Reading.signal_number`.", signalNumbers),
    part("Named values of signals", "`Reading.word_number`.", wordNumbers),
  ].join("");
}
