/**
 * Both directions of a cashier's day read by a decoder that is not ours: tshark's dissector. It knows neither TPDU nor header,
 * so these eleven bytes are cut. It takes fields 48, 60, 61 and 62 for characters, where UnionPay has packed digits and keys: the
 * half bytes that are there are spelled out as characters, and lengths made to fit. All other bytes are those of the socket.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAcquirer } from "../../hw-sim/acquirer.ts";
import { createWay } from "../../hw-sim/cashier/way.ts";
import { createCashier } from "../../hw-sim/cashier.ts";
import { decodeMessage, encodeMessage, type Message } from "../../hw-sim/iso8583/message.ts";
import { assert, suite } from "../front-door/suite.ts";

const ENVELOPE = 13;
const SPELLED = [48, 60, 61, 62];

/** Signs in, sells, loses an answer, reverses, sells, settles, asks for an echo. */
async function recordDay(): Promise<readonly Buffer[]> {
  const acquirer = await createAcquirer({ name: "host.acquirer.test", seed: 1, now: () => new Date() });
  const frames: Buffer[] = [];
  acquirer.onFrame((_, frame) => frames.push(Buffer.from(frame)));
  const { masterKey } = acquirer;
  const cashier = createCashier({ dial: createWay({ host: acquirer }), masterKey, tell: () => {}, answerMs: 2_000 });
  await cashier.sell({ group: "g2" });
  acquirer.set({ manner: "half_frame" });
  await cashier.sell();
  acquirer.set({ codes: { "0200": "51" } });
  await cashier.sell();
  acquirer.set({});
  await cashier.settle();
  await cashier.echo();
  await acquirer.close();
  return frames;
}

function decoded(frame: Buffer): Message {
  const read = decodeMessage(frame.subarray(ENVELOPE));
  if (read.kind === "bad") throw new Error(read.error);
  return read.message;
}

/** The frame as the dissector wants it. */
function adapted(frame: Buffer): Buffer {
  const { mti, fields } = decoded(frame);
  let body: Buffer = Buffer.from(frame.subarray(ENVELOPE));
  // From behind, so that what is not spelled yet stands where it stood.
  for (const number of SPELLED.filter((spelled) => fields[spelled] !== undefined).reverse()) {
    const before = Object.entries(fields).filter(([other]) => Number(other) < number);
    // The bitmap announces all fields, and takes as many bytes for some of them.
    const at = encodeMessage({ mti, fields: Object.fromEntries(before) }).length;
    body = spelled(body, at, number === 62);
  }
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length);
  return Buffer.concat([length, body]);
}

/** `at`: where the length is, in digits or, for bytes, in bytes. */
function spelled(body: Buffer, at: number, isBytes: boolean): Buffer {
  const digits = Number(body.toString("hex", at, at + 2)) * (isBytes ? 2 : 1);
  const end = at + 2 + Math.ceil(digits / 2);
  const text = body
    .toString("hex", at + 2, end)
    .slice(0, digits)
    .toUpperCase();
  const length = Buffer.from(String(digits).padStart(4, "0"), "hex");
  return Buffer.concat([body.subarray(0, at), length, Buffer.from(text), body.subarray(end)]);
}

/** One text a frame: PDML, where every field has its bytes as hexadecimal digits. */
function dissect(frames: readonly Buffer[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-iso8583-"));
  const [dump, capture] = [join(folder, "frames.txt"), join(folder, "frames.pcap")];
  const lines = frames.map((frame) => `0000 ${(frame.toString("hex").match(/../g) ?? []).join(" ")}\n`);
  writeFileSync(dump, lines.join(""));
  execFileSync("text2pcap", ["-q", "-T", "40000,9999", dump, capture], { stdio: "ignore" });
  const settings = ["len_endian:Big endian", "charset:Digits represented in nibbles", "binencode:Bin data not encoded"];
  const options = settings.flatMap((setting) => ["-o", `iso8583.${setting}`]);
  const args = ["-r", capture, "-d", "tcp.port==9999,iso8583", ...options, "-T", "pdml"];
  const pdml = String(execFileSync("tshark", args, { stdio: ["ignore", "pipe", "ignore"] }));
  rmSync(folder, { recursive: true });
  return pdml.split("<packet>").slice(1);
}

/** Field numbers to bytes. */
function bytesOf(packet: string): Readonly<Record<number, string>> {
  const found = packet.matchAll(/name="iso8583\.bit(\d+)"[^>]*? value="([0-9a-f]*)"/g);
  return Object.fromEntries([...found].map(([, number, value = ""]) => [Number(number), value.toUpperCase()]));
}

/** What it should have read: the bytes of each field, without the length of a variable one. */
function bytesIn({ mti, fields }: Message): Readonly<Record<number, string>> {
  const prefixes: Readonly<Record<number, number>> = { 32: 1, 44: 1, 63: 2 };
  const one = ([name, value]: readonly [string, string]) => {
    const number = Number(name);
    const start = 10 + (prefixes[number] ?? 0);
    const bytes = encodeMessage({ mti, fields: { [number]: value } }).subarray(start);
    return [number, (SPELLED.includes(number) ? Buffer.from(value) : bytes).toString("hex").toUpperCase()];
  };
  return Object.fromEntries(Object.entries(fields).map(one));
}

const test = suite("ISO 8583 read by tshark", { needs: ["tshark", "text2pcap"], timeoutMs: 20_000 });

test("every frame of a day, both ways, field by field", async () => {
  const frames = await recordDay();
  const packets = dissect(frames.map(adapted));
  const types = frames.map((frame) => decoded(frame).mti);
  assert.equal([...new Set(types)].sort(), [
    "0200",
    "0210",
    "0400",
    "0410",
    "0500",
    "0510",
    "0800",
    "0810",
    "0820",
    "0830",
  ]);
  for (const [index, packet] of packets.entries()) {
    const message = decoded(frames[index] ?? Buffer.alloc(0));
    assert.match(packet, new RegExp(`name="iso8583.mti"[^>]* show="${message.mti}"`));
    assert.equal(bytesOf(packet), bytesIn(message), message.mti);
    assert.not.match(packet, /malformed|stray/i);
  }
  assert.is(packets.length, frames.length);
});
test.run();
