import { systemClock } from "../../src/base/clock.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openPlace, password } from "./place.ts";

const test = suite("console/roles", { timeoutMs: 60_000 });

const terminal = "/api/terminals/acme/PX7-00042";

test("attack 2: each role may do no more than it says", async () => {
  await using place = await openPlace();
  const [see, ask, command] = [await place.as("see"), await place.as("ask"), await place.as("command")];
  const verbs = async (who: typeof see, verb: string, words = {}) =>
    (await who.send("POST", `${terminal}/commands`, { body: { verb, words } })).json.error?.code;
  assert.is(await verbs(see, "read_state"), "forbidden");
  for (const verb of ["hold", "recover", "rotate_keys", "set_config", "confirm_config", "release"]) {
    assert.is(await verbs(ask, verb), "forbidden", verb);
  }
  // Nothing else stands between them and the terminal here: there is no broker.
  assert.is(await verbs(ask, "read_state"), "commands_off");
  assert.is(await verbs(command, "hold", { minutes: 5 }), "commands_off");
  for (const who of [see, ask]) {
    assert.is((await who.get("/api/users")).status, 403);
    assert.is((await who.send("POST", "/api/users", { body: { name: "eve", role: "command", password } })).status, 403);
    assert.is((await who.send("PATCH", `/api/users/${who.name}`, { body: { role: "command" } })).status, 403);
  }
  assert.equal(await place.store.db.selectFrom("commands").select("id").execute(), []);
});

test("attack 19: what belongs to another tenant is not there, by any way", async () => {
  await using place = await openPlace();
  const { db } = place.store;
  const nowMs = systemClock.wallMs();
  const command = { terminal_id: 1, verb: "bundle", words: "{}", who: "chief", state: "succeeded", updated_ms: nowMs };
  await db
    .insertInto("commands")
    .values({ id: "ab".repeat(16), ...command })
    .execute();
  const incident = {
    tenant: "acme",
    fault: "host.down",
    concerns: "{}",
    began_ms: nowMs,
    updated_ms: nowMs,
    detail: "{}",
  };
  await db
    .insertInto("incidents")
    .values({ id: "i1", ...incident, affected: 2, total: 2, confidence: 0.9 })
    .execute();
  const own = await place.as("command", "acme");
  const gina = await place.as("command", "globex");
  for (const path of [
    "terminals/acme/PX7-00042",
    "terminals/acme/PX7-00042/series?signals=modem.csq",
    "incidents/i1",
  ]) {
    assert.equal([(await gina.get(`/api/${path}`)).status, (await own.get(`/api/${path}`)).status], [404, 200], path);
  }
  for (const path of [
    `commands/${"ab".repeat(16)}`,
    `commands/${"ab".repeat(16)}/bundle`,
    "live?terminal=acme/PX7-00042",
  ]) {
    assert.is((await gina.get(`/api/${path}`)).status, 404, path);
  }
  for (const file of ["json", "xml"]) assert.is((await gina.get(`${terminal}/catm.001.${file}`)).status, 404);
  assert.is((await gina.send("POST", `${terminal}/commands`, { body: { verb: "read_state" } })).status, 404);
  const { json: list } = await gina.get("/api/terminals?q=PX7&state=all");
  assert.equal([list.total, list.rows], [0, []]);
  const { json: fleet } = await gina.get("/api/fleet");
  assert.equal([fleet.totals.terminals, fleet.topFaults, fleet.incidents], [1, [], []]);
  assert.equal((await gina.get("/api/incidents")).json.incidents, []);
  assert.is((await own.get("/api/fleet")).json.totals.terminals, 2);
});

test("attack 20: whoever manages one tenant's accounts has no hand in others'", async () => {
  await using place = await openPlace();
  const gina = await place.as("command", "globex");
  const other = await place.as("see", "acme");
  const person = { name: "eve", role: "command", password };
  for (const tenant of [null, "acme"]) {
    assert.is((await gina.send("POST", "/api/users", { body: { ...person, tenant } })).status, 403, String(tenant));
    assert.is((await gina.send("PATCH", `/api/users/${gina.name}`, { body: { tenant } })).status, 403, String(tenant));
  }
  for (const name of ["chief", other.name]) {
    assert.is((await gina.send("PATCH", `/api/users/${name}`, { body: { password } })).status, 404, name);
  }
  assert.is((await gina.send("POST", "/api/users", { body: person })).status, 200);
  const { json } = await gina.get("/api/users");
  assert.equal(
    json.users.map((user: { tenant: string }) => user.tenant),
    ["globex", "globex"],
  );
  const { json: audit } = await gina.get("/api/audit");
  assert.ok(audit.rows.length > 0 && audit.rows.every(({ who }: { who: string }) => who === gina.name));
});

test.run();
