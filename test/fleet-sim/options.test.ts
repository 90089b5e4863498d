import { isAgentError } from "../../src/base/errors.ts";
import { assert, suite } from "../front-door/suite.ts";
import { help, readArguments } from "./options.ts";

const test = suite("fleet-sim/options");
const broker = ["--broker", "mqtt://127.0.0.1:1883"];

test("a broker is enough: a thousand terminals, as fast as life", async () => {
  const given = await readArguments(broker);
  assert.equal([given?.fleet.terminals, given?.fleet.speed, given?.fleet.seed, given?.forS], [1_000, 1, 7, 0]);
  assert.equal([given?.fleet.uplink.ack, given?.fleet.uplink.willDelayS], ["collector", 20]);
});

test("what is said is taken", async () => {
  const words = ["--terminals", "20", "--speed", "2.5", "--trouble", "a", "--trouble", "b", "--measures", "5"];
  const given = await readArguments([...broker, ...words]);
  assert.equal([given?.fleet.terminals, given?.fleet.speed, given?.fleet.measuresMs], [20, 2.5, 300_000]);
  assert.equal(given?.troubles, ["a", "b"]);
});

test("help is help, and names every option", async () => {
  assert.is(await readArguments(["--help"]), undefined);
  for (const name of ["terminals", "seed", "trouble", "keys", "password-file", "will-delay", "for"]) {
    assert.match(help, `--${name} `);
  }
});

const wrong: readonly (readonly [words: readonly string[], says: string])[] = [
  [[], "--broker URL is needed"],
  [[...broker, "--terminals", "0"], '--terminals is "0", not a number from 1 to 5000'],
  [[...broker, "--speed", "fast"], '--speed is "fast"'],
  [[...broker, "--seed", ""], '--seed is ""'],
  [[...broker, "--ack", "later"], "not puback or collector"],
  [[...broker, "--tenant", "a/b"], "--tenant cannot be a/b"],
  [[...broker, "--colour", "red"], "--colour"],
];
for (const [words, says] of wrong) {
  test(`${words.slice(2).join(" ") || "nothing"} is wrong use, and it is said why`, async () => {
    const error: unknown = await readArguments(words).catch((refused: unknown) => refused);
    assert.ok(isAgentError(error) && error.code === "USAGE");
    assert.match(error instanceof Error ? error.message : "", says);
  });
}

test.run();
