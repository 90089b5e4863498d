import { assert, suite } from "../front-door/suite.ts";
import { at, startModemManager } from "./modem-manager.ts";
import { openWorkplace } from "./workplace.ts";

for (const plugin of ["generic", "quectel"] as const) {
  const test = suite(`ModemManager, plugin ${plugin}`, {
    needs: ["ModemManager", "mmcli", "gdbus", "dbus-daemon", "socat"],
    timeoutMs: 40_000,
  });

  test("reads identity, SIM, registration and signal", async () => {
    await using place = await openWorkplace();
    const manager = await startModemManager(place, plugin);
    const found = await manager.modem((modem) => at(modem, "generic.state") === "disabled");
    assert.is(at(found, "generic.plugin"), plugin);
    assert.is(at(found, "generic.model"), "EC25");
    assert.is(at(found, "3gpp.imei"), "867000051234567");
    await manager.tell("-e");
    const modem = await manager.modem(
      (seen) => at(seen, "3gpp.registration-state") === "home" && at(seen, "generic.signal-quality.value") !== "0",
    );
    assert.is(at(modem, "3gpp.operator-code"), "46000");
    assert.is(at(modem, "generic.signal-quality.value"), "87");
    assert.is(at(await manager.sim(), "properties.iccid"), "89860019261234567897");
    await manager.tell("--signal-setup=1");
    assert.is(at(await manager.signal((seen) => at(seen, "lte.rsrp") !== "--"), "lte.rsrp"), "-87.00");
  });

  test("says that the SIM is locked", async () => {
    await using place = await openWorkplace();
    await place.turn({ sim: "pin" }, ({ sim }) => sim === "pin");
    const manager = await startModemManager(place, plugin);
    const modem = await manager.modem((seen) => at(seen, "generic.state") === "locked");
    assert.is(at(modem, "generic.unlock-required"), "sim-pin");
  });

  test("says that the SIM is missing", async () => {
    await using place = await openWorkplace();
    await place.turn({ sim: "absent" }, ({ sim }) => sim === "absent");
    const manager = await startModemManager(place, plugin);
    const modem = await manager.modem((seen) => at(seen, "generic.state") === "failed");
    assert.is(at(modem, "generic.state-failed-reason"), "sim-missing");
  });

  test("says that the network denies, though not why", async () => {
    await using place = await openWorkplace();
    await place.turn({ registration: { stat: 3, cause: 8 } }, ({ stat }) => stat === 3);
    const manager = await startModemManager(place, plugin);
    await manager.modem((modem) => at(modem, "generic.state") === "disabled");
    await manager.tell("-e");
    const modem = await manager.modem((seen) => at(seen, "3gpp.registration-state") === "denied");
    assert.not(JSON.stringify(modem).includes("suspended"));
    assert.is(at(modem, "generic.state"), "enabled");
  });

  test.run();
}
