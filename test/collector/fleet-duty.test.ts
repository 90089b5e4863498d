import { seededRandom } from "../../src/base/random.ts";
import { createFleetDuty, type FleetDuty, type HintToSend, keepFleetDuty } from "../../src/collector/fleet-duty.ts";
import { makeRoom } from "../../src/store/days.ts";
import type { Store } from "../../src/store/store.ts";
import { members } from "../fleet/small-fleet.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createStores, databases } from "../support/stores.ts";
import { turn, VirtualClock } from "../support/virtual-clock.ts";

const test = suite("collector/fleet-duty", { needs: ["postgres"], timeoutMs: 30_000 });
const stores = createStores();
test.after(() => stores[Symbol.asyncDispose]());

const keep = { records: 30, samples: 90, cases: 400 };
const all = members();

interface Bench {
  readonly store: Store;
  readonly clock: VirtualClock;
  readonly hints: HintToSend[];
  duty(holder: string): FleetDuty;
  /** Ten seconds, and a beat at the end of each. */
  beats(duty: FleetDuty, count: number): Promise<void>;
  lose(ids: readonly number[]): Promise<void>;
  tell(ids: readonly number[], fault: string): Promise<void>;
  recover(): Promise<void>;
}

async function enrolAll({ db }: Store, nowMs: number): Promise<void> {
  const rows = all.map(({ id, tenant, version, shop, region, carrier, acquirer }) => ({
    ...{ id, tenant, serial: `t${id}`, online: 1, seen_ms: nowMs, changed_ms: nowMs, agent_version: version ?? null },
    ...{ shop: shop ?? null, region: region ?? null, carrier: carrier ?? null, acquirer: acquirer ?? null },
  }));
  await db.insertInto("terminals").values(rows).execute();
}

async function createBench(store: Store): Promise<Bench> {
  const clock = new VirtualClock();
  const hints: HintToSend[] = [];
  await makeRoom(store, keep, clock.wallMs());
  await enrolAll(store, clock.wallMs());
  const { db } = store;
  const change = (ids: readonly number[], row: { readonly online?: number; readonly open_cases?: number }) =>
    db
      .updateTable("terminals")
      .set({ ...row, changed_ms: clock.wallMs() })
      .where("id", "in", ids)
      .execute();
  return {
    ...{ store, clock, hints },
    duty: (holder) =>
      createFleetDuty({
        ...{ store, holder, clock, random: seededRandom(holder.length), log: () => {} },
        onHints: (sent) => void hints.push(...sent),
      }),
    beats: async (duty, count) => {
      for (let beat = 0; beat < count; beat += 1) {
        await clock.advance(10_000);
        await duty.beat();
      }
    },
    lose: async (ids) => void (await change(ids, { online: 0 })),
    tell: async (ids, fault) => {
      const nowMs = clock.wallMs();
      const rows = ids.map((id) => ({
        ...{ terminal_id: id, boot: "00", case_id: 1, fault, family: "cell", severity: 4, probability: 0.9, seq: 1 },
        ...{ opened_ms: nowMs, changed_ms: nowMs, closed_ms: null, occurrence: 1, raises_day: null, detail: "{}" },
      }));
      await db.insertInto("cases").values(rows).execute();
      await change(ids, { open_cases: 1 });
    },
    recover: async () => {
      await db.updateTable("cases").set({ closed_ms: clock.wallMs() }).execute();
      await change(
        all.map(({ id }) => id),
        { online: 1, open_cases: 0 },
      );
    },
  };
}

const struck = all.filter(({ carrier }) => carrier === "46000").map(({ id }) => id);
const even = struck.filter((id) => id % 2 === 0);
const odd = struck.filter((id) => id % 2 === 1);
const incidents = ({ store }: Bench) => store.db.selectFrom("incidents").selectAll().orderBy("began_ms").execute();

for (const database of databases) {
  const on = (what: string, run: (bench: Bench) => Promise<void>) =>
    test(`${database}: ${what}`, async () => {
      await using store = await stores.open(database);
      await run(await createBench(store));
    });

  on("an outage becomes one row and one hint for those who told of it, and ends", async (bench) => {
    const duty = bench.duty("one");
    await bench.beats(duty, 2);
    await bench.lose(odd);
    await bench.tell(even, "cell.no_service");
    await bench.beats(duty, 4);
    const [row, ...others] = await incidents(bench);
    assert.equal(others, []);
    assert.equal([row?.tenant, row?.fault, row?.concerns], ["acme", "cell.carrier_outage", '{"carrier":"46000"}']);
    assert.equal([row?.affected, row?.total, row?.ended_ms], [40, 40, null]);
    assert.equal(new Set(JSON.parse(row?.detail ?? "").members), new Set(struck));
    assert.equal(
      bench.hints.map(({ to, hint }) => [new Set(to.map(({ serial }) => serial)), hint.concerns]),
      [[new Set(even.map((id) => `t${id}`)), { carrier: "46000" }]],
    );
    const kept = await bench.store.db.selectFrom("hints").selectAll().execute();
    assert.equal(
      kept.map(({ id, incident_id, sent }) => [id, incident_id, sent]),
      [[bench.hints[0]?.hint.id, row?.id, even.length]],
    );
    assert.match(kept[0]?.id ?? "", /^[0-9a-f]{16}$/);
    await bench.recover();
    await bench.beats(duty, 20);
    const [over] = await incidents(bench);
    assert.ok(over?.ended_ms !== null);
    assert.equal([bench.hints.length, bench.hints.at(-1)?.hint.figures[0]?.value], [2, 0]);
  });

  on("one process does it; when it is gone another goes on with the same incident", async (bench) => {
    const [one, other] = [bench.duty("one"), bench.duty("other")];
    await bench.beats(one, 2);
    assert.is(await other.beat(), false);
    assert.is(other.counts(), undefined);
    await bench.lose(odd);
    await bench.tell(even, "cell.no_service");
    await bench.beats(one, 4);
    const [before] = await incidents(bench);
    await bench.clock.advance(60_001);
    assert.is(await other.beat(), true);
    assert.is(await one.beat(), false);
    await bench.beats(other, 30);
    const after = await incidents(bench);
    assert.equal(
      after.map(({ id, affected, ended_ms }) => [id, affected, ended_ms]),
      [[before?.id, 40, null]],
    );
  });

  on("payments that an issuer refuses are counted once, whoever stored them", async (bench) => {
    const duty = bench.duty("one");
    const pay = async (of: (place: number) => readonly [approved: number, refused: number]) => {
      const atMs = bench.clock.wallMs();
      const sample = (id: number, signal: string, count: number) => ({
        ...{ terminal_id: id, signal, at_ms: atMs - 1_000, low: count, mean: count, high: count, count: 1 },
      });
      const rows = all.flatMap(({ id }) =>
        ["b1", "b2"].flatMap((issuer, place) => {
          const [approved, refused] = of(place);
          return [sample(id, `issuer.${issuer}.approved`, approved), sample(id, `issuer.${issuer}.refused`, refused)];
        }),
      );
      await bench.store.db.insertInto("samples").values(rows).execute();
      await bench.store.db.updateTable("terminals").set({ seen_ms: atMs }).execute();
    };
    await bench.beats(duty, 1);
    await pay(() => [4, 0]);
    await bench.beats(duty, 8);
    await bench.clock.advance(1_200_000);
    assert.equal(await incidents(bench), []);
    await pay((place) => (place === 0 ? [0, 4] : [4, 0]));
    await bench.beats(duty, 13);
    const [row] = await incidents(bench);
    assert.equal([row?.fault, row?.concerns, row?.affected], ["issuer.unreachable", '{"issuer":"b1"}', all.length]);
  });
}

test("whoever stops gives the lease back, so that another need not wait for it to run out", async () => {
  await using store = await stores.open("sqlite");
  const bench = await createBench(store);
  const stop = new AbortController();
  const options = { store, holder: "one", clock: bench.clock, random: seededRandom(1), log: () => {} };
  const running = keepFleetDuty({ ...options, onHints: () => {} }, stop.signal);
  while (bench.clock.sleeping === 0) await turn();
  assert.is(await bench.duty("other").beat(), false);
  stop.abort();
  await running;
  assert.is(await bench.duty("other").beat(), true);
});

test("a database that fails is said, and everything is read again when it is back", async () => {
  const store = await stores.open("sqlite");
  const bench = await createBench(store);
  const duty = bench.duty("one");
  await bench.beats(duty, 1);
  assert.is(duty.counts()?.members, all.length);
  await store[Symbol.asyncDispose]();
  await bench.clock.advance(10_000);
  const failed = await duty.beat().then(
    () => false,
    () => true,
  );
  assert.is(failed, true);
  assert.is(duty.counts(), undefined);
});

test.run();
