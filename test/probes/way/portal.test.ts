import { createServer as createRawServer, type Server, type Socket } from "node:net";
import { createDnsServer } from "../../../hw-sim/dns.ts";
import { systemClock } from "../../../src/base/clock.ts";
import { askPortal } from "../../../src/probes/way/portal.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { valuesOf } from "./values.ts";

const test = suite("the Internet, or somebody in between");

let server: Server;
let port = 0;
let answer: (socket: Socket) => void = () => {};
let asked = "";
const sockets = new Set<Socket>();

test.before(async () => {
  server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => sockets.delete(socket));
    socket.on("data", (bytes) => {
      asked += bytes.toString("latin1");
    });
    socket.once("data", () => answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
test.after(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});
test.before.each(() => {
  asked = "";
});

const ask = (change: Partial<Parameters<typeof askPortal>[0]> = {}) =>
  askPortal({
    url: `http://127.0.0.1:${port}/generate_204`,
    ...{ servers: [], timeoutMs: 400, clock: systemClock },
    ...change,
  });
const say =
  (...lines: readonly string[]) =>
  (socket: Socket): void =>
    void socket.end(lines.join("\r\n"));
/** `probe portal skew`, whichever there are. */
const heard = async (change?: Parameters<typeof ask>[0]): Promise<readonly unknown[]> => {
  const values = valuesOf(await ask(change));
  return [values["net.internet_probe"], values["net.captive_portal"], values["clock.skew_s"]];
};

for (const [what, lines, said] of [
  ["no content", ["HTTP/1.1 204 No Content", "", ""], ["ok", false, undefined]],
  ["an empty page", ["HTTP/1.1 200 OK", "Content-Length: 0", "", ""], ["ok", false, undefined]],
  ["a page", ["HTTP/1.1 200 OK", "Content-Length: 5", "", "hello"], ["portal", true, undefined]],
  ["a page cut short", ["HTTP/1.1 200 OK", "Content-Length: 50", "", "hello"], ["portal", true, undefined]],
  ["a redirect", ["HTTP/1.1 302 Found", "Location: http://127.0.0.1:1/", "", ""], ["portal", true, undefined]],
  ["a demand to sign in", ["HTTP/1.1 511 Network Authentication Required", "", ""], ["portal", true, undefined]],
  ["an error of the server", ["HTTP/1.1 503 Service Unavailable", "", ""], ["absent", "absent", undefined]],
  ["no HTTP at all", ["SSH-2.0-OpenSSH_9.2", "", ""], ["absent", "absent", undefined]],
  ["nothing", [], ["fail", "absent", undefined]],
] as const) {
  test(`${what} is read as ${said[0]}`, async () => {
    answer = say(...lines);
    assert.equal(await heard(), said);
  });
}

test("nobody there, and somebody who is silent, is a failure within the time", async () => {
  assert.equal(await heard({ url: "http://127.0.0.1:1/" }), ["fail", "absent", undefined]);
  answer = () => {};
  assert.equal(await heard({ timeoutMs: 60 }), ["fail", "absent", undefined]);
});

test("a page without an end, and a head without one, are cut off", async () => {
  const flood = (head: string, piece: string) => (socket: Socket) => {
    socket.write(head);
    const more = (): void => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on("drain", more);
    more();
  };
  answer = flood("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(4_096));
  assert.equal(await heard(), ["portal", true, undefined]);
  answer = flood("HTTP/1.1 200 OK\r\n", `X: ${"y".repeat(1_000)}\r\n`);
  assert.equal(await heard(), ["absent", "absent", undefined]);
  answer = (socket) => void socket.write("HTTP/1.1 204 No Content\r\nX: ");
  assert.equal(await heard({ timeoutMs: 60 }), ["fail", "absent", undefined]);
});

test("the clock is held against the date of the answer that was expected, and of no other", async () => {
  const yearMs = 365 * 86_400_000;
  const dated = (wallMs: number, ...more: string[]) => [`Date: ${new Date(wallMs).toUTCString()}`, ...more, "", ""];
  const clock = { ...systemClock, wallMs: () => 1_800_000_000_000 };
  answer = say("HTTP/1.1 204 No Content", ...dated(1_800_000_000_000 - yearMs));
  assert.equal(await heard({ clock }), ["ok", false, yearMs / 1_000]);
  answer = say("HTTP/1.1 204 No Content", ...dated(1_800_000_090_000));
  assert.equal(await heard({ clock }), ["ok", false, -90]);
  answer = say("HTTP/1.1 204 No Content", ...dated(1_800_000_001_000));
  assert.equal(await heard({ clock }), ["ok", false, 0]);
  answer = say("HTTP/1.1 302 Found", ...dated(1_800_000_090_000));
  assert.equal(await heard({ clock }), ["portal", true, undefined]);
  answer = say("HTTP/1.1 204 No Content", ...dated(1_800_000_090_000, "Age: 90"));
  assert.equal(await heard({ clock }), ["ok", false, undefined]);
  answer = say("HTTP/1.1 204 No Content", "Date: yesterday", "", "");
  assert.equal(await heard({ clock }), ["ok", false, undefined]);
});

test("the question says nothing of the terminal", async () => {
  answer = say("HTTP/1.1 204 No Content", "", "");
  await ask();
  assert.is(asked, `GET /generate_204 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
});

test("the name is looked up where names are, and one that does not resolve says nothing of the path", async () => {
  const dns = await createDnsServer({ names: ["probe.test"] });
  answer = say("HTTP/1.1 204 No Content", "", "");
  const url = `http://probe.test:${port}/`;
  assert.equal(await heard({ url, servers: [dns.address] }), ["ok", false, undefined]);
  assert.match(asked, `Host: probe.test:${port}`);
  dns.setMode("nxdomain");
  assert.equal(await heard({ url, servers: [dns.address] }), ["absent", "absent", undefined]);
  await dns.close();
});

test.run();
