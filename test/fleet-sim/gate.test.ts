import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { systemCode } from "../../src/base/errors.ts";
import { assert, suite } from "../front-door/suite.ts";
import { until } from "../uplink/bench.ts";
import { createGate, type Gate } from "./gate.ts";

const test = suite("fleet-sim/gate");

interface Door extends AsyncDisposable {
  readonly port: number;
  /** Connections that stand. */
  readonly open: ReadonlySet<Socket>;
}

async function openDoor(): Promise<Door> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => open.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    open,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The code of the error that it ends with; undefined while it stands. */
function dial(gate: Gate, port: number): Promise<{ readonly code: () => string | undefined; readonly socket: Socket }> {
  return gate.within(async () => {
    await Promise.resolve(); // As deep as a real dial is.
    const socket = connect(port, "127.0.0.1");
    let code: string | undefined;
    socket.on("error", (error) => {
      code = systemCode(error);
    });
    return { socket, code: () => code };
  });
}

test("while it is closed, whatever dials finds no route", async () => {
  await using door = await openDoor();
  const { code, socket } = await dial(createGate(), door.port);
  await until(() => socket.closed && door.open.size === 0);
  assert.is(code(), "ENETUNREACH");
});

test("closing it cuts what stands behind it, and nothing else", async () => {
  await using door = await openDoor();
  const [gate, other] = [createGate(), createGate()];
  gate.open();
  other.open();
  const [mine, theirs] = [await dial(gate, door.port), await dial(other, door.port)];
  const outside = connect(door.port, "127.0.0.1");
  await until(() => door.open.size === 3);
  gate.close();
  await until(() => door.open.size === 2);
  assert.is(mine.code(), "ENETUNREACH");
  assert.equal([theirs.socket.destroyed, outside.destroyed], [false, false]);
  for (const socket of [theirs.socket, outside]) socket.destroy();
});

test("opened again it lets through what is dialled from then on", async () => {
  await using door = await openDoor();
  const gate = createGate();
  gate.open();
  gate.close();
  gate.open();
  const { socket, code } = await dial(gate, door.port);
  await until(() => door.open.size === 1);
  assert.is(code(), undefined);
  socket.destroy();
});

test.run();
