import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { systemCode } from "../../../src/base/errors.ts";
import { countedStream, floodCode } from "../../../src/probes/way/counted-stream.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("a stream that is given up when too much comes");

/** A stream to a host that does this with the connection. */
async function to(act: (socket: Socket) => void, mostBytes: number) {
  const server = createServer((socket) => act(socket.on("error", () => {})));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const socket = connect(typeof address === "object" && address ? address.port : 0, "127.0.0.1");
  await once(socket, "connect");
  server.close();
  return { socket, stream: countedStream(socket, mostBytes) };
}

test("up to the bound everything passes, both ways, to the end", async () => {
  const { stream } = await to((socket) => void socket.pipe(socket), 1_000);
  stream.end("x".repeat(1_000));
  let received = 0;
  for await (const chunk of stream) received += String(chunk).length;
  assert.is(received, 1_000);
});

test("one byte more ends the stream with its own code, and the socket with it", async () => {
  const { socket, stream } = await to((peer) => void peer.write("x".repeat(1_001)), 1_000);
  const [error] = await once(stream.resume(), "error").catch((thrown: unknown) => [thrown]);
  assert.is(systemCode(error), floodCode);
  assert.ok(socket.destroyed);
});

test("a reset is told, and whoever gives the stream up gives the socket up", async () => {
  const { stream } = await to((peer) => void setImmediate(() => peer.resetAndDestroy()), 1_000);
  const [error] = await once(stream.resume(), "error").catch((thrown: unknown) => [thrown]);
  assert.is(systemCode(error), "ECONNRESET");
  const other = await to(() => {}, 1_000);
  other.stream.destroy();
  await once(other.stream, "close");
  assert.ok(other.socket.destroyed);
});

test.run();
