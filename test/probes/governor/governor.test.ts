import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reading } from "../../../src/model/reading.ts";
import { createGovernor } from "../../../src/probes/governor/governor.ts";
import type { Level, Rung } from "../../../src/probes/governor/permit.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { createPaperLedger } from "../../support/paper-ledger.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const test = suite("who says whether a probe may be made");

const folder = mkdtempSync(join(tmpdir(), "posdiag-governor-"));
const holdFile = join(folder, "hold");
test.after(() => rmSync(folder, { recursive: true }));
test.after.each(() => rmSync(holdFile, { force: true }));

const clock = new VirtualClock();
const limits = { hour: { connections: 3, bytes: 9_000 }, day: { connections: 9, bytes: 90_000 } };
const make = (level: Level) => createGovernor({ level, limits, holdFile, clock, ledger: createPaperLedger() });
const rung = (level: Rung["level"], name = `rung${level}`): Rung => ({ name, level, connections: 1, bytes: 300 });

test("nothing above the level that is configured, and that is not told as a refusal", async () => {
  for (const level of [0, 1, 2, 3, 4] as const) {
    const governor = make(level);
    const asked = ([1, 2, 3, 4] as const).filter((each) => each <= level);
    for (const each of [1, 2, 3, 4] as const) {
      assert.is(await make(level).ask(rung(each)), asked.includes(each) ? undefined : "level", `${level} ${each}`);
    }
    assert.is(governor.status().refused, undefined);
  }
});

test("nothing while a payment runs", async () => {
  const governor = make(2);
  governor.see(reading("txn.running", true, clock.monoMs()));
  assert.is(governor.isPaying(), true);
  assert.is(await governor.ask(rung(1)), "payment");
  governor.see(reading("txn.running", false, clock.monoMs()));
  assert.is(await governor.ask(rung(1)), undefined);
});

test("no host while the file is there, and the own network all the same", async () => {
  const governor = make(2);
  writeFileSync(holdFile, "");
  // Written at the machine's time, which is not the virtual one: it holds either way.
  writeFileSync(holdFile, new Date(clock.wallMs() + 1_000).toISOString());
  assert.equal([await governor.ask(rung(2)), await governor.ask(rung(1))], ["hold", undefined]);
  assert.is(governor.status().held, true);
  assert.equal(governor.status().refused, { rung: "rung2", why: "hold", atMs: clock.monoMs() });
  rmSync(holdFile);
  assert.is(await governor.ask(rung(2)), undefined);
});

test("no host while it was told to hold, until then or until it is told otherwise", async () => {
  const governor = make(2);
  governor.hold(clock.monoMs() + 60_000);
  assert.is(await governor.ask(rung(2)), "hold");
  await clock.advance(60_000);
  assert.is(await governor.ask(rung(2)), undefined);
  governor.hold(clock.monoMs() + 60_000);
  governor.hold(0);
  assert.is(await governor.ask(rung(2)), undefined);
});

test("the same not so soon after itself, where that is asked for", async () => {
  const governor = make(2);
  assert.is(await governor.ask(rung(2), 15_000), undefined);
  assert.equal(
    [await governor.ask(rung(2), 15_000), await governor.ask(rung(2, "other"), 15_000)],
    ["too_soon", undefined],
  );
  await clock.advance(15_000);
  assert.is(await governor.ask(rung(2), 15_000), undefined);
});

test("what it permits is booked, and what it refuses is not", async () => {
  const governor = make(2);
  for (let times = 0; times < 5; times += 1) await governor.ask(rung(2));
  assert.equal(governor.status().spent.hour, { connections: 3, bytes: 900 });
  assert.is(governor.status().refused?.why, "hour");
});

test.run();
