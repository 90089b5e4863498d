/** The bench as a whole, on real ports and sockets. */
import { Resolver } from "node:dns/promises";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { dirname } from "node:path";
import { type Bench, startBench } from "../../hw-sim/bench.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openSession } from "./serial-session.ts";

/** Resolves when `holds`, which is asked again after every event of the bench. */
async function until(bench: Bench, holds: () => boolean): Promise<void> {
  let stop = () => {};
  await new Promise<void>((resolve) => {
    stop = bench.onEvent(() => holds() && resolve());
    if (holds()) resolve();
  });
  stop();
  await bench.settled();
}

async function connects(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const result = await new Promise<boolean>((resolve) => {
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.setTimeout(150, () => resolve(false));
  });
  socket.destroy();
  return result;
}

async function resolves(server: string): Promise<boolean> {
  const resolver = new Resolver({ timeout: 100, tries: 1 });
  resolver.setServers([server]);
  return resolver.resolve4("host.acquirer.test").then(
    () => true,
    () => false,
  );
}

const whole = suite("bench", { timeoutMs: 15_000 });
let bench: Bench;
whole.before.each(async () => {
  bench = await startBench({ seed: 21, pace: 20 });
});
whole.after.each(() => bench.close());

whole(
  "without a bearer names and hosts are dead; with it they are back, but a host that is down stays down",
  async () => {
    const { host, reference, dns, dns_alt } = bench.paths;
    const reach = async () =>
      Promise.all([connects(host.port), connects(reference.port), resolves(dns[0] ?? ""), resolves(dns_alt[0] ?? "")]);
    assert.equal(await reach(), [true, true, true, true]);
    await bench.set({ sim: "absent", host: "down" });
    await until(bench, () => bench.state().path === "dead");
    assert.equal(await reach(), [false, false, false, false]);
    await bench.set({ sim: "ready" });
    await until(bench, () => bench.state().path === "clear");
    assert.equal(await reach(), [false, true, true, true]);
  },
);
whole("a used-up plan kills the path under a bearer that stays", async () => {
  await bench.set({ data: "dry" });
  assert.equal([await connects(bench.paths.host.port), bench.state().modem.bearer], [false, true]);
});
whole("a serial client hears the SIM go, loses the port, and finds it again under the same path", async () => {
  const serial = await openSession(bench.paths.modem);
  assert.match(await serial.ask("AT+QSIMSTAT=1"), /^AT\+QSIMSTAT=1\r\r\nOK\r\n$/);
  assert.is(await serial.ask("ATE0"), "ATE0\r\r\nOK\r\n");
  assert.is(await serial.ask("AT+CGATT?"), "\r\n+CGATT: 1\r\n\r\nOK\r\n");
  await bench.set({ sim: "absent" });
  await serial.heard("+QSIMSTAT: 1,0\r\n\r\n+CPIN: NOT READY");
  await serial.rest();
  await bench.set({ power: "off" });
  await serial.closed;
  assert.not.ok(existsSync(bench.paths.modem));
  await bench.set({ power: "on", sim: "ready" });
  await until(bench, () => existsSync(bench.paths.modem));
  const again = await openSession(bench.paths.modem);
  await again.heard("RDY");
  await until(bench, () => bench.state().path === "clear");
  assert.match(await again.ask("AT+CPIN?"), /\+CPIN: READY/);
  await again.close();
});
whole("every line on the wire is told, with its direction", async () => {
  const lines: string[] = [];
  const stop = bench.onWire(({ direction, text }) => lines.push(`${direction} ${text}`));
  const serial = await openSession(bench.paths.modem);
  await serial.ask("AT+CGMM");
  stop();
  await serial.ask("AT+CGMI");
  assert.equal(lines, ["to_modem AT+CGMM", "from_modem AT+CGMM", "from_modem EC25", "from_modem OK"]);
  await serial.close();
});
whole("injected bytes come out as they are", async () => {
  const serial = await openSession(bench.paths.modem);
  bench.inject("\u00ff\r\n+CEREG: 3\r\n");
  await serial.heard("\u00ff\r\n+CEREG: 3\r\n");
  assert.ok(true);
  await serial.close();
});
whole("a change that is not allowed is refused whole", async () => {
  const before = bench.state();
  const error = await bench.set({ host: "down", sim: "gone" }).catch((reason: unknown) => reason);
  assert.ok(error instanceof RangeError && error.message.includes("allowed"));
  assert.equal(bench.state(), before);
});
whole("its temporary folder goes with it", async () => {
  const other = await startBench({ seed: 1, broker: false });
  assert.is(other.paths.broker, undefined);
  await other.close();
  assert.not.ok(existsSync(dirname(other.paths.modem)));
});
whole.run();
