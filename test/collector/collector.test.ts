import { systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { systemRandom } from "../../src/base/random.ts";
import { collect } from "../../src/collector/collector.ts";
import { createTally, type Tally } from "../../src/collector/tally.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { assert, suite } from "../front-door/suite.ts";
import { measures } from "../report/samples.ts";
import { createAedes } from "../support/aedes.ts";
import { createMosquitto } from "../support/mosquitto.ts";
import { createStores, databases } from "../support/stores.ts";
import { createFleet, until } from "./fleet.ts";
import { createVoice } from "./voice.ts";

const test = suite("collector/collector", { needs: ["mosquitto", "postgres"], timeoutMs: 60_000 });
const keep = { records: 30, samples: 90, cases: 400 };
const stores = createStores();
test.after(() => stores[Symbol.asyncDispose]());

interface Collector extends AsyncDisposable {
  readonly tally: Tally;
  stop(): Promise<void>;
}

/** Listening. */
async function start(port: number, store: Store, name?: string): Promise<Collector> {
  const [stop, tally] = [new AbortController(), createTally()];
  const ports = { clock: systemClock, random: systemRandom, log: silentLog };
  const broker = { url: `mqtt://127.0.0.1:${port}` };
  const running = collect({ broker, store, keep, group: "test", name, tally, ...ports }, stop.signal);
  await until(() => tally.connected);
  const end = async () => {
    stop.abort();
    await running;
  };
  return { tally, stop: end, [Symbol.asyncDispose]: end };
}

const count = async (store: Store, table: "records" | "terminals" | "audit") =>
  Number(
    (
      await store.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as("n"))
        .executeTakeFirstOrThrow()
    ).n,
  );

for (const database of databases) {
  test(`${database}: what terminals say is stored and then confirmed`, async () => {
    await using mosquitto = await createMosquitto();
    await mosquitto.start();
    await using store = await stores.open(database);
    await using collector = await start(mosquitto.port, store);
    await using fleet = await createFleet(mosquitto.port);
    const voices = Array.from({ length: 5 }, (_, at) => createVoice({ serial: `T-${at}` }));
    for (const voice of voices) {
      await fleet.say(voice.birth(1), true);
      await fleet.say(voice.alive(true, 1), true);
      for (let seq = 1; seq <= 20; seq += 1)
        await fleet.say(voice.report(seq, { kind: "measures", measures }, "up/met"));
    }
    await until(() => voices.every(({ terminal, boot }) => fleet.confirmed.get(`${terminal.serial} ${boot}`) === 20));
    assert.is(await count(store, "records"), 100);
    assert.equal([collector.tally.stored, collector.tally.duplicates], [100, 0]);
  });

  test(`${database}: states that the broker has kept are read when it begins`, async () => {
    await using mosquitto = await createMosquitto();
    await mosquitto.start();
    await using fleet = await createFleet(mosquitto.port);
    for (let at = 0; at < 250; at += 1) {
      const voice = createVoice({ serial: `T-${at}` });
      await fleet.say(voice.birth(1), true);
      await fleet.say(voice.alive(true, 1), true);
    }
    await using store = await stores.open(database);
    await using _collector = await start(mosquitto.port, store);
    await until(async () => (await count(store, "terminals")) === 250);
    const online = await store.db.selectFrom("terminals").select("id").where("online", "=", 1).execute();
    assert.is(online.length, 250);
  });

  test(`${database}: an MQTT 3.1.1 broker is enough`, async () => {
    await using broker = await createAedes();
    await broker.start();
    await using store = await stores.open(database);
    await using _collector = await start(broker.port, store);
    await using fleet = await createFleet(broker.port, 4);
    const voice = createVoice();
    for (let seq = 1; seq <= 50; seq += 1) await fleet.say(voice.caseReport(seq, "changed"));
    await until(() => fleet.confirmed.get(`${voice.terminal.serial} ${voice.boot}`) === 50);
    assert.is(await count(store, "records"), 50);
  });
}

test("two collectors of one group share the work, and each report is stored by one of them", async () => {
  await using mosquitto = await createMosquitto();
  await mosquitto.start();
  const url = await stores.address("postgres");
  await using one = await openStore({ url });
  await using other = await openStore({ url });
  await using first = await start(mosquitto.port, one);
  await using second = await start(mosquitto.port, other);
  await using fleet = await createFleet(mosquitto.port);
  const voices = Array.from({ length: 20 }, (_, at) => createVoice({ serial: `T-${at}` }));
  for (let seq = 1; seq <= 10; seq += 1) for (const voice of voices) await fleet.say(voice.caseReport(seq, "changed"));
  await until(() => voices.every(({ terminal, boot }) => fleet.confirmed.get(`${terminal.serial} ${boot}`) === 10));
  assert.ok(first.tally.stored > 0 && second.tally.stored > 0);
  assert.is(first.tally.stored + second.tally.stored, 200);
  assert.is(await count(one, "records"), 200);
});

test("what comes for a named collector while it is away is kept for it", async () => {
  await using mosquitto = await createMosquitto();
  await mosquitto.start();
  await using store = await stores.open("sqlite");
  await using fleet = await createFleet(mosquitto.port);
  const voice = createVoice();
  const first = await start(mosquitto.port, store, "one");
  await fleet.say(voice.caseReport(1, "opened"));
  await until(() => fleet.confirmed.size === 1);
  await first.stop();
  await fleet.say(voice.caseReport(2, "changed"));
  await using _second = await start(mosquitto.port, store, "one");
  await until(() => fleet.confirmed.get(`${voice.terminal.serial} ${voice.boot}`) === 2);
  assert.is(await count(store, "records"), 2);
});

test("a named collector that is back is not sent all states again", async () => {
  await using mosquitto = await createMosquitto();
  await mosquitto.start();
  await using store = await stores.open("sqlite");
  await using fleet = await createFleet(mosquitto.port);
  for (let at = 0; at < 50; at += 1) await fleet.say(createVoice({ serial: `T-${at}` }).birth(1), true);
  const first = await start(mosquitto.port, store, "one");
  await until(() => first.tally.received >= 50);
  assert.is(first.tally.received, 50);
  await first.stop();
  await using second = await start(mosquitto.port, store, "one");
  const voice = createVoice();
  await fleet.say(voice.caseReport(1, "opened"));
  await until(() => fleet.confirmed.size === 1);
  assert.is(second.tally.received, 1);
});

test("garbage, forgeries and card data are refused, counted, and hold up nothing", async () => {
  await using mosquitto = await createMosquitto();
  await mosquitto.start();
  await using store = await stores.open("sqlite");
  await using collector = await start(mosquitto.port, store);
  await using fleet = await createFleet(mosquitto.port);
  const voice = createVoice();
  const at = (leaf: string) => `pos/v1/shop-8/SN-0042/${leaf}`;
  const send = (topic: string, payload: Buffer) => fleet.client.publishAsync(topic, payload, { qos: 1 });
  await send(at("up/evt"), Buffer.from([0xff, 0xff, 0xff]));
  await send(at("up/evt"), Buffer.alloc(0));
  await send(at("up/what"), Buffer.from("x"));
  await fleet.say({ ...voice.birth(1), topic: "pos/v1/shop-8/SN-7/state/birth" });
  await fleet.say(voice.caseReport(1, "opened"));
  await until(() => fleet.confirmed.size === 1);
  const { refused } = collector.tally;
  assert.equal([refused.malformed, refused.empty, refused.unknown_topic, refused.forged], [1, 1, 1, 1]);
  const [note] = await store.db.selectFrom("audit").select(["what", "detail"]).execute();
  assert.is(note?.what, "refused.forged");
  assert.match(note?.detail ?? "", /SN-7.*SN-0042/);
  assert.is(await count(store, "terminals"), 1);
});

test.run();
