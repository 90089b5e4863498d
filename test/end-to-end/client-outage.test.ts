/**
 * The payment goes on whatever becomes of the agent: not there, a dead socket file, hanging, killed with a message half said.
 * Then it is back, and hears the client again without anybody having done anything. The agent is the real one.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awaitDoor, type Door } from "../../hw-sim/rig/door.ts";
import { openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import { connect, type Posdiag } from "../../src/client/posdiag.ts";
import { assert, suite } from "../front-door/suite.ts";
import { until } from "../ipc/bench.ts";
import { messagesOfSale, sellTimes } from "../support/loop-of-sales.ts";

const test = suite("payments while the agent is away", { timeoutMs: 60_000 });

let folder: string;
let socket: string;
let posdiag: Posdiag;

test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "posdiag-outage-"));
  socket = join(folder, "agent.sock");
  posdiag = connect({ socket });
});

test.after.each(() => {
  posdiag.close();
  rmSync(folder, { recursive: true, force: true });
});

const sales = 200;

/** All were said or counted as lost, and hardly anything is kept. */
function assertCounted(sold: number, more = 0): void {
  const { sent, dropped, refused, errors } = posdiag.counters();
  assert.equal([refused, errors], [0, 0]);
  const kept = sold * messagesOfSale + more - sent - dropped;
  assert.ok(kept >= 0 && kept <= 128, `${kept} kept`);
}

async function serve(answer: (socket: Socket) => void): Promise<Server> {
  const server = createServer((peer) => answer(peer.on("error", () => {})));
  server.listen(socket);
  await once(server, "listening");
  return server;
}

test("no agent at all", async () => {
  sellTimes(posdiag, sales);
  assert.equal(await posdiag.diagnose(), { kind: "unreachable", code: "ENOENT" });
  sellTimes(posdiag, sales);
  assertCounted(2 * sales);
});

test("the socket file of an agent that is dead", async () => {
  const listening = `require("node:net").createServer().listen(${JSON.stringify(socket)}, () => console.log("up"))`;
  const dead = spawn(process.execPath, ["-e", listening], { stdio: ["ignore", "pipe", "inherit"] });
  await once(dead.stdout, "data");
  dead.kill("SIGKILL");
  await once(dead, "close");
  sellTimes(posdiag, sales);
  assert.equal(await posdiag.diagnose(), { kind: "unreachable", code: "ECONNREFUSED" });
  assertCounted(sales);
});

for (const [what, answer] of [
  ["takes connections and never reads", (peer: Socket) => void peer.pause()],
  ["reads and never answers", (peer: Socket) => void peer.resume()],
  ["answers half and dies", (peer: Socket) => void peer.once("data", () => peer.end('{"type":"posdiag.ans'))],
] as const) {
  test(`something that ${what}`, async () => {
    const peers = new Set<Socket>();
    const server = await serve((peer) => {
      peers.add(peer);
      answer(peer);
    });
    posdiag.subscribe(() => {});
    sellTimes(posdiag, sales);
    await until(() => peers.size > 0);
    const asked = posdiag.diagnose();
    sellTimes(posdiag, sales);
    assert.is(posdiag.counters().sent, 0);
    assertCounted(2 * sales);
    for (const peer of peers) peer.destroy();
    assert.is((await asked).kind, "unreachable");
    server.close();
  });
}

const agents = suite("payments while the real agent hangs, dies and comes back", { timeoutMs: 60_000 });

let rig: Rig;

agents.before.each(async () => {
  rig = await openRig({ seed: 31, config: { modem: { source: "none" } } });
  socket = rig.socket;
  posdiag = connect({ socket });
});

agents.after.each(async () => {
  posdiag.close();
  await rig.close();
});

/** What the agent knows of a signal. */
async function known(door: Door, signal: string): Promise<unknown> {
  const { status } = await door.ask("posdiag.status");
  const { readings } = JSON.parse(JSON.stringify(status));
  return readings.find((one: { readonly signal: string }) => one.signal === signal)?.value;
}

async function untilKnown(signal: string, value: unknown): Promise<void> {
  const door = await awaitDoor(socket);
  while ((await known(door, signal)) !== value) await new Promise((resolve) => setTimeout(resolve, 50));
  door.close();
}

agents("stopped in the middle of a day, and going on", async () => {
  const agent = rig.startAgent();
  (await awaitDoor(socket)).close();
  sellTimes(posdiag, 1);
  await untilKnown("txn.stage", "ended");
  process.kill(agent.pid, "SIGSTOP");
  sellTimes(posdiag, sales);
  const asked = posdiag.diagnose();
  posdiag.printer.state("paper_out");
  assertCounted(sales + 1, 1);
  process.kill(agent.pid, "SIGCONT");
  await untilKnown("printer.state", "paper_out");
  assert.is((await asked).kind, "answer");
  const { sent } = posdiag.counters();
  posdiag.tell({ "txn.rc": "51" });
  await untilKnown("txn.rc", "51");
  assert.ok(posdiag.counters().sent > sent);
});

agents("killed while it is told things, and started again", async () => {
  const agent = rig.startAgent();
  (await awaitDoor(socket)).close();
  let diagnoses = 0;
  posdiag.subscribe(() => {
    diagnoses += 1;
  });
  await until(() => diagnoses === 1);
  posdiag.printer.state("cover_open");
  await untilKnown("printer.state", "cover_open");
  sellTimes(posdiag, sales);
  process.kill(agent.pid, "SIGKILL");
  sellTimes(posdiag, sales);
  await agent.ended;
  sellTimes(posdiag, sales);
  const before = diagnoses;
  rig.startAgent();
  // It hears what holds, and the subscription stands.
  await untilKnown("printer.state", "cover_open");
  await until(() => diagnoses > before);
  sellTimes(posdiag, 1);
  await untilKnown("txn.outcome", "approved");
  assert.is((await posdiag.diagnose()).kind, "answer");
});

test.run();
agents.run();
