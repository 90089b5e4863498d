import { createPopulation } from "../../../hw-sim/fleet/population.ts";
import { readTrouble, troubleText } from "../../../hw-sim/fleet/trouble-text.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("hw-sim/fleet/trouble-text");
const population = createPopulation(7, 50);
const read = (text: string) => readTrouble(text, population, 10_000);

test("without times it begins now and does not end, in the usual manner", () => {
  assert.equal(read("carrier:46000"), {
    ...{ kind: "carrier", name: "46000", region: undefined, how: "data" },
    ...{ fromMs: 10_000, untilMs: Number.POSITIVE_INFINITY },
  });
});

test("manner, region, beginning and length are read", () => {
  const trouble = read("carrier:46001/guangdong=service@90+5m");
  assert.is(trouble.fromMs, 100_000);
  assert.is(trouble.untilMs, 400_000);
  assert.is(troubleText(trouble), "carrier:46001/guangdong=service");
  assert.is(read("power:guangdong@1.5h").fromMs, 5_410_000);
});

test("what is written back reads the same", () => {
  for (const text of [
    "router:shop-00002=dark",
    "version:1.5.0=handshake",
    "sim:FS-00001=stopped",
    "host:acqEast=mute",
  ]) {
    assert.is(troubleText(read(text)), text);
  }
});

const wrong: readonly (readonly [text: string, says: RegExp])[] = [
  ["", /is not KIND:NAME/],
  ["carrier", /is not KIND:NAME/],
  ["toString:46000", /is not KIND:NAME/],
  ["weather:46000", /no trouble is called weather: carrier, power/],
  ["carrier:46099", /no carrier is called 46099: 46000, 46001/],
  ["host:acqEast=sleepy", /host can be silent or refuses or mute or slow, not sleepy/],
  ["carrier:46000/atlantis", /atlantis: only a carrier can fail in one region/],
  ["host:acqEast/guangdong", /only a carrier can fail in one region/],
  ["carrier:46000@1.2.3s", /1\.2\.3s is no time/],
];
for (const [text, says] of wrong) {
  test(`${JSON.stringify(text)} is refused, and it is said why`, () => assert.throws(() => read(text), says));
}

test.run();
