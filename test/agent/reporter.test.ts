import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createReporter } from "../../src/agent/reporter.ts";
import { systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { seededRandom } from "../../src/base/random.ts";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import type { Case, CaseEvent } from "../../src/model/case.ts";
import { openOutbox } from "../../src/outbox/outbox.ts";
import { assert, suite } from "../front-door/suite.ts";
import { pulledSim, terminal } from "../report/samples.ts";
import { turn } from "../support/virtual-clock.ts";

const test = suite("agent/reporter");

async function bench() {
  const folder = await mkdtemp(join(tmpdir(), "posdiag-reporter-"));
  const outbox = await openOutbox({
    dir: join(folder, "outbox"),
    limits: { bytes: 1_048_576, count: 100, ageMs: 86_400_000 },
    ...{ clock: systemClock, log: silentLog, random: seededRandom(1), systemBoot: "boot" },
  });
  const cardData = createCardDataGuard();
  let sets = 0;
  const reporter = createReporter({
    ...{ outbox, clock: systemClock, log: silentLog, cardData },
    clockQuality: () => "ntp",
    cases: () => [],
    newest: () => [],
    onFaultSet: () => {
      sets += 1;
    },
  });
  const now = systemClock.monoMs();
  // Readings of the sample would be of the time before this machine was started.
  const verdict = { ...pulledSim.verdict, evidence: [] };
  const told: Case = { ...pulledSim, verdict, ruledOut: [], openedAtMs: now, changedAtMs: now };
  const end = async () => {
    await outbox.close();
    await rm(folder, { recursive: true });
  };
  return { outbox, cardData, reporter, published: () => sets, now, told, end };
}

test("a record that holds card data is not stored, and is counted; the next one is", async () => {
  const { outbox, cardData, reporter, now, told, end } = await bench();
  const verdict = { ...told.verdict, evidence: [{ id: "cvv=123", readings: [], weight: 1 }] };
  const event = (subject: typeof told) => ({ kind: "opened", atMs: now, case: subject }) as const;
  await reporter.append("fault", { kind: "case", event: event({ ...told, verdict }), snapshot: [] });
  assert.is(outbox.pendingCount(), 0);
  await reporter.append("state", { kind: "started", terminal });
  assert.is(outbox.pendingCount(), 1);
  assert.is(cardData.refused().record, 1);
  assert.is(reporter.lost, 1);
  await end();
});

test("a raise that is withheld makes no record, and the set of cases has another epoch all the same", async () => {
  const { outbox, reporter, published, now, told, end } = await bench();
  const event = { kind: "opened", atMs: now, case: told } as const;
  const recurrence = { raisesDay: 2, untold: 1 };
  const rising = [reporter.faultSet().epoch];
  for (const isTold of [true, false, false]) {
    reporter.tell([{ event, isTold, recurrence }]);
    await reporter.settled();
    await turn();
    rising.push(reporter.faultSet().epoch);
  }
  assert.is(outbox.pendingCount(), 1);
  assert.is(published(), 1);
  assert.equal(
    rising,
    [...new Set(rising)].toSorted((a, b) => a - b),
  );
  await end();
});

test("a terminal that cannot choose between causes publishes the set when that lasts, and takes it back with the case", async () => {
  const { reporter, published, now, told, end } = await bench();
  const verdicts = [{ ...told.verdict, fault: "host.down", probability: 0.4 }];
  const think = (atMs: number, unknown: boolean, events: readonly CaseEvent[] = []) => {
    const rest = { progress: "none", rivals: [], ruledOut: [], nextTests: [] } as const;
    reporter.see({ diagnosis: { ...rest, atMs, verdicts, unknown }, evidence: [], events });
  };
  const { epoch } = reporter.faultSet();
  const event: CaseEvent = { kind: "opened", atMs: now, case: told };
  think(now, true);
  think(now, false, [event]);
  assert.equal([published(), reporter.faultSet().unsure], [0, undefined]);
  think(now - 30_000, true);
  const candidates = [{ fault: "host.down", probability: 0.4 }];
  assert.equal([published(), reporter.faultSet().unsure], [1, { sinceMs: now - 30_000, candidates }]);
  assert.ok(reporter.faultSet().epoch > epoch);
  think(now, false, [event]);
  reporter.tell([{ event, isTold: true, recurrence: { raisesDay: 1, untold: 0 } }]);
  await reporter.settled();
  await turn();
  assert.equal([published(), reporter.faultSet().unsure], [2, undefined]);
  await end();
});

test.run();
