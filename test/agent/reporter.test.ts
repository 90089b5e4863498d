import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createReporter } from "../../src/agent/reporter.ts";
import { systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { seededRandom } from "../../src/base/random.ts";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import { openOutbox } from "../../src/outbox/outbox.ts";
import { assert, suite } from "../front-door/suite.ts";
import { pulledSim, terminal } from "../report/samples.ts";

const test = suite("agent/reporter");

test("a record that holds card data is not stored, and is counted; the next one is", async () => {
  const folder = await mkdtemp(join(tmpdir(), "posdiag-reporter-"));
  const outbox = await openOutbox({
    dir: join(folder, "outbox"),
    limits: { bytes: 1_048_576, count: 100, ageMs: 86_400_000 },
    ...{ clock: systemClock, log: silentLog, random: seededRandom(1), systemBoot: "boot" },
  });
  const cardData = createCardDataGuard();
  const reporter = createReporter({
    ...{ outbox, clock: systemClock, log: silentLog, cardData },
    clockQuality: () => "ntp",
    cases: () => [],
    newest: () => [],
    onFaultSet: () => {},
  });
  const now = systemClock.monoMs();
  const told = { ...pulledSim, openedAtMs: now, changedAtMs: now };
  const verdict = { ...told.verdict, evidence: [{ id: "cvv=123", readings: [], weight: 1 }] };
  const event = (subject: typeof told) => ({ kind: "opened", atMs: now, case: subject }) as const;
  await reporter.append("fault", { kind: "case", event: event({ ...told, verdict }), snapshot: [] });
  assert.is(outbox.pendingCount(), 0);
  await reporter.append("state", { kind: "started", terminal });
  assert.is(outbox.pendingCount(), 1);
  assert.is(cardData.refused().record, 1);
  assert.is(reporter.lost, 1);
  await outbox.close();
  await rm(folder, { recursive: true });
});

test.run();
