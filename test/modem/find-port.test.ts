import { AgentError } from "../../src/base/errors.ts";
import { findPort, type Search } from "../../src/modem/find-port.ts";
import { assert, suite } from "../front-door/suite.ts";
import { ec25, type FakeDevice } from "./fake-system.ts";
import { answering, frames, positions, type Script, ScriptedMachine, silent } from "./scripted-machine.ts";

const test = suite("finding the AT port", { timeoutMs: 20_000 });

/** The verdicts by tty, in the order of the search. */
function verdictsOf(machine: ScriptedMachine, { looks }: Search): readonly (readonly [string, string])[] {
  return looks.map(({ port, verdict }) => [port.path.slice(machine.roots.dev.length + 1), verdict]);
}

function scripted(machine: ScriptedMachine, scripts: Readonly<Record<string, Script>>): void {
  for (const [tty, script] of Object.entries(scripts)) machine.script(tty, script);
}

test("the port the table names is asked first, and no other when it answers", async () => {
  using machine = new ScriptedMachine();
  machine.plug(ec25());
  const port = machine.script("ttyUSB2", answering);
  const search = await findPort(machine.options);
  assert.is(search.found?.path, machine.path("ttyUSB2"));
  assert.equal(machine.opened, ["ttyUSB2"]);
  assert.equal(port.written, ["\x1b\r", "AT\r"]);
  assert.not(port.isOpen);
  assert.equal(verdictsOf(machine, search), [
    ["ttyUSB2", "at"],
    ["ttyUSB3", "not_tried"],
    ["ttyUSB1", "not_tried"],
    ["ttyUSB0", "not_tried"],
  ]);
});

test("an FM160 with the id of an FM150: the table's port turns out to be GPS, the proof finds the right one", async () => {
  using machine = new ScriptedMachine();
  const interfaces = [0, 1, 2].map((at) => ({ number: `0${at}`, tty: `ttyUSB${at}`, driver: "option" }));
  machine.plug({ socket: "1-1", id: "2cb7:0104", interfaces });
  scripted(machine, { ttyUSB0: frames, ttyUSB1: positions, ttyUSB2: answering });
  const search = await findPort(machine.options);
  assert.is(search.found?.path, machine.path("ttyUSB2"));
  assert.equal(verdictsOf(machine, search), [
    ["ttyUSB1", "nmea"],
    ["ttyUSB2", "at"],
    ["ttyUSB0", "not_tried"],
  ]);
});

test("a port held by ModemManager is not opened: the second AT port is taken", async () => {
  using machine = new ScriptedMachine();
  machine.plug(ec25());
  machine.process(812, "ModemManager", [machine.path("ttyUSB2")]);
  scripted(machine, { ttyUSB2: answering, ttyUSB3: answering });
  const search = await findPort(machine.options);
  assert.is(search.found?.path, machine.path("ttyUSB3"));
  assert.equal(search.looks[0]?.holder, { pid: 812, program: "ModemManager", certain: true });
  assert.equal(machine.opened, ["ttyUSB3"]);
});

test("nothing is sent to what may be a printer, even when there is nothing else", async () => {
  using machine = new ScriptedMachine();
  const interfaces = [{ number: "00", tty: "ttyACM0", driver: "cdc_acm" }];
  machine.plug({ socket: "1-2", id: "ffff:0001", interfaces });
  machine.script("ttyACM0", answering);
  const search = await findPort(machine.options);
  assert.is(search.found, undefined);
  assert.equal(verdictsOf(machine, search), [["ttyACM0", "left_alone"]]);
  assert.equal(machine.opened, []);
});

test("each port says in its own way that it is not the one", async () => {
  using machine = new ScriptedMachine();
  machine.plug(ec25());
  scripted(machine, { ttyUSB0: frames, ttyUSB1: positions, ttyUSB2: silent });
  machine.script("ttyUSB3", silent).onOpen = () => {
    throw new AgentError("PORT_DENIED");
  };
  const search = await findPort(machine.options);
  assert.is(search.found, undefined);
  assert.equal(verdictsOf(machine, search), [
    ["ttyUSB2", "silent"],
    ["ttyUSB3", "denied"],
    ["ttyUSB1", "nmea"],
    ["ttyUSB0", "binary"],
  ]);
});

test("an error and a start banner are answers; an echo alone is none", async () => {
  for (const [answer, found] of [
    ["\r\nERROR\r\n", true],
    ["\r\nRDY\r\n", true],
    ["0\r", true],
    ["AT\r\r\n", false],
  ] as const) {
    using machine = new ScriptedMachine();
    const one: FakeDevice = { ...ec25(), interfaces: [{ number: "02", tty: "ttyUSB2" }] };
    machine.plug(one);
    machine.script("ttyUSB2", (request) => (request === "AT" ? answer : undefined));
    const search = await findPort(machine.options);
    assert.is(search.found !== undefined, found, JSON.stringify(answer));
  }
});

test("a port that does not finish opening is passed over, and closed should it ever open", async () => {
  using machine = new ScriptedMachine();
  machine.plug(ec25());
  const stuck = machine.script("ttyUSB2", answering);
  machine.script("ttyUSB3", answering);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { openWith } = machine.options;
  const search = await findPort({
    ...machine.options,
    openWith: (settings) => async (listener) => {
      if (settings.path === machine.path("ttyUSB2")) await held;
      if (!openWith) throw new Error("the machine opens its ports");
      return openWith(settings)(listener);
    },
  });
  assert.is(search.looks[0]?.verdict, "failed");
  assert.is(search.found?.path, machine.path("ttyUSB3"));
  release();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.is(stuck.opens, 1);
  assert.not(stuck.isOpen);
});

test("however many ports are silent, the search ends", async () => {
  using machine = new ScriptedMachine();
  for (const device of [0, 1, 2, 3, 4]) {
    const { interfaces } = ec25(device * 4);
    machine.plug({ ...ec25(), socket: `1-${device + 1}`, interfaces });
    for (const { tty } of interfaces) if (tty !== undefined) machine.script(tty, silent);
  }
  const search = await findPort(machine.options);
  assert.is(search.found, undefined);
  assert.is(search.looks.length, 16);
  assert.ok(search.looks.some(({ verdict }) => verdict === "silent"));
  assert.is(search.looks.at(-1)?.verdict, "not_tried");
});

test.run();
