import { Readable } from "node:stream";
import { type BoundedLine, boundedLines } from "../../src/cli/bounded-lines.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("bounded lines");

async function read(chunks: readonly (string | Buffer)[], most = 8): Promise<string[]> {
  const found: BoundedLine[] = [];
  for await (const line of boundedLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), most))
    found.push(line);
  return found.map((line) => (line.kind === "line" ? line.text : "overlong"));
}

test("lines are whole however the text is cut, and the last needs no end", async () => {
  assert.equal(await read(["a", "b\nc", "\n\nd"]), ["ab", "c", "", "d"]);
  assert.equal(await read([]), []);
  assert.equal(await read(["a\n"]), ["a"]);
  const [first, second] = [Buffer.from("é").subarray(0, 1), Buffer.from("é\n").subarray(1)];
  assert.equal(await read([first, second]), ["é"]);
});

test("a line above the limit is left out up to its end, and said to be", async () => {
  assert.equal(await read(["x".repeat(9), "yy\nok\n"]), ["overlong", "ok"]);
  assert.equal(await read([`${"x".repeat(9)}\nok`]), ["overlong", "ok"]);
  assert.equal(await read(["x".repeat(8), "\n"]), ["x".repeat(8)]);
  assert.equal(await read(["x".repeat(9)]), ["overlong"]);
});

test.run();
