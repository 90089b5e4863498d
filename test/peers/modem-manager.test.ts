import { loadPersona } from "../../hw-sim/persona-file.ts";
import { assert, suite } from "../front-door/suite.ts";
import { at, startModemManager } from "./modem-manager.ts";
import { openWorkplace } from "./workplace.ts";

const needs = ["ModemManager", "mmcli", "gdbus", "dbus-daemon"];
const timeoutMs = 40_000;

for (const plugin of ["generic", "quectel"] as const) {
  const test = suite(`ModemManager, plugin ${plugin}`, { needs, timeoutMs });

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

/**
 * Persona, and the model that ModemManager makes of its replies. Left out: the RM500U on standalone 5G, where a generic modem is
 * not asked +C5GREG, and Neoway's `OK` without an empty line before it, which the daemon does not find behind +CREG.
 */
const others = [
  ["cinterion-els61", "ELS61-E"],
  ["fibocom-fm160", "FM160-CN"],
  ["fibocom-l610", "L610-CN-62-36"],
  ["huawei-me909", "ME909s-821"],
  ["meig-slm750", "SLM750"],
  ["sierra-em7455", "EM7455"],
  ["simcom-a7670", "A7670C-MASL"],
  ["simcom-sim7600", "SIMCOM_SIM7600G-H"],
  ["telit-le910", "LE910C1-EU"],
  ["u-blox-lara-r6", "LARA-R6001"],
] as const;

const personas = suite("ModemManager and the other modems", { needs, timeoutMs });

for (const [persona, model] of others) {
  personas(`${persona}: reads identity, SIM, registration and signal`, async () => {
    await using place = await openWorkplace({ persona });
    const { values } = loadPersona(persona);
    const manager = await startModemManager(place, "generic");
    await manager.modem((modem) => at(modem, "generic.state") === "disabled");
    await manager.tell("-e");
    const modem = await manager.modem((seen) => at(seen, "generic.state") === "registered");
    assert.is(at(modem, "generic.model"), model);
    assert.is(at(modem, "3gpp.imei"), values["imei"]);
    assert.is(at(modem, "3gpp.operator-code"), "46000");
    assert.is(at(modem, "3gpp.registration-state"), "home");
    await manager.modem((seen) => at(seen, "generic.signal-quality.value") === "87");
    assert.is(at(await manager.sim(), "properties.iccid"), values["iccid"]);
  });
}

personas.run();
