import { createServer, type Server, type Socket } from "node:net";
import { systemClock } from "../../src/base/clock.ts";
import { connect, dial, hangUp, hostReadings } from "../../src/probes/connection.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("a connection");

/** Listens, connects, and says how it went. */
async function reach(act: (socket: Socket) => void, address = "127.0.0.1"): Promise<string> {
  const server = createServer((socket) => act(socket.on("error", () => {})));
  const port = await listen(server, address);
  const { kind } = await connect({ address, port }, 1_000, systemClock.monoMs);
  await new Promise((resolve) => server.close(resolve));
  return kind;
}

function listen(server: Server, address: string): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, address, () => {
      const bound = server.address();
      resolve(typeof bound === "object" && bound ? bound.port : 0);
    });
  });
}

test("one that is taken is ok, by IPv4 and IPv6, and leaves nothing behind", async () => {
  for (const address of ["127.0.0.1", "::1"]) assert.is(await reach(() => {}, address), "ok");
});

test("what the host says unasked is not read, however much it is", async () => {
  const flood = (socket: Socket): void => {
    const more = (): void => {
      while (!socket.destroyed && socket.write(Buffer.alloc(65_536)));
    };
    socket.on("drain", more);
    more();
  };
  assert.is(await reach(flood), "ok");
  const server = createServer((socket) => flood(socket.on("error", () => {})));
  const answer = await dial(
    { address: "127.0.0.1", port: await listen(server, "127.0.0.1") },
    1_000,
    systemClock.monoMs,
  );
  assert.is(answer.kind, "ok");
  if (answer.kind !== "ok") return;
  await systemClock.sleep(50);
  assert.ok(answer.socket.bytesRead <= 131_072, `${answer.socket.bytesRead} bytes were read`);
  hangUp(answer.socket);
  await new Promise((resolve) => server.close(resolve));
});

test("a host that resets at once is still one that took the connection, or reset it", async () => {
  assert.match(await reach((socket) => void socket.resetAndDestroy()), /^(ok|reset)$/);
});

for (const [what, address, said] of [
  ["nobody listens", "127.0.0.1", "refused"],
  ["an address cannot be reached from here", "255.255.255.255", "unreachable"],
  ["a link-local address lacks its interface", "fe80::1", "unreachable"],
] as const) {
  test(`where ${what} it is ${said}`, async () => {
    assert.equal(await connect({ address, port: 1 }, 1_000, systemClock.monoMs), { kind: said });
  });
}

test("the time is told with what succeeded, and with that only", () => {
  const values = (kind: "ok" | "timeout") =>
    hostReadings(kind === "ok" ? { kind, elapsedMs: 42 } : { kind }, 7).map(({ signal, value }) => [signal, value]);
  assert.equal(values("ok"), [
    ["net.tcp_host", "ok"],
    ["net.tcp_host_ms", 42],
  ]);
  assert.equal(values("timeout"), [["net.tcp_host", "timeout"]]);
});

test.run();
