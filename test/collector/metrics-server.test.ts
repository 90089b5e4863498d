import { isAgentError } from "../../src/base/errors.ts";
import { serveMetrics } from "../../src/collector/metrics-server.ts";
import { createTally } from "../../src/collector/tally.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("collector/metrics-server");

test("tells its figures, and whether it is well", async () => {
  const tally = createTally();
  await using server = await serveMetrics({ host: "127.0.0.1", port: 0 }, tally);
  const get = (path: string) => fetch(`${server.url}${path}`);
  tally.refused.forged = 3;
  const text = await (await get("/metrics")).text();
  assert.match(text, /^posdiag_collector_refused_total\{reason="forged"\} 3$/m);
  assert.match(text, /^# TYPE posdiag_collector_waiting gauge$/m);
  assert.is((await get("/healthz")).status, 503);
  tally.connected = true;
  assert.is((await get("/healthz")).status, 200);
  assert.is((await get("/elsewhere")).status, 404);
});

test("a port that somebody has is said at once", async () => {
  await using server = await serveMetrics({ host: "127.0.0.1", port: 0 }, createTally());
  const port = Number(new URL(server.url).port);
  const refused = await serveMetrics({ host: "127.0.0.1", port }, createTally()).catch((error: unknown) => error);
  assert.ok(isAgentError(refused, "USAGE"));
});

test.run();
