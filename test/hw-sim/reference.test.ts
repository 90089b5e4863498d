/** The independent host as an operating system asks it whether it is on the Internet. */
import { request } from "node:http";
import { connect } from "node:net";
import { createReference, type Reference } from "../../hw-sim/reference.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("independent host");
const now = new Date("2026-11-22T01:30:15Z");
let reference: Reference;
test.before(async () => {
  reference = await createReference({ name: "reference.test", now: () => now });
});
test.after(() => reference.close());

function get(path: string): Promise<{ readonly status: number | undefined; readonly headers: NodeJS.Dict<unknown> }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: reference.address, port: reference.port, path, agent: false }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, headers: answer.headers });
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("says 204 and its time", async () => {
  const { status, headers } = await get("/generate_204");
  assert.equal([status, headers["date"]], [204, "Sun, 22 Nov 2026 01:30:15 GMT"]);
  assert.is((await get("/other")).status, 404);
});
test("behind a portal every page leads to the login", async () => {
  reference.setPortal(true);
  const { status, headers } = await get("/generate_204");
  assert.equal([status, headers["location"]], [302, "http://portal.test/login"]);
  reference.setPortal(false);
  assert.is((await get("/generate_204")).status, 204);
});
for (const [what, bytes] of [
  ["no HTTP", "hello\r\n\r\n"],
  ["a head without end", "x".repeat(5_000)],
] as const) {
  test(`${what} is a bad request`, async () => {
    const socket = connect({ host: reference.address, port: reference.port });
    socket.write(bytes);
    let heard = "";
    for await (const chunk of socket) heard += chunk;
    assert.match(heard, /^HTTP\/1\.1 400 /);
  });
}
test("a silent one says nothing", async () => {
  await reference.setMode("silent");
  const late = await Promise.race([
    get("/generate_204"),
    new Promise((resolve) => setTimeout(resolve, 200, "silent")),
  ]).catch(() => "gone");
  assert.is(late, "silent");
  await reference.setMode("up");
});
test.run();
