/** All ports of a modem on real terminals, and where programs find them. */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { type Bench, startBench } from "../../hw-sim/bench.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openSession } from "./serial-session.ts";

const test = suite("ports", { timeoutMs: 15_000 });
let bench: Bench;
test.before.each(async () => {
  bench = await startBench({ seed: 4, pace: 50, broker: false, ports: true });
});
test.after.each(() => bench.close());

/** Resolves at the next such event of the modem. */
async function happens(event: string): Promise<void> {
  let stop = () => {};
  await new Promise<void>((resolve) => {
    stop = bench.onEvent((each) => each.kind === "modem" && each.event === event && resolve());
  });
  stop();
}

const ttys = () => readdirSync(join(bench.paths.sys ?? "", "class/tty")).sort();

test("each is a terminal of its own, shown under /dev as the tree says", () => {
  const { ports = {}, modem, dev = "" } = bench.paths;
  assert.equal(Object.keys(ports).sort(), ["at", "at2", "diag", "nmea"]);
  assert.is(ports.at, modem);
  assert.equal(ttys(), ["ttyUSB0", "ttyUSB1", "ttyUSB2", "ttyUSB3"]);
  // Interfaces 0 to 3 of the EC25: diagnosis, positions, commands, commands.
  const order = [ports.diag, ports.nmea, ports.at, ports.at2].map((path) => realpathSync(path ?? ""));
  assert.equal(
    ttys().map((tty) => realpathSync(join(dev, tty))),
    order,
  );
});
test("both ports for commands answer at the same time; positions stream", async () => {
  const [at, at2, nmea] = await Promise.all(
    [bench.paths.modem, bench.paths.ports?.at2, bench.paths.ports?.nmea].map((path) => openSession(path ?? "")),
  );
  assert.match((await at?.ask("AT+CGMM")) ?? "", /EC25/);
  assert.match((await at2?.ask("AT+CGMI")) ?? "", /Quectel/);
  await nmea?.heard("$GPRMC");
  await Promise.all([at?.close(), at2?.close(), nmea?.close()]);
});
test("off the bus nothing is there; renumbered they are back with other numbers and another name", async () => {
  const attached = happens("port_attached");
  await bench.set({ renumber: "modem-b" });
  assert.equal([existsSync(bench.paths.modem), existsSync(join(bench.paths.sys ?? "", "class/tty"))], [false, false]);
  await attached;
  assert.equal(ttys(), ["ttyUSB4", "ttyUSB5", "ttyUSB6", "ttyUSB7"]);
  const again = await openSession(`${bench.paths.modem}-b`);
  assert.match(await again.ask("AT+CGATT?"), /\+CGATT: 1/);
  await again.close();
});
test.run();

const closed = suite("ports when it is over");
closed("no link, no tree and no folder is left", async () => {
  const other = await startBench({ seed: 1, broker: false, ports: true, persona: "simcom-sim7600" });
  const { modem, sys = "" } = other.paths;
  await other.close();
  assert.equal([modem, sys, join(modem, "..")].map(existsSync), [false, false, false]);
});
closed.run();
