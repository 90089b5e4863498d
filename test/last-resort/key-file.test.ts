import { formatKeyFile, readKeyFile } from "../../src/last-resort/key-file.ts";
import { assert, suite } from "../front-door/suite.ts";
import { key, terminal } from "./bench.ts";

const test = suite("key files of the last resort");

test("what is written is read again, whatever ends its lines", () => {
  for (const file of [{ kind: "fleet", key } as const, { kind: "terminal", key, terminal } as const]) {
    assert.equal(readKeyFile(formatKeyFile(file)), file);
    assert.equal(readKeyFile(formatKeyFile(file).replaceAll("\n", "\r\n")), file);
  }
});

test("what is no key is told for what it is", () => {
  const whole = formatKeyFile({ kind: "terminal", key, terminal });
  for (const [text, what] of [
    ["", "does not begin with"],
    ["-----BEGIN PRIVATE KEY-----\n", "does not begin with"],
    [whole.replace("key 1", "key 2"), "does not begin with"],
    [whole.slice(0, -5), "holds no key of 32 bytes"],
    [whole.replace(/\n[^\n]+\n$/, `\n${"*".repeat(43)}\n`), "holds no key of 32 bytes"],
    [whole.replace("terminal acme", "terminal a c"), "does not say whose key it is"],
  ] as const) {
    const read = readKeyFile(text);
    assert.ok(read.kind === "wrong" && read.what.includes(what), JSON.stringify([text, read]));
  }
});

test.run();
