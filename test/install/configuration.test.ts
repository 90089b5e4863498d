import { readFileSync } from "node:fs";
import { parse } from "jsonc-parser";
import { assert, suite } from "../front-door/suite.ts";
import { changed } from "./configuration.ts";

const test = suite("install test: configuration");

const first = readFileSync(new URL("../../deploy/package/first-config.jsonc", import.meta.url), "utf8");

test("a key is set where it stands, another one is added, comments stay", () => {
  const text = changed(first, { "modem.port": "/dev/ttyS1", "merchant.language": "en", "modem.baud": 9_600 });
  const { modem, merchant, acquirer } = parse(text);
  assert.equal([modem, merchant], [{ port: "/dev/ttyS1", baud: 9_600 }, { language: "en" }]);
  assert.equal(acquirer, parse(first).acquirer);
  assert.ok(text.includes("// posdiag as it is installed"));
});

test.run();
