/** A host's modes as a real client sees them. */
import { connect, type Socket } from "node:net";
import { createHost, type Host, type HostMode } from "../../hw-sim/host.ts";
import { assert, suite } from "../front-door/suite.ts";

type Outcome = "connected" | "waiting" | "ECONNREFUSED";

/** What a connect comes to within `ms`; the socket is still open after "connected". */
async function knock(
  port: number,
  ms = 150,
  address = "127.0.0.1",
): Promise<{ readonly outcome: Outcome; readonly socket: Socket }> {
  const socket = connect(port, address);
  const outcome = await new Promise<Outcome>((resolve) => {
    const timer = setTimeout(() => resolve("waiting"), ms);
    const end = (how: Outcome) => () => {
      clearTimeout(timer);
      resolve(how);
    };
    socket.once("connect", end("connected"));
    socket.once("error", end("ECONNREFUSED"));
  });
  socket.on("error", () => socket.destroy());
  return { outcome, socket };
}

async function outcomeIn(host: Host, mode: HostMode): Promise<Outcome> {
  await host.setMode(mode);
  const { outcome, socket } = await knock(host.port);
  socket.destroy();
  return outcome;
}

const closed = (socket: Socket) => new Promise<void>((resolve) => socket.once("close", () => resolve()));
const test = suite("host", { timeoutMs: 15_000 });
let host: Host;
let bytes = 0;

test.before.each(async () => {
  bytes = 0;
  const received = (count: number) => {
    bytes += count;
  };
  host = await createHost({ name: "host.acquirer.test", idleMs: 100, received });
});
test.after.each(() => host.close());

test("every mode, in any order, on one port", async () => {
  const expected: ReadonlyArray<readonly [HostMode, Outcome]> = [
    ["up", "connected"],
    ["blackhole", "waiting"],
    ["down", "ECONNREFUSED"],
    ["silent", "connected"],
    ["blackhole", "waiting"],
    ["up", "connected"],
    ["slow", "waiting"],
    ["down", "ECONNREFUSED"],
    ["up", "connected"],
  ];
  for (const [mode, outcome] of expected) assert.is(await outcomeIn(host, mode), outcome, mode);
});
test("the black hole swallows more than one", async () => {
  await host.setMode("blackhole");
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => knock(host.port)));
  for (const { outcome, socket } of all) {
    assert.is(outcome, "waiting");
    socket.destroy();
  }
});
test("a slow host lets a client in after a while", async () => {
  await host.setMode("slow");
  const { outcome, socket } = await knock(host.port, 8_000);
  assert.is(outcome, "connected");
  socket.destroy();
});
test("an idle connection is closed, what was sent is counted", async () => {
  const { socket } = await knock(host.port);
  socket.resume();
  socket.write("hello");
  await closed(socket);
  assert.is(bytes, 5);
});
test("a silent host holds the connection and says nothing", async () => {
  await host.setMode("silent");
  const { socket } = await knock(host.port);
  const said: string[] = [];
  socket.on("data", () => said.push("data"));
  socket.on("end", () => said.push("end"));
  await new Promise((resolve) => setTimeout(resolve, 250));
  assert.equal(said, []);
  socket.destroy();
});
test("going down resets connections, a dead path only freezes them", async () => {
  await host.setMode("silent");
  const { socket } = await knock(host.port);
  await host.setMode("blackhole");
  socket.write("into the void");
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.not.ok(socket.destroyed);
  assert.is(bytes, 0);
  await host.setMode("silent");
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.is(bytes, 13);
  const gone = closed(socket);
  await host.setMode("down");
  await gone;
  assert.ok(socket.destroyed);
});
test("all its sockets are made within its place", async () => {
  let entered = 0;
  const place = {
    address: "127.0.0.3",
    within: <T>(make: () => T): T => {
      entered += 1;
      return make();
    },
  };
  const other = await createHost({ name: "elsewhere", place });
  const seen = async () => (await knock(other.port, 150, place.address)).outcome;
  assert.equal([other.address, await seen()], ["127.0.0.3", "connected"]);
  assert.is((await knock(other.port)).outcome, "ECONNREFUSED");
  await other.setMode("blackhole");
  assert.equal([await seen(), entered], ["waiting", 3]);
  await other.close();
});
test("modes set in a row end in the last one", async () => {
  const modes: readonly HostMode[] = ["down", "slow", "blackhole", "slow", "down", "up"];
  await Promise.all(modes.map((mode) => host.setMode(mode)));
  const { outcome, socket } = await knock(host.port);
  assert.is(outcome, "connected");
  socket.destroy();
});
test.run();
