import { systemClock } from "../../src/base/clock.ts";
import { seededRandom } from "../../src/base/random.ts";
import { createFinder } from "../../src/doctor/finding.ts";
import { openPlace } from "../../src/doctor/open-place.ts";
import type { Check, Place } from "../../src/doctor/place.ts";
import { type Listener, runChecks } from "../../src/doctor/run.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("a run of the doctor");

const silent: Listener = { found: () => {}, waiting: () => {} };
const find = createFinder("node");
const quick: Check = { id: "node", limitMs: 60_000, look: async () => find("unlisted") };
const hung: Check = { id: "disk", limitMs: 20, look: () => new Promise(() => {}) };
const endless: Check = { id: "disk", limitMs: 60_000, look: () => new Promise(() => {}) };

function place(stop = new AbortController().signal): Promise<Place> {
  return openPlace({
    ...{ clock: systemClock, random: seededRandom(1), run: async () => ({ kind: "missing" }), stop },
    ...{
      program: { version: "1", engines: ">=20" },
      file: "/dev/null/none",
      offline: true,
      user: undefined,
      root: "/dev/null",
    },
  });
}

test("who does not answer in time is late, and the others are told in their order", async () => {
  const told: string[] = [];
  const found: Listener["found"] = ({ finding }) => told.push(`${finding.check} ${finding.reason}`);
  const all = await runChecks([hung, quick], await place(), { ...silent, found });
  assert.equal(told, ["disk late", "node unlisted"]);
  assert.equal(
    all.map(({ finding }) => finding.outcome),
    ["warn", "ok"],
  );
});

test("an interrupt ends it at once: what is not done is skipped", async () => {
  const stop = new AbortController();
  const running = runChecks([quick, endless], await place(stop.signal), silent);
  stop.abort();
  const [, last] = await running;
  assert.equal([last?.finding.reason, last?.finding.outcome], ["stopped", "skipped"]);
});

test("a bug comes out, also of a check whose turn has not come", async () => {
  const broken: Check = { id: "clock", limitMs: 60_000, look: async () => Promise.reject(new TypeError("a bug")) };
  const error = await runChecks([quick, broken], await place(), silent).catch((thrown: unknown) => thrown);
  assert.instance(error, TypeError);
});

test.run();
