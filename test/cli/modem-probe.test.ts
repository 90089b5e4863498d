/** The command on the simulator's modem: real terminals, and a tree of sysfs that leads to them. */
import { dirname } from "node:path";
import { type Bench, startBench } from "../../hw-sim/bench.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import { masked } from "../../src/cli/modem-inquiry.ts";
import { modemProbeCommand } from "../../src/cli/modem-probe.ts";
import { assert, suite } from "../front-door/suite.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("posdiag modem probe", { timeoutMs: 30_000 });

let bench: Bench;
test.before(async () => {
  bench = await startBench({ seed: 7, pace: 20, broker: false, ports: true });
});
test.after(() => bench.close());

async function run(
  ...args: readonly string[]
): Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
  const { io, out, err } = capturedIo({ POSDIAG_ROOT: dirname(bench.paths.sys ?? "") });
  const exit = await dispatch([modemProbeCommand], ["modem", "probe", ...args], io);
  return { exit, out: out(), err: err() };
}

test("without a port it is found, and said which it is, why, what it reports, and what the others are", async () => {
  const { exit, out, err } = await run();
  assert.equal([exit, err], [0, ""]);
  for (const part of [
    /^Quectel EC25 /,
    /\/dev\/ttyUSB2 \(2c7c:0125, interface 02.*\): it answers AT/,
    /profile {2}quectel: manufacturer "Quectel" matches/,
    /SIM +AT\+CPIN\? +answered +\d+ ms .*sim_state ready/,
    /registration +AT\+C5GREG\? +refused/,
    /signal +AT\+CSQ +answered +\d+ ms .*rssi_dbm -\d+/,
    /ttyUSB1 +nmea +not_tried/,
    /ttyUSB2 +at +at/,
    /ttyUSB3 +at_secondary +not_tried/,
  ]) {
    assert.match(out, part);
  }
});

test("--json says the same to programs; no identity is whole in either", async () => {
  const { out } = await run("auto", "--json");
  const said = JSON.parse(out);
  assert.equal([said.profile.id, said.identity.model, said.ports.length], ["quectel", "EC25", 4]);
  const card = said.questions.find(({ request }: { request: string }) => request === "AT+QCCID");
  assert.match(card.said.iccid, /^….{4}$/);
  assert.match(said.identity.imei, /^…\d{4}$/);
  assert.not.match(out + (await run()).out, /\d{14}/);
});

test("a port given by name is taken without a search", async () => {
  const { exit, out } = await run(bench.paths.ports?.at2 ?? "");
  assert.is(exit, 0);
  assert.match(out, /^Quectel EC25 /);
  assert.match(out, /ttyUSB2 +at {3}/);
});

test("the GPS port is told for what it is, with exit 69", async () => {
  const { exit, out, err } = await run(bench.paths.ports?.nmea ?? "");
  assert.equal([exit, out], [69, ""]);
  assert.match(err, /no modem answers .*GPS data \(NMEA\); try the modem's other ports, or auto/);
});

test("without a SIM what needs one is not asked", async () => {
  await bench.set({ sim: "absent" });
  const { out } = await run("--json");
  await bench.set({ sim: "ready" });
  const { questions } = JSON.parse(out);
  const result = (request: string) => questions.find((each: { request: string }) => each.request === request)?.result;
  assert.equal(["AT+CPIN?", "AT+QCCID", "AT+CGACT?", "AT+CSQ"].map(result), [
    "refused",
    "needs_sim",
    "needs_sim",
    "answered",
  ]);
});

test("a modem off the bus is exit 69, and wrong use is 64", async () => {
  assert.is((await run("/dev/a", "/dev/b")).exit, 64);
  assert.is((await run("--baud", "0")).exit, 64);
  const { io, err } = capturedIo({ POSDIAG_ROOT: "/nonexistent" });
  assert.is(await dispatch([modemProbeCommand], ["modem", "probe"], io), 69);
  assert.match(err(), /no USB modem is there/);
});

test("identities are cut wherever they stand", () => {
  assert.is(masked("+QCCID: 898604071118C0501150"), "+QCCID: …1150");
  assert.is(masked('+CNUM: ,"+8613800000000",145'), '+CNUM: ,"+…0000",145');
  assert.is(masked("760BF0114 EC25EFAR06A06M4G"), "760BF0114 EC25EFAR06A06M4G");
});

test.run();
