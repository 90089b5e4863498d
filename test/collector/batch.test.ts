import type { Arrival, Refusal } from "../../src/collector/arrival.ts";
import { judge } from "../../src/collector/arrival.ts";
import { type Written, writeBatch } from "../../src/collector/batch.ts";
import { decodeReport } from "../../src/report/decode.ts";
import { makeRoom } from "../../src/store/days.ts";
import type { Store } from "../../src/store/store.ts";
import type { Message } from "../../src/uplink/link.ts";
import { assert, suite } from "../front-door/suite.ts";
import { measures, pulledSim } from "../report/samples.ts";
import { createStores, type DatabaseName, databases } from "../support/stores.ts";
import { createVoice, monoMs } from "./voice.ts";

const test = suite("collector/batch", { needs: ["postgres"], timeoutMs: 30_000 });
const keep = { records: 30, samples: 90, cases: 400 };

interface Judged {
  readonly arrivals: readonly Arrival[];
  readonly refusals: readonly Refusal[];
}

function judged(messages: readonly Message[], nowMs = Date.now()): Judged {
  const all = messages.map((message) => judge(message, nowMs));
  return {
    arrivals: all.flatMap((each) => (each.kind === "taken" ? [each.arrival] : [])),
    refusals: all.flatMap((each) => (each.kind === "refused" ? [each.refusal] : [])),
  };
}

function write(store: Store, ...messages: readonly Message[]): Promise<Written> {
  return writeBatch(store, { arrivals: judged(messages).arrivals, notes: [], keep, nowMs: Date.now() });
}

const stores = createStores();
test.after(() => stores[Symbol.asyncDispose]());

async function withStore(name: DatabaseName, run: (store: Store) => Promise<void>): Promise<void> {
  await using store = await stores.open(name);
  await makeRoom(store, keep, Date.now());
  await run(store);
}

const seqsOf = async (store: Store) =>
  (await store.db.selectFrom("records").select("seq").orderBy("seq").execute()).map(({ seq }) => seq);

for (const database of databases) {
  const on = (what: string, run: (store: Store) => Promise<void>) =>
    test(`${database}: ${what}`, () => withStore(database, run));

  on("what a terminal says of its signed data and its configuration is kept until it says otherwise", async (store) => {
    const standing = { dataPack: "acme-12", dataGivenUp: "acme-13", configFellBack: true } as const;
    const kept = () =>
      store.db.selectFrom("terminals").select(["data_pack", "data_given_up", "config_fell_back"]).executeTakeFirst();
    await write(store, createVoice({ standing }).birth(1));
    assert.equal(await kept(), { data_pack: "acme-12", data_given_up: "acme-13", config_fell_back: 1 });
    await write(store, createVoice().birth(1));
    assert.equal(await kept(), { data_pack: null, data_given_up: null, config_fell_back: 0 });
  });

  on("a report is stored once, and confirmed each time that it comes", async (store) => {
    const voice = createVoice();
    const first = await write(store, voice.caseReport(1, "opened"), voice.caseReport(1, "opened"));
    assert.equal([first.stored, first.duplicates], [1, 1]);
    assert.equal(first.receipts, [{ tenant: "shop-8", serial: "SN-0042", boot: voice.boot, seq: 1 }]);
    const again = await write(store, voice.caseReport(1, "opened"));
    assert.equal([again.stored, again.duplicates, again.receipts.length], [0, 1, 1]);
    assert.equal(await seqsOf(store), [1]);
    const { payload } = await store.db.selectFrom("records").select("payload").executeTakeFirstOrThrow();
    assert.is(decodeReport(payload).kind, "ok");
  });

  on("what comes out of order is confirmed when nothing is missing below it", async (store) => {
    const voice = createVoice();
    assert.equal((await write(store, voice.report(3, { kind: "measures", measures }, "up/met"))).receipts, []);
    assert.equal(
      (await write(store, voice.caseReport(1, "opened"))).receipts.map(({ seq }) => seq),
      [1],
    );
    const dropped = { boot: voice.boot, class: "metric", count: 1, firstSeq: 2, lastSeq: 2 } as const;
    const told = await write(store, voice.report(4, { kind: "dropped", dropped: [dropped] }));
    assert.equal(
      told.receipts.map(({ seq }) => seq),
      [4],
    );
    const boot = await store.db.selectFrom("boots").selectAll().executeTakeFirstOrThrow();
    assert.equal([boot.came, boot.up_to, boot.last_seq], ["1,3-4", 4, 4]);
  });

  on("a number that was told as dropped and comes all the same is stored", async (store) => {
    const voice = createVoice();
    await write(store, voice.birth(9));
    const late = await write(store, voice.report(4, { kind: "started", terminal: voice.terminal }, "up/hist"));
    assert.equal([late.stored, late.receipts.map(({ seq }) => seq)], [1, [8]]);
  });

  on("a case opens, is told again, closes; an older report changes nothing", async (store) => {
    const voice = createVoice();
    await write(store, voice.caseReport(2, "opened"));
    const read = () => store.db.selectFrom("cases").selectAll().executeTakeFirstOrThrow();
    const opened = await read();
    assert.equal([opened.fault, opened.family, opened.severity, opened.closed_ms], ["sim.absent", "sim", 4, null]);
    const terminal = () => store.db.selectFrom("terminals").selectAll().executeTakeFirstOrThrow();
    assert.equal([(await terminal()).open_cases, (await terminal()).top_fault], [1, "sim.absent"]);
    await write(store, voice.caseReport(5, "closed"));
    await write(store, voice.caseReport(3, "changed"));
    assert.ok((await read()).closed_ms !== null);
    assert.equal(
      [(await terminal()).open_cases, (await terminal()).severity, (await terminal()).top_fault],
      [0, 0, null],
    );
    const detail: unknown = JSON.parse((await read()).detail);
    assert.ok(typeof detail === "object" && detail !== null && "evidence" in detail);
  });

  on("the set of open cases heals what was lost, and ends what it does not list", async (store) => {
    const voice = createVoice();
    const other = { ...pulledSim, id: 2, verdict: { ...pulledSim.verdict, fault: "modem.hung" } };
    await write(
      store,
      voice.birth(1),
      voice.caseReport(1, "opened"),
      voice.faults({ epoch: 7, coversSeq: 3, cases: [other] }),
    );
    const cases = await store.db.selectFrom("cases").select(["fault", "closed_ms"]).orderBy("case_id").execute();
    assert.equal(
      cases.map(({ fault, closed_ms }) => [fault, closed_ms === null]),
      [
        ["sim.absent", false],
        ["modem.hung", true],
      ],
    );
    await write(store, voice.faults({ epoch: 6, coversSeq: 3, cases: [] }));
    const terminal = await store.db.selectFrom("terminals").selectAll().executeTakeFirstOrThrow();
    assert.equal([terminal.open_cases, terminal.epoch], [1, 7]);
  });

  on("a terminal that cannot tell what is wrong is failing all the same, until it can or is well", async (store) => {
    const voice = createVoice();
    const row = () =>
      store.db
        .selectFrom("terminals")
        .select(["top_fault", "severity", "open_cases", "unsure"])
        .executeTakeFirstOrThrow();
    const candidates = [
      { fault: "host.down", probability: 0.4 },
      { fault: "cell.carrier_outage", probability: 0.3 },
    ];
    const unsure = { sinceMs: monoMs - 60_000, candidates };
    await write(store, voice.birth(1), voice.faults({ epoch: 1, coversSeq: 0, cases: [], unsure }));
    const undecided = {
      top_fault: "unlisted.undecided",
      severity: 3,
      open_cases: 0,
      unsure: JSON.stringify(candidates),
    };
    assert.equal(await row(), undecided);
    await write(store, voice.faults({ epoch: 2, coversSeq: 0, cases: [pulledSim] }));
    assert.equal(await row(), { top_fault: "sim.absent", severity: 4, open_cases: 1, unsure: null });
    await write(store, voice.faults({ epoch: 3, coversSeq: 0, cases: [], unsure: { ...unsure, candidates: [] } }));
    assert.equal(await row(), { ...undecided, unsure: "[]" });
    await write(store, voice.faults({ epoch: 4, coversSeq: 0, cases: [] }));
    assert.equal(await row(), { top_fault: null, severity: 0, open_cases: 0, unsure: null });
  });

  on("an old will changes nothing, a new one does", async (store) => {
    const voice = createVoice();
    const online = async () =>
      (await store.db.selectFrom("terminals").select("online").executeTakeFirstOrThrow()).online;
    await write(store, voice.birth(1), voice.alive(true, 8));
    await write(store, voice.alive(false, 7));
    assert.is(await online(), 1);
    await write(store, voice.alive(false, 8));
    assert.is(await online(), 0);
  });

  on("measures and heartbeats become samples, once", async (store) => {
    const voice = createVoice();
    const hour = voice.report(1, { kind: "measures", measures }, "up/met");
    await write(store, hour, hour);
    const samples = await store.db.selectFrom("samples").select(["signal", "mean", "count"]).execute();
    assert.is(samples.length, 5 + 4 + 4 + 4);
    assert.equal(
      samples.find(({ signal }) => signal === "payments.approved"),
      { signal: "payments.approved", mean: 8, count: 1 },
    );
    assert.is(samples.find(({ signal }) => signal === "modem.rsrp_dbm")?.count, 60);
  });

  on("what was told without a clock is dated when there is one", async (store) => {
    const trueMs = Date.now() - 60_000;
    const lost = createVoice({ clock: "none", wallMs: () => 1_000 });
    const found = createVoice({ clock: "ntp", wallMs: () => trueMs + 30_000, monoMs: () => monoMs + 30_000 });
    await write(store, lost.caseReport(1, "opened"));
    const before = await store.db.selectFrom("records").select("at_ms").executeTakeFirstOrThrow();
    assert.ok(Math.abs(before.at_ms - Date.now()) < 20_000);
    await write(store, found.report(2, { kind: "started", terminal: found.terminal }));
    const [record] = await store.db.selectFrom("records").select("at_ms").orderBy("seq").execute();
    const subject = await store.db.selectFrom("cases").select("opened_ms").executeTakeFirstOrThrow();
    assert.equal([record?.at_ms, subject.opened_ms], [trueMs, trueMs - 250]);
  });

  on("a clock in another century is not believed", async (store) => {
    await write(store, createVoice({ wallMs: () => 4_000_000_000_000 }).caseReport(1, "opened"));
    await write(
      store,
      createVoice({ serial: "B", wallMs: () => 0 }).report(1, { kind: "measures", measures }, "up/met"),
    );
    const rows = await store.db.selectFrom("records").select("at_ms").execute();
    assert.ok(rows.every(({ at_ms }) => Math.abs(at_ms - Date.now()) < 20_000));
  });
}

test("a terminal under another's name, and what may be card data, are refused", () => {
  const voice = createVoice();
  const { topic, payload } = voice.birth(1);
  const forged = { topic: topic.replace("SN-0042", "SN-0043"), payload, retained: false };
  assert.equal(
    judged([forged]).refusals.map(({ reason, claims }) => [reason, claims]),
    [["forged", "shop-8/SN-0042"]],
  );
  const started = createVoice().report(1, { kind: "started", terminal: { ...voice.terminal, serial: "SN-9" } });
  assert.equal(
    judged([started]).refusals.map(({ reason }) => reason),
    ["forged"],
  );
});

test.run();
