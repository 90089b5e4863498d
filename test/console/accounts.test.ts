import { assert, suite } from "../front-door/suite.ts";
import { openPlace, password } from "./place.ts";

const test = suite("console/accounts", { timeoutMs: 60_000 });

test("attack 13: guessing passwords ends soon, for everybody from there, and does not lock out others", async () => {
  await using place = await openPlace();
  const anna = await place.as("see");
  const codes: number[] = [];
  for (let guess = 0; guess < 8; guess += 1) {
    codes.push(
      (await place.browser().send("POST", "/api/login", { body: { name: anna.name, password: `guess ${guess} xx` } }))
        .status,
    );
  }
  assert.equal([codes[0], codes.at(-1)], [401, 429]);
  assert.is((await place.browser().send("POST", "/api/login", { body: { name: anna.name, password } })).status, 429);
  assert.is((await anna.get("/api/me")).status, 200, "who is in stays in");
  const unknown = await place
    .browser()
    .send("POST", "/api/login", { body: { name: "nobody", password: "guess guess" } });
  const wrong = await place.browser().send("POST", "/api/login", { body: { name: "chief", password: "guess guess" } });
  assert.equal([unknown.status, unknown.text], [wrong.status, wrong.text], "names can be told apart");
  const trail = await place.store.db.selectFrom("audit").select("who").where("what", "=", "login_failed").execute();
  assert.ok(trail.length >= 4 && !JSON.stringify(trail).includes("guess"));
});

test("attack 14: the first account is made once, by who has the code", async () => {
  await using place = await openPlace();
  const eve = place.browser();
  const make = (token: unknown, more = {}) =>
    eve.send("POST", "/api/setup", { body: { name: "eve", password, token, ...more } });
  for (const token of [undefined, "", "guess", null, { length: 20 }]) assert.is((await make(token)).status, 401);
  await place.as("see");
  await using other = await openPlace();
  const late = other.browser();
  const token = other.running.setupToken;
  await other.as("see");
  assert.is((await late.send("POST", "/api/setup", { body: { name: "eve", password, token } })).status, 409);
});

test("attack 15: an account that is barred or has lost rights has lost them now, and one is always left", async () => {
  await using place = await openPlace();
  const [chief, anna] = [await place.as("command"), await place.as("command")];
  await chief.send("PATCH", `/api/users/${anna.name}`, { body: { disabled: true } });
  assert.is((await anna.get("/api/fleet")).status, 401);
  assert.is((await anna.send("POST", "/api/login", { body: { name: anna.name, password } })).status, 401);
  await chief.send("PATCH", "/api/users/chief", { body: { role: "see" } });
  const own = await chief.send("PATCH", `/api/users/${chief.name}`, { body: { role: "see" } });
  assert.equal([own.status, own.json.error.code], [409, "conflict"]);
});

test("who is added with a password comes in with it, and with no other", async () => {
  await using place = await openPlace();
  const chief = await place.as("command");
  const login = (said: string) =>
    place.browser().send("POST", "/api/login", { body: { name: "wang", password: said } });
  const body = { name: "wang", role: "see", tenant: "acme", password: "a better battery" };
  assert.is((await chief.send("POST", "/api/users", { body })).status, 200);
  assert.is((await login(password)).status, 401);
  const { status, json } = await login(body.password);
  assert.equal([status, json.name, json.role, json.tenant], [200, "wang", "see", "acme"]);
});

test.run();
