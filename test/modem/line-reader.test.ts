import { LineReader } from "../../src/modem/line-reader.ts";
import { assert, suite } from "../front-door/suite.ts";
import { turn } from "../support/virtual-clock.ts";

const test = suite("line reader");

/** Lines that come out of these chunks, and the reader. */
async function read(chunks: readonly string[]) {
  const reader = new LineReader();
  const lines: string[] = [];
  reader.on("data", (line: string) => lines.push(line));
  for (const chunk of chunks) {
    reader.write(Buffer.from(chunk, "latin1"));
    await turn();
  }
  return { reader, lines };
}

test("CR, LF and any mixture end a line; blank lines are nothing", async () => {
  const { lines } = await read(["AT\r\r\n+CSQ: 1,2\r\n\r\nOK\r0\r\n\n\nX\n"]);
  assert.equal(lines, ["AT", "+CSQ: 1,2", "OK", "0", "X"]);
});

test("the cuts between chunks do not matter", async () => {
  const text = '\r\n+COPS: 0,0,"Télécom",7\r\n\r\nOK\r\n';
  for (let at = 0; at <= text.length; at += 1) {
    const { lines } = await read([text.slice(0, at), text.slice(at)]);
    assert.equal(lines, ['+COPS: 0,0,"Télécom",7', "OK"], `cut at ${at}`);
  }
});

test("noise bytes are taken out and counted", async () => {
  const { reader, lines } = await read(["\x00\xff\x00+C\x00SQ: 1,2\xff\r\n"]);
  assert.equal(lines, ["+CSQ: 1,2"]);
  assert.is(reader.counts.noise, 5);
});

test("70 000 bytes without a line end stay bounded, are counted once, and end at the next line end", async () => {
  const { reader, lines } = await read([...Array.from({ length: 70 }, () => "A".repeat(1_000)), "\r\nERROR\r\n"]);
  assert.equal(lines, ["ERROR"]);
  assert.is(reader.counts.overlong, 1);
  assert.is(reader.counts.bytes, 70_009);
});

test("a long line in one chunk with its end is dropped, too", async () => {
  const { reader, lines } = await read([`${"A".repeat(5_000)}\r\nOK\r\n`]);
  assert.equal(lines, ["OK"]);
  assert.is(reader.counts.overlong, 1);
});

test("while a line grows, no more than 4 KiB of it are held", async () => {
  const reader = new LineReader();
  reader.resume();
  for (let chunk = 0; chunk < 100; chunk += 1) {
    reader.write(Buffer.alloc(1_000, "A"));
    assert.ok(reader.buffer.length <= 4_096);
    await turn();
  }
});

test("a short end without a line end can be seen and dropped", async () => {
  const { reader } = await read(["\r\nOK"]);
  assert.is(reader.partial, "OK");
  reader.dropPartial();
  assert.is(reader.partial, "");
  const long = await read(["+CSQ: 20,99 and so on and on"]);
  assert.is(long.reader.partial, "");
});

test.run();
