import { assert, suite } from "../front-door/suite.ts";
import { startOfono } from "./ofono.ts";
import { eventually, openWorkplace } from "./workplace.ts";

const test = suite("oFono", {
  needs: ["ofonod", "dbus-daemon", "dbus-send", "unshare"],
  timeoutMs: 40_000,
});

test("reads identity, SIM, registration and signal", async () => {
  await using place = await openWorkplace();
  const ofono = await startOfono(place);
  await ofono.set("Powered", true);
  await ofono.set("Online", true);
  const modem = await ofono.properties("Modem", (printed) => printed.includes("Serial="));
  for (const line of ["Manufacturer=Quectel", "Model=EC25", "Serial=867000051234567"]) assert.match(modem, line);
  const network = await ofono.properties("NetworkRegistration", (printed) => printed.includes("Strength="));
  for (const line of ["Status=registered", "CellId=29611237", "Technology=lte", "Strength=87"])
    assert.match(network, line);
  const sim = await ofono.properties("SimManager", (printed) => printed.includes("SubscriberIdentity="));
  for (const line of ["Present=true", "SubscriberIdentity=460001234567890", "PinRequired=none"])
    assert.match(sim, line);
});

test("says that the SIM is locked", async () => {
  await using place = await openWorkplace();
  await place.turn({ sim: "pin" }, ({ sim }) => sim === "pin");
  const ofono = await startOfono(place);
  await ofono.set("Powered", true);
  const sim = await ofono.properties("SimManager", (printed) => printed.includes("PinRequired=pin"));
  assert.not(sim.includes("SubscriberIdentity="));
});

test("asks for the SIM, is told that it is missing, and shows no subscriber and no network", async () => {
  await using place = await openWorkplace();
  await place.turn({ sim: "absent" }, ({ sim }) => sim === "absent");
  const told: string[] = [];
  place.bench.onWire(({ text }) => told.push(text));
  const ofono = await startOfono(place);
  await ofono.set("Powered", true);
  await eventually(
    async () => told,
    (lines) => lines[lines.lastIndexOf("AT+CPIN?") + 1] === "+CME ERROR: 10",
  );
  const shown = await ofono.printed("SimManager");
  assert.not(shown.includes("SubscriberIdentity="));
  assert.not((await ofono.printed("NetworkRegistration")).includes("Status=registered"));
});

test("says that the network denies, though not why", async () => {
  await using place = await openWorkplace();
  await place.turn({ registration: { stat: 3, cause: 8 } }, ({ stat }) => stat === 3);
  const ofono = await startOfono(place);
  await ofono.set("Powered", true);
  await ofono.set("Online", true);
  const network = await ofono.properties("NetworkRegistration", (printed) => printed.includes("Status=denied"));
  assert.match(network, "Status=denied");
});

test.run();
