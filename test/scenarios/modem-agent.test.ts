/** The real agent beside the simulated modem on a pseudo-terminal. All rows: `npm run bench -- scenarios --side modem`. */
import { assert, suite } from "../front-door/suite.ts";
import { isRightLife, liveWithModem, type ModemLife } from "../support/modem-life.ts";
import { modemFaults } from "./modem-faults.ts";

/** A case by an unsolicited line, one by the answer to a poll, and a port that comes back under another number. */
const chosen: readonly string[] = ["SIM pulled", "arrears: barred by the operator", "port renumbered"];

const faults = modemFaults.filter(({ name }) => chosen.includes(name));
const test = suite("what is wrong with the modem, by the real agent", { timeoutMs: 240_000 });
const lives = new Map<string, ModemLife>();

/** What is named ends the look at once; where nothing may be named it is looked at no longer than this. */
const silenceS = 15;

// Each has a modem and an agent of its own, and all of them wait most of the time.
test.before(async () => {
  const lasting = faults.map((fault) => (fault.verdict === undefined ? { ...fault, lasts: silenceS } : fault));
  const all = await Promise.all(lasting.map((fault) => liveWithModem(fault, { seed: 7, healthyS: 6 })));
  for (const life of all) lives.set(life.fault.name, life);
});

test("every fault that is named here exists", () => {
  assert.equal(faults.map(({ name }) => name).toSorted(), chosen.toSorted());
});

for (const { name, verdict } of faults) {
  test(`${name} → ${verdict ?? "nothing to say"}`, () => {
    const life = lives.get(name);
    assert.ok(life && isRightLife(life), life && `${life.all.join(", ")} | ${life.thought.join(", ")}\n${life.story}`);
  });
}

test.run();
