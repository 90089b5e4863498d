/** The hostile peers of `npm run bench -- ipc-siege`, some thousand inputs of them, against a server in this process. */
import { setTimeout as delay } from "node:timers/promises";
import { assert, suite } from "../../front-door/suite.ts";
import { connectRaw, createBench } from "../../ipc/bench.ts";
import { kinds } from "./inputs.ts";
import { attackAll, emptySent, sitAll } from "./peers.ts";

const test = suite("a siege of the local socket", { timeoutMs: 60_000 });

test("a good peer and newcomers are served, nothing of the hostile peers is taken, and every kind was sent", async () => {
  const bench = await createBench();
  await bench.server.start();
  const good = await connectRaw(bench.socket);
  const stop = new AbortController();
  const sent = emptySent();
  const terms = { socket: bench.socket, seed: 3, stop: stop.signal };
  const attacks = Promise.all([attackAll({ ...terms, peers: 6 }, sent), sitAll({ ...terms, peers: 20 }, emptySent())]);
  const judged = () => Object.values(bench.server.counters().refused).reduce((sum, count) => sum + count, 0);
  for (let request = 1; judged() < 5_000; request += 1) {
    good.frame("posdiag.diagnose", { request });
    assert.is((await good.next()).data["request"], request);
    const newcomer = await connectRaw(bench.socket);
    newcomer.frame("posdiag.status", { request: 7 });
    assert.is((await newcomer.next()).data["request"], 7);
    newcomer.end();
    await delay(60);
  }
  stop.abort();
  await attacks;
  good.end();
  assert.equal(bench.observed, []);
  for (const kind of Object.keys(kinds)) assert.ok((sent.inputs[kind] ?? 0) > 0, kind);
  const { peers } = bench.server.counters();
  assert.ok(peers <= 8 + 32 + 1, `${peers} connections`);
  await bench.end();
});

test.run();
