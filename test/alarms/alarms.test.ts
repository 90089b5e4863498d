import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Alarms, openAlarms } from "../../src/alarms/alarms.ts";
import { createStore, type Store } from "../../src/alarms/store.ts";
import type { Notice } from "../../src/alarms/telling.ts";
import { silentLog } from "../../src/base/log.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { eventOf, minuteMs } from "./samples.ts";

const test = suite("alarms", { timeoutMs: 60_000 });

let folder = "";

test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "posdiag-alarms-"));
});

test.after.each(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, "alarms.json");

function open(store: Store, clock: VirtualClock): Promise<Alarms> {
  const terms = { rearmMs: 30 * minuteMs, rankOf: () => undefined };
  return openAlarms({ store, clock, clockQuality: () => "ntp", ...terms });
}

/** A disk in memory that takes everything, or nothing. */
function paperStore(isFull = () => false): Store & { readonly texts: unknown[] } {
  const texts: unknown[] = [];
  return {
    texts,
    read: async () => undefined,
    write: async (kept) => {
      if (!isFull()) texts.push(kept);
      return !isFull();
    },
    counts: () => ({ written: texts.length, writtenBytes: 0, failed: 0, setAside: 0 }),
  };
}

async function running(alarms: Alarms, clock: VirtualClock, act: (told: Notice[]) => Promise<void>): Promise<Notice[]> {
  const stop = new AbortController();
  const told: Notice[] = [];
  const run = alarms.run(stop.signal, (notices) => void told.push(...notices));
  await act(told);
  stop.abort();
  await clock.settle(run);
  return told;
}

test("what was raised is on disk within a minute, without another word", async () => {
  const [clock, store] = [new VirtualClock(), paperStore()];
  const alarms = await open(store, clock);
  await running(alarms, clock, async () => {
    await clock.advance(5 * minuteMs);
    assert.is(store.texts.length, 0, "nothing happened, nothing is written");
    alarms.hear([eventOf("opened", "sim.absent")]);
    await clock.advance(15_000);
    assert.is(store.texts.length, 1);
  });
  assert.is(store.texts.length, 1, "nor at the end");
});

test("an alarm that flaps all day costs at most 102 writes", async () => {
  const [clock, store] = [new VirtualClock(), paperStore()];
  const alarms = await open(store, clock);
  await running(alarms, clock, async () => {
    for (let id = 1; id <= 1_440; id += 1) {
      alarms.hear([eventOf("opened", "power.supply_interrupted", { id })]);
      await clock.advance(30_000);
      alarms.hear([eventOf("closed", "power.supply_interrupted", { id })]);
      await clock.advance(30_000);
    }
  });
  assert.ok(store.texts.length <= 103, `${store.texts.length} writes, the one at the end included`);
  assert.ok(store.texts.length >= 90, `${store.texts.length} writes`);
  assert.equal([alarms.all().length, alarms.of("power.supply_interrupted")?.occurrences], [1, 1_440]);
});

test("a disk that refuses is tried again, and at the end once more", async () => {
  let isFull = true;
  const [clock, store] = [new VirtualClock(), paperStore(() => isFull)];
  const alarms = await open(store, clock);
  await running(alarms, clock, async () => {
    alarms.hear([eventOf("opened", "sim.absent")]);
    await clock.advance(10 * minuteMs);
    isFull = false;
  });
  assert.is(store.texts.length, 1);
});

test("what was not told at once and lasts is told half an hour later, by itself", async () => {
  const [clock, store] = [new VirtualClock(), paperStore()];
  const alarms = await open(store, clock);
  const told = await running(alarms, clock, async (soFar) => {
    alarms.hear([eventOf("opened", "sim.absent", { id: 1 }), eventOf("closed", "sim.absent", { id: 1 })]);
    alarms.hear([eventOf("opened", "sim.absent", { id: 2 })]);
    await clock.advance(28 * minuteMs);
    assert.is(soFar.length, 0);
    await clock.advance(4 * minuteMs);
  });
  assert.equal(
    told.map(({ event }) => [event.kind, event.case.id]),
    [["opened", 2]],
  );
  assert.is(alarms.counts().withheld, 1);
});

test("history, counts and what a person said survive a restart; numbers go on", async () => {
  const clock = new VirtualClock();
  const before = await open(createStore(path(), silentLog), clock);
  const stop = new AbortController();
  const run = before.run(stop.signal, () => {});
  before.hear([eventOf("opened", "sim.absent", { id: 1 }), eventOf("closed", "sim.absent", { id: 1 })]);
  before.hear([eventOf("opened", "sim.absent", { id: 2 })]);
  before.operate({ alarm: 1, action: "ack", by: "merchant", note: "new SIM ordered", hours: 8 });
  stop.abort();
  await run;

  const after = await open(createStore(path(), silentLog), clock);
  const alarm = after.of("sim.absent");
  assert.equal([alarm?.id, alarm?.occurrences, alarm?.isCleared, alarm?.isConfirmed], [1, 2, false, false]);
  assert.equal([alarm?.operations.at(-1)?.state, alarm?.operations.at(-1)?.note], ["ack", "new SIM ordered"]);
  const [notice] = after.hear([eventOf("opened", "sim.absent", { id: 3 })]);
  assert.is(notice?.isTold, false, "support was told of it a moment ago");
  assert.equal([after.of("sim.absent")?.occurrences, after.of("sim.absent")?.isConfirmed], [2, true]);
  after.hear([eventOf("opened", "printer.fault", { id: 4 })]);
  assert.is(after.of("printer.fault")?.id, 2);
});

test("a damaged file is set aside and said, and the inventory begins empty", async () => {
  const logged: string[] = [];
  writeFileSync(path(), '{"version":1,"checksum":"abc","inventory":{"nextId":5,"alarms":[]}}');
  const alarms = await open(
    createStore(path(), (_, event) => void logged.push(event)),
    new VirtualClock(),
  );
  assert.equal([alarms.all().length, alarms.counts().file.setAside], [0, 1]);
  assert.equal(logged, ["alarms.damaged"]);
  assert.equal(readdirSync(folder), ["alarms.json.broken-1"]);
  assert.match(readFileSync(join(folder, "alarms.json.broken-1"), "utf8"), '"nextId":5');
});

test.run();
