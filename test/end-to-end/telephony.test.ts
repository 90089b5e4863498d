/** The agent as a process where an application, and not the serial port, tells of modem and SIM. */
import { awaitDoor, type Door } from "../../hw-sim/rig/door.ts";
import { openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import { telephonyObservations } from "../../src/client/telephony.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("modem and SIM told by an application", { timeoutMs: 30_000 });

async function withAgent(source: string, act: (door: Door, rig: Rig) => Promise<void>): Promise<void> {
  const rig = await openRig({ seed: 21, config: { modem: { source } } });
  try {
    const agent = rig.startAgent();
    const door = await awaitDoor(rig.socket);
    await act(door, rig);
    door.close();
    assert.is(await agent.end(), 0);
  } finally {
    await rig.close();
  }
}

async function told(door: Door) {
  const { status: said } = await door.ask("posdiag.status");
  const { modem, readings } = JSON.parse(JSON.stringify(said));
  const newest = (name: string): unknown => readings.find(({ signal }: { signal: string }) => signal === name)?.value;
  return { modem, newest };
}

/** An Android terminal with its SIM in a drawer. */
const snapshot = { sdk: 33, simState: 1, serviceState: 2, dataState: 0, rsrp: 2_147_483_647 };

async function tell(door: Door): Promise<void> {
  for (const { signal, value } of telephonyObservations(snapshot)) await door.ask("posdiag.observe", { signal, value });
}

test("what the application says is what is known, and no port is opened", async () => {
  await withAgent("app", async (door, rig) => {
    let lines = 0;
    const unwatch = rig.bench.onWire(() => {
      lines += 1;
    });
    await tell(door);
    const { modem, newest } = await told(door);
    assert.equal([modem.source, modem.port, newest("modem.source")], ["app", "unused", "app"]);
    assert.match(modem.note, /application/);
    assert.equal(["sim.state", "modem.reg_state", "modem.pdp_state", "modem.rsrp_dbm"].map(newest), [
      "absent",
      "emergency_only",
      "inactive",
      null,
    ]);
    unwatch();
    assert.is(lines, 0);
  });
});

test("where only the serial port tells, an application is refused", async () => {
  await withAgent("serial", async (door) => {
    const refusal = await tell(door).then(
      () => "taken",
      (error: Error) => error.message,
    );
    assert.match(refusal, /not_configured/);
  });
});

test.run();
