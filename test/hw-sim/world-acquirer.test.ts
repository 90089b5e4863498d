import { readAcquirer } from "../../hw-sim/world-acquirer.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what the acquirer can be told to do");

test("what is not named is good", () => {
  const good = { manner: "good", delay: { ms: 0, jitter: 0 }, codes: {}, asks: 0, tls: "plain", client_cert: false };
  assert.equal([readAcquirer("good"), readAcquirer({})], [good, good]);
  assert.equal(readAcquirer("cut_over"), { ...good, codes: { "*": "90" } });
  const told = { manner: "drip", codes: { "0200": "91", "0200/g1": "98" }, asks: 3, tls: "expired", client_cert: true };
  assert.equal(readAcquirer({ ...told, delay: 250 }), { ...told, delay: { ms: 250, jitter: 0 } });
  assert.equal(readAcquirer({ delay: { ms: 5, jitter: 9 } })?.delay, { ms: 5, jitter: 9 });
});

const wrong: readonly unknown[] = [
  ...["bad", null, 1, []],
  { colour: "red" },
  { manner: "silent" },
  { tls: "off" },
  { asks: 8 },
  { asks: 1.5 },
  { client_cert: "yes" },
  ...[{ delay: -1 }, { delay: { jitter: 5 } }, { delay: { ms: 1, more: 2 } }, { delay: 3_600_001 }],
  ...[{ codes: [] }, { codes: { "0200": "9" } }, { codes: { "200": "91" } }, { codes: { "0200/1": "91" } }],
  { codes: Object.fromEntries(Array.from({ length: 33 }, (_, index) => [String(1_000 + index), "91"])) },
];
for (const input of wrong) {
  test(`refuses ${JSON.stringify(input).slice(0, 60)}`, () => assert.is(readAcquirer(input), undefined));
}
test.run();
