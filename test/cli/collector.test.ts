import { type ChildProcess, spawn } from "node:child_process";
import { collectorCommand } from "../../src/cli/collector.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import { openStore } from "../../src/store/store.ts";
import { createFleet, type Fleet, until } from "../collector/fleet.ts";
import { createVoice, type Voice } from "../collector/voice.ts";
import { assert, suite } from "../front-door/suite.ts";
import { loader } from "../support/loader.ts";
import { createMosquitto } from "../support/mosquitto.ts";
import { createPostgres } from "../support/postgres.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("cli/collector", { needs: ["mosquitto", "postgres"], timeoutMs: 180_000 });

interface Process extends AsyncDisposable {
  readonly said: () => string;
  end(signal: NodeJS.Signals): Promise<number | null>;
}

async function start(...args: readonly string[]): Promise<Process> {
  const child: ChildProcess = spawn(process.execPath, [
    "--import",
    loader,
    "test/collector/process.ts",
    "collector",
    ...args,
  ]);
  let said = "";
  child.stderr?.on("data", (text: Buffer) => {
    said += text.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await until(() => /connected|posdiag: /.test(said) || child.exitCode !== null);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    said: () => said,
    end,
    [Symbol.asyncDispose]: async () => void (await end("SIGKILL")),
  };
}

/** What a terminal does with a report that nobody confirms: it says it again. */
async function sayUntilConfirmed(fleet: Fleet, voice: Voice, count: number): Promise<void> {
  const key = `${voice.terminal.serial} ${voice.boot}`;
  const isDone = () => (fleet.confirmed.get(key) ?? 0) >= count;
  while (!isDone()) {
    const from = (fleet.confirmed.get(key) ?? 0) + 1;
    for (let seq = from; seq <= count; seq += 1)
      await fleet.say(voice.caseReport(seq, seq === 1 ? "opened" : "changed"));
    const givesUpMs = Date.now() + 2_000;
    await until(() => isDone() || Date.now() > givesUpMs);
  }
}

test("two share the work; one is killed in the middle, and every report is there once", async () => {
  await using mosquitto = await createMosquitto();
  await mosquitto.start();
  await using postgres = await createPostgres();
  const [broker, database] = [`mqtt://127.0.0.1:${mosquitto.port}`, postgres.url];
  const named = (name: string) => start("--broker", broker, "--database", database, "--name", name);
  await using _one = await named("one");
  const two = await named("two");
  await using fleet = await createFleet(mosquitto.port);
  const voices = Array.from({ length: 10 }, (_, at) => createVoice({ serial: `T-${at}` }));
  for (const voice of voices) await fleet.say(voice.birth(1), true);
  const saying = Promise.all(voices.map((voice) => sayUntilConfirmed(fleet, voice, 50)));
  await until(() => [...fleet.confirmed.values()].reduce((sum, seq) => sum + seq, 0) > 80);
  await two.end("SIGKILL");
  await using again = await named("two");
  await saying;
  await using store = await openStore({ url: database });
  const rows = await store.db.selectFrom("records").select(["terminal_id", "seq"]).execute();
  assert.is(rows.length, 500);
  assert.is(new Set(rows.map(({ terminal_id, seq }) => `${terminal_id} ${seq}`)).size, 500);
  const boots = await store.db.selectFrom("boots").select(["came", "up_to"]).execute();
  assert.ok(boots.every(({ came, up_to }) => came === "1-50" && up_to === 50));
  assert.is(await again.end("SIGTERM"), 0);
});

/** Killed, PostgreSQL forgets what it has committed and not written: not here. */
const lasting = { settings: ["fsync=off"] };

test("while the database is away nothing is acknowledged, and nothing is lost", async () => {
  await using mosquitto = await createMosquitto();
  await mosquitto.start();
  await using postgres = await createPostgres(lasting);
  await using collector = await start("--broker", `mqtt://127.0.0.1:${mosquitto.port}`, "--database", postgres.url);
  await using fleet = await createFleet(mosquitto.port);
  const voice = createVoice();
  const key = `${voice.terminal.serial} ${voice.boot}`;
  await fleet.say(voice.caseReport(1, "opened"));
  await until(() => fleet.confirmed.get(key) === 1);
  await postgres.stop("SIGQUIT");
  for (let seq = 2; seq <= 300; seq += 1) await fleet.say(voice.caseReport(seq, "changed"));
  await until(() => /database_away/.test(collector.said()));
  assert.is(fleet.confirmed.get(key), 1);
  await postgres.start();
  await until(() => fleet.confirmed.get(key) === 300);
  await using store = await openStore({ url: postgres.url });
  assert.is((await store.db.selectFrom("records").select("seq").execute()).length, 300);
});

test("wrong use is said, with what is allowed", async () => {
  const asked = async (...args: readonly string[]) => {
    const { io, err } = capturedIo();
    return [await dispatch([collectorCommand], ["collector", ...args], io), err()];
  };
  const broker = ["--broker", "mqtt://127.0.0.1:1883"];
  assert.equal((await asked(...broker))[0], 64);
  assert.match(String((await asked(...broker, "--database", "x.db", "--keep-records", "0"))[1]), /1 to 3660/);
  assert.equal((await asked(...broker, "--database", "mysql://x"))[0], 64);
  assert.equal((await asked(...broker, "--database", "/nowhere/at/all.db"))[0], 74);
});

test.run();
