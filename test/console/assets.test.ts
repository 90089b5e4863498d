import { request } from "node:http";
import { assert, suite } from "../front-door/suite.ts";
import { openPlace, type Place } from "./place.ts";

const test = suite("console/assets", { timeoutMs: 60_000 });

/** As it is, without what a client makes of it. */
function raw(place: Place, path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(place.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method: "GET" }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on("error", reject).end();
  });
}

test("attack 9: no path leads out of the page's folder", async () => {
  await using place = await openPlace();
  const ways = [
    "../place.ts",
    "..%2f..%2fpackage.json",
    "%2e%2e/package.json",
    "....//package.json",
    "/etc/passwd",
    "%00",
    ".env",
  ];
  for (const way of [...ways, "..\\package.json", "app.0123456789ab.js.br", "app.0123456789ab.js%00.html"]) {
    const { status, text } = await raw(place, `/assets/${way}`);
    assert.ok(status === 404 || status === 400 || text.includes("<title>posdiag"), `${way}: ${status}`);
    assert.ok(!/"dependencies"|root:|packed/.test(text), way);
  }
});

test.run();
