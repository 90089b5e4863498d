import { createPacketGuard } from "../../src/uplink/packet-guard.ts";
import { assert, suite } from "../front-door/suite.ts";
import { connack, packet, pingresp, puback, publish } from "../support/mqtt-bytes.ts";

const test = suite("uplink/packet-guard");

const message = (bytes: number) =>
  publish(5, { topic: "pos/v1/shop-8/SN-0042/down/cmd", payload: Buffer.alloc(bytes, 0x3f), retain: false }, 7);
const good = Buffer.concat([connack(5), message(0), puback(1), message(16_384), pingresp(), message(70_000)]);

/** The first trouble, with what is given in pieces of this size. */
function troubleIn(bytes: Buffer, piece: number, most?: number): string | undefined {
  const look = createPacketGuard(most);
  for (let at = 0; at < bytes.length; at += piece) {
    const trouble = look(bytes.subarray(at, at + piece));
    if (trouble) return trouble;
  }
  return undefined;
}

test("what a broker has to say passes, wherever the stream is cut", () => {
  for (const piece of [1, 2, 3, 7, 1_000, 65_536, good.length])
    assert.is(troubleIn(good, piece), undefined, `${piece}`);
});

test("a packet that is too large is known by its head", () => {
  const head = Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]); // 256 MB
  for (const piece of [1, 2, 5]) assert.is(troubleIn(Buffer.concat([good, head]), piece), "packet_too_large");
  assert.is(troubleIn(message(900), 1, 1_000), undefined);
  assert.is(troubleIn(message(1_000), 1, 1_000), "packet_too_large");
});

test("a length that does not end, and what nobody has subscribed to, are trouble", () => {
  assert.is(troubleIn(Buffer.from([0x20, 0x80, 0x80, 0x80, 0x80, 0x01]), 1), "malformed_length");
  for (const flags of [4, 5, 6, 13]) assert.is(troubleIn(packet("publish", flags, [0, 1, 0x41, 0, 1, 0]), 3), "qos_2");
  for (const flags of [0, 1, 2, 3, 10])
    assert.is(troubleIn(packet("publish", flags, [0, 1, 0x41, 0, 1, 0]), 3), undefined);
});

test.run();
