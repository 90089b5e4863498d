import { seededRandom } from "../../src/base/random.ts";
import { type Account, begin, emptyAccount, hasCome, take, tell } from "../../src/support/account.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("support/account");
const taken = (account: Account, ...seqs: readonly number[]): Account =>
  seqs.reduce((sum, seq) => take(sum, seq, undefined), account);

test("in whatever order all numbers come, all of them are accounted for in the end, and never more than came", () => {
  const random = seededRandom(11);
  for (let round = 0; round < 50; round += 1) {
    const order = Array.from({ length: 40 }, (_, at) => at + 1).sort(() => random() - 0.5);
    let account = emptyAccount;
    for (const [place, seq] of order.entries()) {
      account = take(account, seq, undefined);
      const came = new Set(order.slice(0, place + 1));
      for (let below = 1; below <= account.upTo; below += 1) assert.ok(came.has(below));
    }
    assert.is(account.upTo, 40);
  }
});

test("a number has come only when it has, however much is accounted for above it", () => {
  const account = taken(begin(emptyAccount, 10), 10, 12);
  assert.is(account.upTo, 10);
  assert.equal(
    [hasCome(account, 9), hasCome(account, 10), hasCome(account, 11), hasCome(account, 12)],
    [false, true, false, true],
  );
});

test("what is accounted for is forgotten when there is no more room, and counts as come", () => {
  let account = begin(emptyAccount, 2);
  for (let seq = 3; seq < 19_999; seq += 2) account = take(account, seq, "metric");
  const full = take(account, 19_999, "metric");
  assert.ok(hasCome(full, 19_999));
  const more = take(full, 30_000, "metric");
  assert.is(hasCome(more, 30_000), false);
  assert.is(more, full);
  const told = tell(full, { class: "metric", count: 9_999, firstSeq: 2, lastSeq: 19_998, runs: evenOnes() });
  assert.is(told.upTo, 19_999);
  const settled = take(told, 30_000, "metric");
  assert.ok(hasCome(settled, 30_000) && hasCome(settled, 5));
});

function evenOnes(): readonly (readonly [number, number])[] {
  return Array.from({ length: 9_999 }, (_, at) => [2 * at + 2, 2 * at + 2] as const);
}

test.run();
