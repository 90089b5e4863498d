import { createGatherer, decodeFrame, encodeFrame, mostFrameBytes } from "../../src/iso8583/frame.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("frames in a stream");

const message = Buffer.from("08300000000000000000", "hex");
const frame = encodeFrame("6000000003", "603100310000", message);

test("a frame is put together from single bytes", () => {
  const gather = createGatherer();
  const kinds = [...frame].map((byte) => gather(Buffer.of(byte)));
  assert.ok(kinds.slice(0, -1).every(({ kind }) => kind === "part"));
  const last = kinds.at(-1);
  assert.equal(last?.kind === "frame" && decodeFrame(last.bytes), {
    destination: "0000",
    origin: "0003",
    header: "603100310000",
    message,
  });
});

test("what comes behind the first frame is not looked at", () => {
  const gathered = createGatherer()(Buffer.concat([frame, Buffer.alloc(100_000, 0xff)]));
  assert.is(gathered.kind === "frame" && gathered.bytes.length, frame.length - 2);
});

for (const [what, bytes] of [
  ["a length of nothing", "0000"],
  ["a length too short for a message", "0014"],
  ["a length beyond the limit", (mostFrameBytes + 1).toString(16).padStart(4, "0")],
  ["text", Buffer.from("HTTP/1.1 400 Bad Request").toString("hex")],
] as const) {
  test(`${what} is nonsense`, () => assert.is(createGatherer()(Buffer.from(bytes, "hex")).kind, "nonsense"));
}

test("a flood holds no more than one frame", () => {
  const gather = createGatherer();
  gather(Buffer.from("0800", "hex"));
  const last = gather(Buffer.alloc(1_000_000, 0x60));
  assert.is(last.kind === "frame" && last.bytes.length, mostFrameBytes);
});

test.run();
