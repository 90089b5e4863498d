/** The command on this machine, with files, sockets and an agent of its own: what it says, and what it leaves alone. */
import { chmodSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { type Bench, startBench } from "../../hw-sim/bench.ts";
import { doctorCommand } from "../../src/cli/doctor.ts";
import { formatFinding } from "../../src/cli/doctor-text.ts";
import { createFinder } from "../../src/doctor/finding.ts";
import { checkIds } from "../../src/doctor/texts.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createOwnBroker } from "../support/own-broker.ts";
import { type Asked, createAsked } from "./asked.ts";

const test = suite("posdiag doctor", { timeoutMs: 60_000 });

interface Told {
  readonly id: string;
  readonly outcome: string;
  readonly reason: string;
  readonly found: string;
  readonly do: string | null;
}

let asked: Asked;
test.before.each(async () => {
  asked = await createAsked(doctorCommand);
});
test.after.each(() => asked.end());

async function run(config: string, ...args: readonly string[]) {
  const { exit, out, err } = await asked.run(["doctor", "--json", "--config", config, ...args]);
  const said: { readonly outcome: string; readonly checks: readonly Told[] } = JSON.parse(out);
  const of = (id: string) => said.checks.find((check) => check.id === id);
  return { exit, err, said, of, reason: (id: string) => `${of(id)?.outcome} ${of(id)?.reason}` };
}

test("--json has every check by its id, and --offline tries no broker", async () => {
  await using broker = await createOwnBroker();
  const config = await asked.writeConfig({ uplink: { url: `mqtt://127.0.0.1:${broker.port}` } });
  const { said, reason } = await run(config, "--offline");
  assert.equal(
    said.checks.map(({ id }) => id),
    [...checkIds],
  );
  assert.equal(["broker_name", "broker_tcp", "broker_tls"].map(reason), Array(3).fill("skipped offline"));
  assert.is(broker.connects.length + broker.conversations.size, 0);
});

test("a running agent is asked: its port is not opened, and nobody signs in at its broker", async () => {
  await using broker = await createOwnBroker();
  const config = await asked.writeConfig({ uplink: { url: `mqtt://127.0.0.1:${broker.port}` } });
  const { exit, reason } = await run(config);
  assert.equal([reason("agent"), reason("port")], ["warn other_version", "ok agent"]);
  assert.equal(
    [reason("broker_tcp"), reason("broker_tls"), reason("broker_session")],
    ["ok ok", "warn plain", "fail agent_away"],
  );
  assert.equal([broker.connects.length, exit], [0, 1]);
});

test("where no agent runs the broker is signed in to, once", async () => {
  await using broker = await createOwnBroker();
  const ipc = { socket: join(asked.directory, "nobody.sock") };
  const config = await asked.writeConfig({ ipc, uplink: { url: `mqtt://127.0.0.1:${broker.port}` } });
  const { reason } = await run(config);
  assert.equal([reason("broker_session"), broker.connects.length], ["ok ok", 1]);
});

test("whoever answers nonsense at the socket is taken to hold port and session", async () => {
  await using broker = await createOwnBroker();
  const socket = join(asked.directory, "strange.sock");
  const server = createServer((peer) => {
    peer.on("error", () => peer.destroy());
    peer.resume().end("nonsense\n");
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  const config = await asked.writeConfig({ ipc: { socket }, uplink: { url: `mqtt://127.0.0.1:${broker.port}` } });
  const { reason } = await run(config);
  assert.equal(
    [reason("port"), reason("broker_session"), broker.connects.length],
    ["skipped left_alone", "skipped left_alone", 0],
  );
  await new Promise((resolve) => server.close(resolve));
});

test("every error of the configuration is there; files that it names are held against their modes", async () => {
  const key = join(asked.directory, "password");
  writeFileSync(key, "secret\n");
  chmodSync(key, 0o644);
  const uplink = { url: "mqtt://127.0.0.1:1", username: "terminal", password_file: key };
  const { of, reason, said } = await run(await asked.writeConfig({ uplink }), "--offline");
  assert.equal([reason("config"), reason("files")], ["ok ok", "fail exposed"]);
  assert.not.match(JSON.stringify(said), /secret\\n/);
  const wrong = await run(await asked.writeConfig({ modem: { baud: 1 } }), "--offline");
  assert.equal([wrong.reason("config"), wrong.exit, wrong.reason("disk")], ["fail wrong", 1, "skipped needs_config"]);
  assert.ok(of("disk"));
});

test("a configuration that is not there is exit code 78, and the rest is looked at all the same", async () => {
  const { exit, reason } = await run(join(asked.directory, "none.jsonc"), "--offline");
  assert.equal([exit, reason("config"), reason("addon")], [78, "fail gone", "ok ok"]);
});

test("people get a line a check, why it matters and what to do, in their language", async () => {
  const config = await asked.writeConfig({ modem: { source: "none" } });
  const english = (await asked.run(["doctor", "--offline", "--config", config])).out;
  assert.match(english, /^ {2}Node\.js +(?:ok|warn) +Node\.js \d/);
  assert.match(
    english,
    /agent +warn +runs version 1\.2\.3, and .* is installed\n {6}why: .*\n {6}do: Run systemctl restart posdiag\.\n/,
  );
  assert.not.match(english, /\{\w+\}/);
  const chinese = (await asked.run(["doctor", "--offline", "--lang", "zh-CN", "--config", config])).out;
  assert.match(chinese, /代理程序 +警告 +正在运行版本 1\.2\.3/);
  const { out } = await asked.run(["doctor", "--offline", "--config", config], { LANG: "zh_CN.UTF-8" });
  assert.match(out, /失败|警告/);
});

test("identities are cut, and nobody else steers the screen", () => {
  const find = createFinder("port");
  const text = formatFinding(
    find("ok", { values: { port: "/dev/serial/by-id/usb-Q_0123456789ABCDEF", modem: "EC25\u001b[2J" } }),
    {
      ...{ language: "en", colour: false },
    },
  );
  assert.match(text, /usb-Q_…CDEF answers: EC25·\[2J/);
  const painted = formatFinding(find("busy", { values: { detail: "x" } }), { language: "en", colour: true });
  assert.ok(painted.includes("\u001b[1;31mFAIL\u001b[0m"), painted);
});

test("wrong use is exit code 64 with the way to the help", async () => {
  for (const args of [["extra"], ["--lang", "fr"], ["--nonsense"], ["--config"]]) {
    const { exit, err } = await asked.run(["doctor", ...args]);
    assert.equal([exit, /see posdiag doctor --help\n$/.test(err)], [64, true], args.join(" "));
  }
});

test.run();

const modem = suite("posdiag doctor on the simulator's modem", { timeoutMs: 60_000 });

let bench: Bench;
modem.before(async () => {
  asked = await createAsked(doctorCommand);
  bench = await startBench({ seed: 7, pace: 20, broker: false, ports: true });
});
modem.after(async () => {
  await bench.close();
  await asked.end();
});

modem("the port is opened, and the modem says who it is; the GPS port is told for what it is", async () => {
  const root = { POSDIAG_ROOT: dirname(bench.paths.sys ?? "") };
  const ipc = { socket: join(asked.directory, "nobody.sock") };
  const look = async (port: string) => {
    const config = await asked.writeConfig({ ipc, modem: { port } });
    const { out } = await asked.run(["doctor", "--json", "--offline", "--config", config], root);
    const said: { readonly checks: readonly Told[] } = JSON.parse(out);
    return said.checks.find(({ id }) => id === "port");
  };
  assert.match((await look("auto"))?.found ?? "", /ttyUSB2 answers: Quectel EC25 /);
  assert.is((await look(bench.paths.ports?.at2 ?? ""))?.reason, "ok");
  assert.is((await look(bench.paths.ports?.nmea ?? ""))?.reason, "silent");
  assert.is((await look("/dev/ttyUSB97"))?.reason, "gone");
});

modem.run();
