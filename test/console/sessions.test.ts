import { type Clock, systemClock } from "../../src/base/clock.ts";
import { usualTerms } from "../../src/console/sessions.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createBrowser, openPlace, password } from "./place.ts";

const test = suite("console/sessions", { timeoutMs: 60_000 });

const secretOf = (cookie: string) => cookie.split("=")[1] ?? "";

test("attack 4: a session is new at sign-in, and is over when it is over", async () => {
  await using place = await openPlace();
  const anna = await place.as("command");
  const planted = await place.as("see");
  const victim = createBrowser(place.url);
  victim.cookie = planted.cookie;
  await victim.send("POST", "/api/login", { body: { name: anna.name, password } });
  assert.is.not(victim.cookie, planted.cookie);
  assert.is((await planted.get("/api/me")).status, 401, "the planted one lives on");
  const stolen = createBrowser(place.url);
  stolen.cookie = victim.cookie;
  assert.is((await stolen.get("/api/me")).status, 200);
  assert.is((await stolen.send("POST", "/api/logout")).status, 403, "without the page's token");
  victim.csrf = (await victim.get("/api/me")).json.csrf;
  const { cookie } = victim;
  await victim.send("POST", "/api/logout");
  assert.is((await stolen.get("/api/me", { cookie })).status, 401, "after the sign-out");
  const rows = await place.store.db.selectFrom("sessions").selectAll().execute();
  assert.ok(
    rows.every((row) => !JSON.stringify(row).includes(secretOf(anna.cookie))),
    "the store has the cookie itself",
  );
});

test("attack 5: idle sessions end, and busy ones in the end too", async () => {
  let wallMs = systemClock.wallMs();
  const clock: Clock = { ...systemClock, wallMs: () => wallMs };
  await using place = await openPlace({ clock });
  const [idle, busy] = [await place.as("see"), await place.as("see")];
  for (let hours = 0; hours < 11; hours += 0.5) {
    wallMs += 1_800_000;
    assert.is((await busy.get("/api/me")).status, 200, `${hours} h`);
  }
  assert.is((await idle.get("/api/me")).status, 401);
  wallMs += usualTerms.longestMs;
  assert.is((await busy.get("/api/me")).status, 401);
});

test.run();
