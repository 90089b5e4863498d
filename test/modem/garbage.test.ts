import { parseCops } from "../../src/at/parse/operator.ts";
import { parseRegistration } from "../../src/at/parse/registration.ts";
import { parseCpin, parseIccid } from "../../src/at/parse/sim.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type GarbageCase, loadGarbage, playGarbage, type StepResult } from "./garbage.ts";

const test = suite("garbage on the line", { timeoutMs: 20_000 });

const outcomeKinds: Readonly<Record<string, string>> = {
  OK: "ok",
  ERROR: "error",
  CME: "cme",
  "NO CARRIER": "call",
  TIMEOUT: "silent",
  PORT_LOST: "port_lost",
  MODEM_RESET: "reset",
  NOT_AT_PORT: "silent",
};

function parsed(info: readonly string[]): Record<string, unknown> {
  const registration = info.map(parseRegistration).find((each) => each !== undefined);
  return {
    n: registration?.n,
    stat: registration?.stat,
    iccid: info.map(parseIccid).find((each) => each !== undefined),
    act: parseCops(info)?.act,
    sim_state: info.map(parseCpin).find((each) => each !== undefined)?.state,
  };
}

/** One rule for each key that a transcript may expect. */
const rules: Readonly<Record<string, (want: unknown, got: StepResult, where: string) => void>> = {
  outcome: (want, { outcome, counts }, where) => {
    assert.is(outcome?.kind, outcomeKinds[String(want)], where);
    if (want === "NOT_AT_PORT") assert.ok(counts.nmea > 0, where);
  },
  cme: (want, { outcome }, where) => assert.is(outcome?.kind === "cme" && outcome.code, want, where),
  info: (want, { info }, where) => assert.equal(info, want, where),
  urcs: (want, { resets, urcs }, where) => {
    assert.equal([...Array.from({ length: resets }, () => "RDY"), ...urcs], want, where);
  },
  urc_prefixes: (want, { urcs }, where) => {
    const prefixes: readonly unknown[] = Array.isArray(want) ? want : [];
    assert.ok(
      prefixes.every((prefix) => urcs.some((text) => text.startsWith(`${prefix}:`))),
      where,
    );
  },
  one_of: (want, { info }, where) => assert.ok(Array.isArray(want) && want.includes(parsed(info)["iccid"]), where),
  parsed: (want, { info }, where) => {
    for (const [key, value] of Object.entries(want ?? {})) assert.is(parsed(info)[key], value, where);
  },
  recover: (_, { written }, where) => assert.ok(written.includes("\x1b\r"), where),
  bounded_memory: (_, { counts }, where) => assert.is(counts.overlong, 1, where),
};

function check(expect: Readonly<Record<string, unknown>>, got: StepResult, where: string): void {
  for (const [key, want] of Object.entries(expect)) rules[key]?.(want, got, where);
}

async function holds(example: GarbageCase, cut: (text: string) => readonly string[], where: string): Promise<void> {
  const results = await playGarbage(example, cut);
  for (const [at, step] of example.steps.entries()) {
    const result = results[at];
    if (result) check(step.expect, result, `${where}, step ${at + 1}`);
  }
}

/** Long streams are cut near their ends, where something happens. */
function cuts(example: GarbageCase): number[] {
  const lengths = example.steps.flatMap(({ rx }) => rx.map(({ data = "", repeat = 1 }) => data.length * repeat));
  const longest = Math.max(0, ...lengths);
  const all = Array.from({ length: longest + 1 }, (_, at) => at);
  return all.filter((at) => at < 300 || at > longest - 3);
}

for (const example of loadGarbage()) {
  test(`${example.id}: ${example.title}`, async () => {
    await holds(example, (text) => [text], "in one piece");
    await holds(example, (text) => (text.length > 1_000 ? [text] : [...text]), "byte by byte");
  });

  test(`${example.id} is the same wherever the stream is cut`, async () => {
    for (const at of cuts(example)) await holds(example, (text) => [text.slice(0, at), text.slice(at)], `cut at ${at}`);
  });
}

test.run();
