import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openConfiguration } from "../../src/agent/start-configuration.ts";
import { isAgentError } from "../../src/base/errors.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("agent/start-configuration");

let folder = "";
let logged: string[] = [];
const path = () => join(folder, "config.jsonc");
const kept = () => join(folder, "state", "config-good.json");

test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "posdiag-start-"));
  logged = [];
});
test.after.each(() => rmSync(folder, { recursive: true, force: true }));

const whole = {
  terminal: { tenant: "acme", serial: "PX7-00042" },
  modem: { port: "/dev/ttyUSB2" },
  acquirer: { host: "pos.example.com", port: 5500 },
  uplink: { url: "mqtts://broker.example.com" },
};

const lay = (change: object = {}) => writeFileSync(path(), JSON.stringify({ ...whole, ...change }, null, 1));
const layText = (text: string) => writeFileSync(path(), text);

async function start(place: string | null = join(folder, "state")) {
  const clock = new VirtualClock();
  const state = place ?? undefined;
  const start = await openConfiguration({ path: path(), state, clock, log: (_, event) => void logged.push(event) });
  await start.begin();
  const live = async () => {
    const running = start.run(new AbortController().signal);
    await clock.advance(1_801_000);
    await running;
    await start.end();
  };
  return { ...start, live };
}

const codeOf = async (starting: Promise<unknown>): Promise<string> => {
  try {
    await starting;
    return "started";
  } catch (error) {
    if (!isAgentError(error)) throw error;
    return error.code;
  }
};

test("what the agent has run with long enough is kept, for its owner only", async () => {
  lay();
  const first = await start();
  assert.equal(first.view(), { source: "file", why: null, problem: null, trial_left_s: 1_800 });
  await first.live();
  assert.is(first.view().trial_left_s, null);
  assert.is(statSync(kept()).mode & 0o777, 0o600);
  assert.equal([(await start()).view().trial_left_s, logged], [null, ["config.good"]]);
});

test("a file that is wrong or gone does not make the terminal blind, and it is said", async () => {
  lay();
  await (await start()).live();
  lay({ log: { level: "loud" } });
  const wrong = await start();
  assert.equal([wrong.config["log.level"], wrong.view().source, wrong.view().why], ["info", "last_good", "wrong"]);
  assert.match(wrong.view().problem ?? "", /log\.level/);
  layText("{ ");
  assert.is((await start()).view().why, "wrong");
  rmSync(path());
  assert.is((await start()).view().why, "unreadable");
  assert.equal(logged.filter((event) => event === "config.fell_back").length, 3);
  lay({ log: { level: "debug" } });
  assert.equal([(await start()).config["log.level"]], ["debug"]);
});

test("with nothing good to go back to the error of the file counts", async () => {
  lay({ log: { level: "loud" } });
  assert.is(await codeOf(start()), "CONFIG_INVALID");
  rmSync(path());
  assert.is(await codeOf(start()), "INPUT_UNREADABLE");
  lay();
  await (await start(null)).live();
  lay({ log: { level: "loud" } });
  assert.is(await codeOf(start(null)), "CONFIG_INVALID", "without a folder nothing is kept");
});

test("a file that is right and with which the agent does not live is gone back from", async () => {
  lay();
  await (await start()).live();
  lay({ log: { level: "debug" } });
  for (const source of ["file", "file", "last_good", "last_good"]) assert.is((await start()).view().source, source);
  assert.is((await start()).view().why, "did_not_live");
});

test("the configuration of another terminal is never gone back to", async () => {
  lay();
  await (await start()).live();
  lay({ terminal: { tenant: "other", serial: "PX7-00042" }, log: { level: "loud" } });
  assert.is(await codeOf(start()), "CONFIG_INVALID");
  layText('{ "terminal": { "serial": "PX7-00043", ');
  assert.is(await codeOf(start()), "CONFIG_INVALID");
  lay({ terminal: { tenant: "acme", serial: "PX7-00043" } });
  for (let time = 0; time < 4; time += 1) assert.is((await start()).config["terminal.serial"], "PX7-00043");
});

test("who wants it strict gets it: nothing is kept, and what was is given up", async () => {
  lay();
  await (await start()).live();
  lay({ start: { fall_back: false } });
  const strict = await start();
  assert.is(strict.view().trial_left_s, null);
  await strict.live();
  assert.not.match(readFileSync(kept(), "utf8"), /PX7/);
  lay({ log: { level: "loud" } });
  assert.is(await codeOf(start()), "CONFIG_INVALID");
});

test("a damaged or unwritable keep is no reason to stop", async () => {
  lay();
  await (await start()).live();
  writeFileSync(kept(), readFileSync(kept(), "utf8").replace("PX7", "PX8"));
  assert.is((await start()).view().source, "file");
  assert.ok(logged.includes("config.damaged"));
  writeFileSync(join(folder, "file"), "");
  assert.is((await start(join(folder, "file"))).view().source, "file");
  assert.ok(existsSync(path()));
});

test.run();
