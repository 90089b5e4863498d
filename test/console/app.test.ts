import { connect } from "node:net";
import { assert, suite } from "../front-door/suite.ts";
import { createStores, databases } from "../support/stores.ts";
import { type Browser, openPlace, password } from "./place.ts";

const test = suite("console/app", { needs: ["postgres"], timeoutMs: 120_000 });
const stores = createStores();
test.after(() => stores[Symbol.asyncDispose]());

const terminal = "/api/terminals/acme/PX7-00042";

const hostile = [
  ...[
    "' or 1=1 --",
    '"; drop table terminals; --',
    "%",
    "_",
    "\\",
    "%00",
    "\u0000",
    "<script>alert(1)</script>",
    "{{7*7}}",
  ],
  ...[
    "../../etc/passwd",
    "1 union select password from users",
    "acme' || 'x",
    "__proto__",
    "constructor",
    "\u202e",
    "😀",
  ],
];

const filters = ["q", "fault", "family", "carrier", "region", "acquirer", "version", "shop"];

async function tryFilters(anna: Browser, said: string): Promise<void> {
  for (const name of filters) {
    const { status, json, headers } = await anna.get(`/api/terminals?${name}=${said}`);
    assert.ok(status === 200 ? json.rows.length === 0 : status === 400, `${name}=${said}: ${status}`);
    assert.match(headers.get("content-type") ?? "", "application/json");
  }
  for (const name of ["state", "sort", "cursor"]) {
    assert.is((await anna.get(`/api/terminals?${name}=${said}`)).status, 400, `${name}=${said}`);
  }
}

async function tryPaths(anna: Browser, said: string): Promise<void> {
  assert.is((await anna.get(`${terminal}/series?signals=${said}`)).status, 400, said);
  assert.is((await anna.get(`${terminal}/series?signals=modem.csq&from=${said}`)).status, 400, said);
  for (const path of [`terminals/${said}/${said}`, `terminals/acme/${said}`, `commands/${said}`, `incidents/${said}`]) {
    assert.is((await anna.get(`/api/${path}`)).status, 404, path);
  }
  assert.is((await anna.get(`/api/audit?cursor=${said}`)).status, 200);
  assert.is((await anna.send("PATCH", `/api/users/${said}`, { body: { role: "see" } })).status, 404, said);
}

for (const database of databases)
  test(`attack 7, ${database}: SQL and HTML in any parameter are text, and find nothing`, async () => {
    await using place = await openPlace({ database, stores });
    let anna = await place.as("command");
    for (const [at, word] of hostile.entries()) {
      // A session may only ask so often.
      if (at % 5 === 4) anna = await place.as("command");
      await tryFilters(anna, encodeURIComponent(word));
      await tryPaths(anna, encodeURIComponent(word));
      const person = { name: "x", role: "see", password };
      const isName = /^[a-z]/.test(word) && !/[^\w]/.test(word);
      for (const body of isName ? [] : [{ ...person, name: word }]) {
        assert.is((await anna.send("POST", "/api/users", { body })).status, 400, JSON.stringify(body));
      }
      assert.is((await anna.send("POST", "/api/users", { body: { ...person, role: word } })).status, 400, word);
    }
    assert.is((await (await place.as("see")).get("/api/terminals")).json.total, 3, "somebody has lost terminals");
  });

test("attack 8: cursors are ours or none", async () => {
  await using place = await openPlace({ database: "postgres", stores });
  const anna = await place.as("see");
  const forged = [
    ["worst", "a", {}],
    ["worst", null],
    { length: 3 },
    ["seen", 1, 2],
    ["worst", [1]],
    ["worst", "a", 1, 1],
    ["worst", 1],
  ];
  for (const cursor of forged.map((value) => Buffer.from(JSON.stringify(value)).toString("base64url"))) {
    assert.is((await anna.get(`/api/terminals?cursor=${cursor}`)).status, 400, cursor);
  }
  assert.is((await anna.get(`/api/terminals?cursor=${"A".repeat(5_000)}`)).status, 400);
});

test("attack 11: what is too large is not read, what is too slow is not waited for", async () => {
  await using place = await openPlace();
  const anna = await place.as("command");
  const large = { name: "x".repeat(40_000), role: "see" };
  assert.is((await anna.send("POST", "/api/users", { body: large })).status, 413);
  assert.is(
    (await place.browser().send("POST", "/api/login", { body: { name: "a", password: "p".repeat(40_000) } })).status,
    413,
  );
  assert.is((await anna.get(`/api/terminals?q=${"x".repeat(200)}`)).status, 400);
  const header = await anna.get("/api/me", { "x-long": "y".repeat(20_000) });
  assert.is(header.status, 431);
  const { hostname, port } = new URL(place.url);
  const slow = connect(Number(port), hostname);
  slow.write("GET /api/me HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
  const end = await new Promise<string>((resolve) => {
    let text = "";
    slow.on("data", (part) => {
      text += part.toString();
    });
    slow.on("error", () => {});
    slow.on("close", () => resolve(text));
  });
  assert.match(end, /^(?:HTTP\/1\.1 408|$)/);
});

test("attack 12: JSON that would change every object changes none", async () => {
  await using place = await openPlace();
  const anna = await place.as("command");
  const bodies = [
    '{"__proto__":{"role":"command","isAdmin":true},"name":"eve"}',
    '{"constructor":{"prototype":{"role":"command"}},"name":"eve"}',
    '{"kind":"refusal","reason":"internal"}',
    ...[
      "[]",
      "null",
      "1",
      '"text"',
      "{",
      "",
      '{"name":{"toString":"x"},"role":"see"}',
      '{"name":["eve"],"role":"see"}',
    ],
  ];
  for (const body of bodies) assert.is((await anna.send("POST", "/api/users", { body })).status, 400, body);
  assert.is(Reflect.get({}, "isAdmin"), undefined);
  assert.is(Reflect.get({}, "role"), undefined);
});

test.run();
