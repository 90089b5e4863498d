import { Readable } from "node:stream";
import { dispatch } from "../../src/cli/dispatch.ts";
import { modemParseCommand } from "../../src/cli/modem-parse.ts";
import { loadTranscripts } from "../at/corpus.ts";
import { assert, suite } from "../front-door/suite.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("posdiag modem parse");

async function run(input: string, args: readonly string[] = []) {
  const { io, out, err } = capturedIo();
  const stdin = Readable.from([Buffer.from(input)]);
  const exit = await dispatch([modemParseCommand], ["modem", "parse", ...args], { ...io, stdin });
  const lines = out().split("\n").slice(0, -1);
  return { exit, lines, fields: () => lines.map((line): Record<string, unknown> => JSON.parse(line)), err: err() };
}

const line = (fields: object) => `${JSON.stringify(fields)}\n`;

test("every line is answered by one, in its order and under its id", async () => {
  const transcripts = loadTranscripts();
  const { exit, fields } = await run(
    transcripts.map(({ id, command, context, reply }) => line({ id, command, context, reply })).join(""),
  );
  assert.is(exit, 0);
  assert.equal(
    fields().map(({ id }) => id),
    transcripts.map(({ id }) => id),
  );
});

test("what is not known is null, not missing", async () => {
  const { lines } = await run(
    line({ id: 7, command: "AT+CSQ", context: "read", reply: "\r\n+CSQ: 99,99\r\n\r\nOK\r\n" }),
  );
  assert.match(lines[0] ?? "", /^\{"id":7,.*"rssi_dbm":null/);
});

test("without a context the command tells it", async () => {
  const { fields } = await run(
    line({ id: "urc", command: null, reply: "\r\n+CGREG: 3\r\n" }) +
      line({ id: "none", reply: "\r\n+CGREG: 3\r\n" }) +
      line({ id: "test", command: "AT+CSQ=?", reply: "\r\n+CSQ: (0-31,99),(0-7,99)\r\n\r\nOK\r\n" }) +
      line({ id: "read", command: "AT+CGREG?", reply: "\r\n+CGREG: 0,3\r\n\r\nOK\r\n" }),
  );
  const [urc, none, form, read] = fields();
  assert.equal([urc?.["stat"], none?.["stat"], read?.["stat"]], [3, 3, 3]);
  assert.is(form?.["is_test_response"], true);
  assert.is(read?.["final"], "OK");
});

test("a bad line is named in its place, the rest is read, and the exit code says so", async () => {
  const good = line({ id: "good", command: "AT", reply: "\r\nOK\r\n" });
  const bad = [
    "not json\n",
    "[1]\n",
    line({ id: "no reply", command: "AT" }),
    line({ id: "context", command: "AT", context: "write", reply: "" }),
    line({ id: "command", command: 7, reply: "" }),
    line({ id: "long", command: "AT", reply: "x".repeat(300_000) }),
  ];
  const { exit, fields, err } = await run([...bad, good, "\n"].join(""));
  assert.is(exit, 65);
  assert.equal(
    fields().map(({ id, error }) => [id, typeof error]),
    [
      [null, "string"],
      [null, "string"],
      ["no reply", "string"],
      ["context", "string"],
      ["command", "string"],
      [null, "string"],
      ["good", "undefined"],
    ],
  );
  assert.match(err, /6 of 7/);
});

test("nothing in, nothing out; help and wrong use", async () => {
  assert.equal((await run("")).lines, []);
  assert.match((await run("", ["--help"])).lines.join("\n"), /Exit codes: 0/);
  assert.is((await run("", ["--verbose"])).exit, 64);
});

test.run();
