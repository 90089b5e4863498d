import { dirname, join } from "node:path";
import { startBench } from "../../hw-sim/bench.ts";
import { systemClock } from "../../src/base/clock.ts";
import { isAgentError } from "../../src/base/errors.ts";
import { choosePort, type PortChoice } from "../../src/modem/port-choice.ts";
import { rootsUnder } from "../../src/modem/ports.ts";
import { openSession } from "../../src/modem/session.ts";
import { assert, suite } from "../front-door/suite.ts";
import { ec25 } from "./fake-system.ts";
import { answering, positions, ScriptedMachine, silent } from "./scripted-machine.ts";

const test = suite("the port an agent uses", { timeoutMs: 20_000 });

const nobody = { line: () => {}, partial: () => {}, lost: () => {} };

async function failure(choice: PortChoice): Promise<string> {
  const error: unknown = await choice.open(nobody).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return isAgentError(error) ? `${error.code} ${error.message}` : String(error);
}

/** The modem leaves the bus and comes back with other numbers. */
function renumber(machine: ScriptedMachine, from: number, to: number): void {
  machine.unplug(ec25(from));
  machine.plug(ec25(to));
}

test("auto finds the port, says which and why, and after re-enumeration takes the same interface without asking", async () => {
  using machine = new ScriptedMachine();
  machine.plug(ec25());
  machine.script("ttyUSB2", answering);
  const again = machine.script("ttyUSB6", answering);
  const choice = choosePort("auto", machine.options);
  await choice.open(nobody);
  assert.is(choice.note(), `${machine.path("ttyUSB2")} (2c7c:0125, interface 02, EC25-EU): it answers AT`);
  assert.equal(machine.opened, ["ttyUSB2", "ttyUSB2"]);
  machine.ports.get("ttyUSB2")?.lose();
  renumber(machine, 0, 4);
  await choice.open(nobody);
  assert.is(machine.opened.at(-1), "ttyUSB6");
  assert.equal(again.written, []);
  assert.match(String(choice.note()), /ttyUSB6: .*ttyUSB2 before$/);
});

test("auto searches anew when another device has come in the modem's place", async () => {
  using machine = new ScriptedMachine();
  machine.plug(ec25());
  machine.script("ttyUSB2", answering);
  const choice = choosePort("auto", machine.options);
  await choice.open(nobody);
  machine.unplug(ec25());
  const interfaces = [1, 2].map((at) => ({ number: `0${at}`, tty: `ttyUSB${at}`, driver: "option" }));
  machine.plug({ socket: "1-1", id: "2cb7:0104", interfaces });
  machine.script("ttyUSB1", answering);
  await choice.open(nobody);
  assert.is(machine.opened.at(-1), "ttyUSB1");
});

test("auto takes the second AT port when another program has come to hold the first", async () => {
  using machine = new ScriptedMachine();
  machine.plug(ec25());
  for (const tty of ["ttyUSB2", "ttyUSB3"]) machine.script(tty, answering);
  const choice = choosePort("auto", machine.options);
  await choice.open(nobody);
  machine.process(812, "ModemManager", [machine.path("ttyUSB2")]);
  await choice.open(nobody);
  assert.is(machine.opened.at(-1), "ttyUSB3");
});

test("a modem that hangs is opened where it should answer, so that its silence can be measured", async () => {
  using machine = new ScriptedMachine();
  machine.plug(ec25());
  for (const tty of ["ttyUSB0", "ttyUSB2", "ttyUSB3"]) machine.script(tty, silent);
  machine.script("ttyUSB1", positions);
  const choice = choosePort("auto", machine.options);
  await choice.open(nobody);
  assert.is(machine.opened.at(-1), "ttyUSB2");
  assert.match(String(choice.note()), /no port answers AT/);
});

test("auto says what keeps it from a port", async () => {
  using machine = new ScriptedMachine();
  const choice = choosePort("auto", machine.options);
  assert.match(await failure(choice), /^PORT_GONE .*no USB modem is there/);
  const one = { ...ec25(), interfaces: [{ number: "01", tty: "ttyUSB1" }] };
  machine.plug(one);
  machine.script("ttyUSB1", positions);
  assert.match(await failure(choice), /^PORT_SILENT .*ttyUSB1 nmea/);
  machine.process(9, "picocom", [machine.path("ttyUSB1")]);
  assert.match(await failure(choice), /^PORT_BUSY .*picocom \(pid 9\) holds/);
});

test("a path whose modem came back under another number is followed, and that is said", async () => {
  using machine = new ScriptedMachine();
  machine.plug(ec25());
  for (const tty of ["ttyUSB2", "ttyUSB3"]) machine.script(tty, answering);
  const choice = choosePort(machine.path("ttyUSB2"), machine.options);
  await choice.open(nobody);
  assert.is(choice.note(), undefined);
  // By one: the number wanted is there, and is the GPS port's.
  renumber(machine, 0, 1);
  await choice.open(nobody);
  assert.is(machine.opened.at(-1), "ttyUSB3");
  assert.match(String(choice.note()), /ttyUSB2 is .*ttyUSB3 since the modem came back; a udev link or modem.port auto/);
});

test("while a modem comes back port by port, a path is not taken for what it was", async () => {
  using machine = new ScriptedMachine();
  machine.plug(ec25());
  machine.script("ttyUSB2", answering);
  const choice = choosePort(machine.path("ttyUSB2"), machine.options);
  await choice.open(nobody);
  machine.unplug(ec25());
  machine.plug({ ...ec25(), interfaces: [{ number: "00", tty: "ttyUSB2", driver: "option" }] });
  assert.match(await failure(choice), /^PORT_GONE .*another port of the modem/);
  assert.equal(machine.opened, ["ttyUSB2"]);
});

test("a path that another program holds is busy, with a way out", async () => {
  using machine = new ScriptedMachine();
  machine.plug(ec25());
  machine.script("ttyUSB2", answering);
  machine.process(812, "ModemManager", [machine.path("ttyUSB2")]);
  const said = await failure(choosePort(machine.path("ttyUSB2"), machine.options));
  assert.ok(said.startsWith("PORT_BUSY "), said);
  assert.ok(said.includes(`ModemManager (pid 812) holds ${machine.path("ttyUSB2")}`), said);
  assert.ok(said.includes(`use the second AT port ${machine.path("ttyUSB3")}`), said);
  assert.equal(machine.opened, []);
});

test("without USB numbers the one port that came instead is followed; of two newcomers neither is", async () => {
  using machine = new ScriptedMachine();
  machine.node("ttyHS1");
  machine.script("ttyHS1", answering);
  const choice = choosePort(machine.path("ttyHS1"), machine.options);
  await choice.open(nobody);
  machine.ports.delete("ttyHS1");
  for (const tty of ["ttyHS2", "ttyHS3"]) machine.script(tty, answering);
  machine.node("ttyHS2");
  machine.node("ttyHS3");
  assert.match(await failure(choice), /^PORT_GONE /);
  machine.remove("ttyHS3");
  await choice.open(nobody);
  assert.is(machine.opened.at(-1), "ttyHS2");
  assert.match(String(choice.note()), /ttyHS1 is gone and .*ttyHS2 has come in its place/);
});

test("on the simulator's terminals: found, lost, and found again under another number", async () => {
  const bench = await startBench({ seed: 11, pace: 20, broker: false, ports: true });
  const roots = rootsUnder(dirname(bench.paths.sys ?? ""));
  const choice = choosePort("auto", { baudRate: 115_200, clock: systemClock, roots });
  let lose = () => {};
  const lost = new Promise<void>((resolve) => {
    lose = resolve;
  });
  const session = await openSession(choice.open, systemClock, { urc: () => {}, reset: () => {}, lost: () => lose() });
  assert.is((await session.send("AT+CGMM")).kind, "ok");
  assert.is(choice.path(), join(roots.dev, "ttyUSB2"));
  const attached = new Promise<void>((resolve) => {
    bench.onEvent((each) => each.kind === "modem" && each.event === "port_attached" && resolve());
  });
  await bench.set({ renumber: "modem-b" });
  await Promise.all([lost, attached]);
  const port = await choice.open(nobody);
  assert.is(choice.path(), join(roots.dev, "ttyUSB6"));
  port.close();
  await bench.close();
});

test.run();
