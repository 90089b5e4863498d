import { request } from "node:http";
import { createProxyTrust } from "../../src/console/proxy.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openPlace, password } from "./place.ts";

const test = suite("console/guard", { timeoutMs: 60_000 });

const terminal = "/api/terminals/acme/PX7-00042";

test("attack 1: without a session nothing is shown and nothing is done", async () => {
  await using place = await openPlace();
  await place.as("see");
  const stranger = place.browser();
  const reads = ["me", "fleet", "terminals", "terminals/acme/PX7-00042", "incidents", "audit", "users", "live?fleet"];
  for (const path of [...reads, "commands/00", "terminals/acme/PX7-00042/series?signals=a.b", "nothing"]) {
    assert.is((await stranger.get(`/api/${path}`)).status, 401, path);
  }
  for (const [method, path] of [
    ["POST", `${terminal}/commands`],
    ["POST", "/api/users"],
    ["PATCH", "/api/users/chief"],
  ] as const) {
    assert.is((await stranger.send(method, path, { body: {} })).status, 401, path);
  }
  for (const cookie of [
    "posdiag_session=",
    "posdiag_session=x",
    `posdiag_session=${"A".repeat(43)}`,
    `posdiag_session=${"'".repeat(43)}`,
  ]) {
    assert.is((await stranger.get("/api/fleet", { cookie })).status, 401, cookie);
  }
});

test("attack 3: a request from another page is none, whatever it brings", async () => {
  await using place = await openPlace();
  const anna = await place.as("command");
  const body = { name: "eve", role: "see", password };
  const forged: readonly Record<string, string>[] = [
    { "x-csrf-token": "" },
    { "x-csrf-token": "guess" },
    { "x-csrf-token": (await place.as("command")).csrf },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: place.url.replace("http:", "https:").replace("127.0.0.1", "127.0.0.1.evil.example") },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of forged) {
    const { status, json } = await anna.send("POST", "/api/users", { body, headers });
    assert.equal([status, json.error.code], [403, "csrf"], JSON.stringify(headers));
  }
  const form = { "content-type": "application/x-www-form-urlencoded" };
  assert.is((await anna.send("POST", "/api/users", { body: "name=eve&role=command", headers: form })).status, 400);
  assert.is(
    (await anna.send("POST", "/api/users", { body: JSON.stringify(body), headers: { "content-type": "text/plain" } }))
      .status,
    400,
  );
  // A session that somebody else has chosen for the victim.
  const victim = place.browser();
  const login = { body: { name: anna.name, password } };
  assert.is(
    (await victim.send("POST", "/api/login", { ...login, headers: { origin: "https://evil.example" } })).status,
    403,
  );
  assert.is(
    (await victim.send("POST", "/api/login", { ...login, headers: { "sec-fetch-site": "cross-site" } })).status,
    403,
  );
  assert.is((await anna.send("POST", "/api/users", { body })).status, 200);
});

test("attack 6: cookie and headers leave nothing to other pages", async () => {
  await using place = await openPlace();
  await place.as("see");
  const response = await fetch(`${place.url}/api/login`, {
    ...{ method: "POST", headers: { "content-type": "application/json", origin: place.url } },
    body: JSON.stringify({ name: "see-1", password }),
  });
  assert.match(response.headers.get("set-cookie") ?? "", /^posdiag_session=[\w-]{43}; .*HttpOnly.*SameSite=Strict/i);
  for (const path of ["/", "/api/fleet", "/assets/none", "/metrics"]) {
    const { headers } = await place.browser().get(path);
    assert.match(headers.get("content-security-policy") ?? "", "frame-ancestors 'none'", path);
    assert.equal([headers.get("x-content-type-options"), headers.get("referrer-policy")], ["nosniff", "no-referrer"]);
    assert.is(headers.get("access-control-allow-origin"), null);
  }
  await using secure = await openPlace({ isBehindProxy: true });
  const made = await fetch(`${secure.url}/api/setup`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify({ name: "anna", password, token: secure.running.setupToken }),
  });
  assert.match(made.headers.get("set-cookie") ?? "", /; Secure/);
  assert.ok(made.headers.has("strict-transport-security"));
});

test("attack 10: who one is, is not for everybody to say", async () => {
  const proxy = createProxyTrust("X-Remote-User", ["10.0.0.0/8"]);
  await using place = await openPlace({ proxy });
  await place.as("command");
  const liar = place.browser();
  for (const headers of [{ "x-remote-user": "chief" }, { "x-remote-user": "chief", "x-forwarded-for": "10.0.0.1" }]) {
    assert.is((await liar.get("/api/me", headers)).status, 401);
  }
  await using trusting = await openPlace({ proxy: createProxyTrust("X-Remote-User", ["127.0.0.1"]) });
  const anna = await trusting.as("see");
  const other = trusting.browser();
  assert.is((await other.get("/api/me", { "x-remote-user": "nobody" })).status, 403);
  assert.is((await other.get("/api/me", { "x-remote-user": "chief, chief" })).status, 401);
  const me = await other.get("/api/me", { "x-remote-user": anna.name });
  assert.equal([me.json.name, me.json.role, me.json.by], [anna.name, "see", "proxy"]);
  // Neither the proxy's word for one and the cookie of another, nor its cookie without its word.
  assert.is((await anna.get("/api/me", { "x-remote-user": "chief" })).json.name, "chief");
  assert.is((await other.get("/api/me")).status, 401);
  const [headers, body] = [{ "x-remote-user": "chief" }, { name: "eve", role: "see", password }];
  assert.is((await trusting.browser().send("POST", "/api/users", { body, headers })).status, 403, "without a token");
});

test("attack 16: a stale page is told so, and a strange host is not served", async () => {
  await using place = await openPlace();
  const anna = await place.as("see");
  const { headers } = await anna.get("/api/me");
  assert.is(headers.get("x-posdiag-assets"), (await anna.get("/api/start")).json.assets);
  const { hostname, port } = new URL(place.url);
  const status = await new Promise((resolve, reject) => {
    const headers = { host: "evil.example", cookie: anna.cookie };
    request({ hostname, port, path: "/api/fleet", headers }, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
  assert.is(status, 403, "a name that points at this machine");
  const again = await anna.get("/api/fleet", { "if-none-match": "*" });
  assert.equal([again.status, again.headers.get("cache-control")], [200, "no-store"]);
});

test("attack 18: one session cannot keep the server busy", async () => {
  await using place = await openPlace();
  const anna = await place.as("see");
  const codes = await Promise.all(Array.from({ length: 400 }, async () => (await anna.get("/api/me")).status));
  assert.ok(codes.includes(429) && codes.includes(200));
  assert.is((await (await place.as("see")).get("/api/me")).status, 200, "others have to wait");
});

test.run();
