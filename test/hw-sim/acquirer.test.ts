/** The acquirer's host as its clients meet it: on real sockets, over TCP and over TLS. */

import type { HostBehaviour } from "../../hw-sim/acquirer/behaviour.ts";
import { type Acquirer, createAcquirer } from "../../hw-sim/acquirer.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type Heard, talk, type Wish } from "./acquirer-client.ts";

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ""), "hex");
/** Request and answer of the echo, as the description of the host's link has them. */
const REQUEST =
  hex(`00 34 60 00 03 00 00 60 31 00 31 00 00 08 20 00 00 00 00 00 C0 00 10 31 32 33 34 35 36 37 38 31 32 33 34 35
  36 37 38 39 30 31 32 33 34 35 00 11 00 00 00 01 30 10`);
const ANSWER =
  hex(`00 3B 60 00 00 00 03 60 31 00 31 00 00 08 30 00 18 00 00 02 C0 00 10 09 30 15 11 22 30 30 31 32 33 34 35 36
  37 38 31 32 33 34 35 36 37 38 39 30 31 32 33 34 35 00 11 00 00 00 01 30 10`);

for (const tls of [false, true]) {
  const test = suite(`acquirer over ${tls ? "TLS" : "TCP"}`, { timeoutMs: 15_000 });
  let acquirer: Acquirer;
  test.before(async () => {
    const now = () => (tls ? new Date() : new Date(2026, 10, 22, 9, 30, 15));
    acquirer = await createAcquirer({ name: "host.acquirer.test", seed: 1, now });
  });
  test.after(() => acquirer.close());
  test.after.each(() => acquirer.setMode("up"));

  const behave = (behaviour: Partial<HostBehaviour>) => acquirer.set({ tls: tls ? "good" : "plain", ...behaviour });
  const ask = (wish: Wish = {}): Promise<Heard> => talk(acquirer, { tls, send: REQUEST, ...wish });
  const answered = () => ask({ enough: ANSWER.length });
  const sameButTime = (bytes: Buffer) =>
    Buffer.concat([bytes.subarray(0, 23), ANSWER.subarray(23, 28), bytes.subarray(28)]);

  test("answers the echo byte for byte, as often as it is asked on one connection", async () => {
    behave({});
    const { bytes, end } = await ask({ send: Buffer.concat([REQUEST, REQUEST]), enough: 2 * ANSWER.length });
    assert.is(end, "standing");
    assert.is(sameButTime(bytes.subarray(0, ANSWER.length)).toString("hex"), ANSWER.toString("hex"));
    assert.is(bytes.length, 2 * ANSWER.length);
    if (!tls) assert.is(bytes.subarray(ANSWER.length).toString("hex"), ANSWER.toString("hex"));
  });
  test("hangs up when the terminal does, unless it never closes", async () => {
    behave({});
    assert.is((await ask({ hangUp: true })).end, "hung up");
    behave({ manner: "never_closes" });
    const { bytes, end } = await talk(acquirer, { tls, send: REQUEST, hangUp: !tls, ms: 400 });
    assert.equal([bytes.length, end], [ANSWER.length, "standing"]);
  });

  const ends: ReadonlyArray<readonly [HostBehaviour["manner"], Heard["end"], number]> = [
    ["close", "hung up", 0],
    ["reset", "reset", 0],
    ["reset_on_request", "reset", 0],
    ["half_frame", "hung up", ANSWER.length >> 1],
  ];
  for (const [manner, end, length] of ends) {
    test(`${manner}: the client hears ${length} bytes, and the connection is ${end}`, async () => {
      behave({ manner });
      const heard = await ask();
      assert.equal([heard.end, heard.bytes.length], [end, length]);
    });
  }
  test("wrong_length: says five bytes fewer than follow", async () => {
    behave({ manner: "wrong_length" });
    const { bytes } = await answered();
    assert.equal([bytes.readUInt16BE(), bytes.length], [ANSWER.length - 2 - 5, ANSWER.length]);
  });
  test("wrong_tpdu: the addresses are those of the request", async () => {
    behave({ manner: "wrong_tpdu" });
    assert.is((await answered()).bytes.toString("hex", 2, 7), REQUEST.toString("hex", 2, 7));
  });
  test("nonsense: bytes that are no frame", async () => {
    behave({ manner: "nonsense" });
    const { bytes } = await ask({ enough: 200 });
    assert.ok(bytes.length === 200 && bytes.every((byte) => byte >= 0x80));
  });
  test("flood: the answer, then rubbish until the limit of 4 MB", async () => {
    behave({ manner: "flood" });
    const { bytes } = await ask({ ms: 10_000, enough: ANSWER.length + 4 * 1024 * 1024 });
    assert.is(bytes.length, ANSWER.length + 4 * 1024 * 1024);
    assert.is(bytes.toString("hex", 2, 7), "6000000003");
  });
  test("drip: byte by byte", async () => {
    behave({ manner: "drip" });
    const { bytes, pieces } = await ask({ enough: 4, ms: 5_000 });
    assert.equal([bytes.toString("hex"), pieces], [ANSWER.toString("hex", 0, 4), 4]);
  });
  test("delay: nothing before its time", async () => {
    behave({ delay: { ms: 300, jitter: 50 } });
    assert.is((await ask({ ms: 200 })).bytes.length, 0);
    assert.is((await ask({ enough: ANSWER.length, ms: 5_000 })).bytes.length, ANSWER.length);
  });
  test("codes by type, or for all, and the processing request of the header", async () => {
    for (const codes of [{ "0820": "91" }, { "*": "91" }, { "*": "90", "0820": "91" }]) {
      behave({ codes, asks: 6 });
      const { bytes } = await answered();
      assert.equal([bytes.toString("latin1", 28, 30), bytes.toString("hex", 7, 13)], ["91", "603106310000"]);
    }
    behave({ codes: { "0200": "91" } });
    assert.is((await answered()).bytes.toString("latin1", 28, 30), "00");
  });
  test("silent and black-holed hosts say nothing, also to those who are in already", async () => {
    behave({});
    await acquirer.setMode("silent");
    assert.equal(await ask(), { bytes: Buffer.alloc(0), pieces: 0, end: "standing" });
    await acquirer.setMode("up");
    behave({ delay: { ms: 150, jitter: 0 } });
    const waiting = ask({ ms: 400 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await acquirer.setMode("silent");
    assert.is((await waiting).bytes.length, 0);
  });
  test("hangs up on what is no frame, on what is no message, and on who asks without end", async () => {
    behave({});
    const notMessage = Buffer.concat([REQUEST.subarray(0, 13), Buffer.alloc(REQUEST.length - 13, 0xff)]);
    for (const send of [Buffer.from("GET / HTTP/1.1\r\n\r\n"), notMessage]) {
      assert.is((await ask({ send })).end, "hung up");
    }
    behave({ delay: { ms: 1_000, jitter: 0 } });
    assert.is((await ask({ send: Buffer.concat(Array.from({ length: 40 }, () => REQUEST)) })).end, "hung up");
  });
  test("counts connections and messages, and shows every frame both ways", async () => {
    behave({});
    const before = acquirer.tally();
    const seen: string[] = [];
    const stop = acquirer.onFrame((way, frame) => seen.push(`${way} ${frame.toString("hex", 13, 15)}`));
    await answered();
    stop();
    await answered();
    const after = acquirer.tally();
    assert.equal(seen, ["in 0820", "out 0830"]);
    assert.is(after.connections - before.connections, 2);
    assert.is((after.messages["0820"] ?? 0) - (before.messages["0820"] ?? 0), 2);
  });
  test.run();
}
