import { assert, suite } from "../front-door/suite.ts";
import { comgt, gammu, gnokii } from "./command-line-clients.ts";
import { openWorkplace } from "./workplace.ts";

const timeoutMs = 45_000;

const withGammu = suite("gammu", { needs: ["gammu"], timeoutMs });
withGammu("reads identity, registration and signal", async () => {
  await using place = await openWorkplace();
  const client = gammu(place);
  const identity = await client("--identify");
  for (const part of ["Quectel", "EC25", "EC25EFAR06A06M4G", "867000051234567", "460001234567890"])
    assert.match(identity, part);
  const network = await client("networkinfo");
  for (const part of ["home network", "LAC 1A2B", "CID 01C3D4E5"]) assert.match(network, part);
  assert.match(await client("monitor", "1"), /Signal strength\s*:\s*-59 dBm/);
});
withGammu("says that the SIM is locked, and that it is missing", async () => {
  await using place = await openWorkplace();
  await place.turn({ sim: "pin" }, ({ sim }) => sim === "pin");
  assert.match(await gammu(place)("getsecuritystatus"), "Waiting for PIN");
  await place.turn({ sim: "absent" }, ({ sim }) => sim === "absent");
  assert.match(await gammu(place)("getsecuritystatus"), "Can not access SIM card");
});
withGammu("says that the network denies", async () => {
  await using place = await openWorkplace();
  await place.turn({ registration: { stat: 3, cause: 8 } }, ({ stat }) => stat === 3);
  assert.match(await gammu(place)("networkinfo"), /registration to network denied/i);
});
withGammu.run();

const withGnokii = suite("gnokii", { needs: ["gnokii"], timeoutMs });
withGnokii("reads identity and registration", async () => {
  await using place = await openWorkplace();
  const client = gnokii(place);
  const identity = await client("--identify");
  for (const part of ["Quectel", "EC25", "EC25EFAR06A06M4G", "867000051234567"]) assert.match(identity, part);
  const network = await client("--getnetworkinfo");
  for (const part of ["1a2b", "China"]) assert.match(network.toLowerCase(), part.toLowerCase());
});
withGnokii("says that the SIM is locked", async () => {
  await using place = await openWorkplace();
  await place.turn({ sim: "pin" }, ({ sim }) => sim === "pin");
  assert.match(await gnokii(place)("--getsecuritycodestatus"), /PIN/);
});
withGnokii("reads the signal", async () => {
  await using place = await openWorkplace();
  assert.match(await gnokii(place)("--monitor", "once"), "RFLevel: 27");
});
withGnokii("says that the SIM is missing", async () => {
  await using place = await openWorkplace();
  await place.turn({ sim: "absent" }, ({ sim }) => sim === "absent");
  assert.match(await gnokii(place)("--getsecuritycodestatus"), "SIM card missing or damaged");
});
withGnokii("shows no network when the network denies", async () => {
  await using place = await openWorkplace();
  await place.turn({ registration: { stat: 3, cause: 8 } }, ({ stat }) => stat === 3);
  assert.match(await gnokii(place)("--getnetworkinfo"), "Network code : undefined");
});
withGnokii.run();

const withComgt = suite("comgt", { needs: ["comgt"], timeoutMs });
withComgt("reads signal, registration and SIM", async () => {
  await using place = await openWorkplace();
  const client = comgt(place);
  assert.match(await client("sig"), "Signal Quality: 27,99");
  assert.match(await client("reg"), "Registered on Home network");
  assert.match(await client("PIN"), "SIM ready");
});
withComgt("says that the SIM is missing", async () => {
  await using place = await openWorkplace();
  await place.turn({ sim: "absent" }, ({ sim }) => sim === "absent");
  assert.match(await comgt(place)("PIN"), "SIM ERROR");
});
withComgt.run();
