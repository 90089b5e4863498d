import { join } from "node:path";
import { formatStatus, statusCommand } from "../../src/cli/status.ts";
import { assert, suite } from "../front-door/suite.ts";
import { status } from "../ipc/bench.ts";
import { type Asked, createAsked } from "./asked.ts";

const test = suite("posdiag status");

let asked: Asked;

test.before.each(async () => {
  asked = await createAsked(statusCommand);
});

test.after.each(() => asked.end());

test("status prints the state, with the lines that nothing knows and what was refused", async () => {
  const { exit, out } = await asked.run(["status", "--socket", asked.socket]);
  assert.is(exit, 0);
  for (const part of [
    "posdiag 1.2.3 on terminal PX7-00042, up 62 s",
    "told by the serial port, port open, answers\n",
    "Quectel EC25 EC25EFAR06A01M4G, profile quectel",
    "IMEI …0012, card …5678, IMSI unknown",
    "2 time-outs, 9 late replies, 1 restarts of the modem",
    "3 unknown lines, 4 garbled lines, 5 bytes of noise",
    "unknown: +QNEWS: ·[2J#",
    "waiting for 12 s, 7 sent, last error refused",
    "5 waiting, 1234 bytes, 0 dropped, 8 lost",
    "Signals (6 values did not fit their signal)",
    "SIM and module since 2026-11-20",
    "12.3 MB used since 2026-11-01, plan 30 MB",
    "SIM came or went 2 times, 0 restarts of the modem",
    "2 active, 1 seen by nobody, 0 shelved, 1 recurrent",
    "1 not confirmed since the restart, 7 known, 4 raises told later or not",
    "held, cell.no_service, held back by payment_running",
    "a payment is running",
    "today 1 reattach, 0 radio, 0 reset",
    "last: reattach against unlisted.no_bearer 2 min ago, helped: yes",
    "eth0 (ethernet), router 192.0.2.1",
    "level 2, held: no host is visited",
    "last hour 3 of 12 connections, 9000 of 24576 bytes",
    "last day 7 of 48 connections, 15000 of 32768 bytes",
    "not made: host 65 s ago, hosts are to be left alone",
    "1 connected, 1 messages taken, 0 refused, 0 cut",
    "sim.absent  99 %  critical  open for 4 s  time 2 since boot",
    "sim.state  absent  0 s ago",
    "modem.csq  -       3 s ago  absent",
  ]) {
    assert.ok(out.includes(part), `${part}\n---\n${out}`);
  }
});

test("the code that support is to be told stands there, when there is one", () => {
  assert.match(formatStatus({ ...status, code: "7V4S-KA86" }), "code       7V4S-KA86 (posdiag diagnose --code)");
  assert.not.match(formatStatus(status), "diagnose --code");
});

test("status --json prints what the agent said", async () => {
  const { out } = await asked.run(["status", "--json", "--config", await asked.writeConfig()]);
  const said: unknown = JSON.parse(out);
  assert.equal({ ...Object(said), ipc: status.ipc }, status);
});

test("without an agent the exit code is 69, and the way to start it is told", async () => {
  const { exit, out, err } = await asked.run(["status", "--socket", join(asked.directory, "nobody.sock")]);
  assert.equal([exit, out], [69, ""]);
  assert.match(err, /ENOENT.*systemctl start posdiag.*posdiag agent --config FILE/);
});

test("wrong use is exit code 64 with the way to the help", async () => {
  for (const args of [
    ["status", "--sokcet", "x"],
    ["status", "extra"],
    ["status", "--socket"],
    ["status", "--socket", "x", "--config", "y"],
  ]) {
    const { exit, err } = await asked.run(args);
    assert.is(exit, 64, args.join(" "));
    assert.match(err, /see posdiag status --help\n$/);
  }
});

test("a configuration that cannot be read or is wrong is told as such", async () => {
  assert.is((await asked.run(["status", "--config", asked.directory])).exit, 66);
  const { exit, err } = await asked.run(["status", "--config", await asked.writeConfig({ modem: { baud: 1 } })]);
  assert.is(exit, 78);
  assert.match(err, /modem\.baud: is 1; .*\n {2}modem\.port: is missing/);
});

test.run();
