import { seededRandom } from "../../src/base/random.ts";
import type { Change, Member } from "../../src/console/roll.ts";
import { createTallies } from "../../src/console/tallies.ts";
import { byFamily, silentIn } from "../../src/console/tally.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("console/tallies");

const random = seededRandom(8);
const pick = <T>(list: readonly T[], other: T): T => list[Math.floor(random() * list.length)] ?? other;

function someMember(id: number): Member {
  const severity = pick([0, 0, 0, 1, 2, 3, 4], 0);
  return {
    ...{ id, tenant: id % 3 === 0 ? "globex" : "acme", serial: `T-${id}`, online: random() < 0.8, severity },
    ...{
      fault: severity === 0 ? "" : pick(["sim.absent", "host.down", "unlisted.sim"], ""),
      seenMs: random() * 1e9,
      changedMs: 1,
    },
    ...{
      carrier: pick(["46000", "46001"], ""),
      region: pick(["a", "b", ""], ""),
      acquirer: "q",
      version: pick(["1", "2"], ""),
    },
    shop: pick(["s1", "s2", "s3"], ""),
  };
}

test("counts that were kept up to date are those that counting anew gives, for all and for each tenant", () => {
  const members = new Map<number, Member>();
  const kept = createTallies(() => members.values());
  for (const tenant of [null, "acme", "globex"]) kept.of(tenant);
  for (let round = 0; round < 400; round += 1) {
    const id = Math.floor(random() * 60);
    const change: Change = { before: members.get(id), now: someMember(id) };
    members.set(id, change.now);
    kept.note([change]);
  }
  const anew = createTallies(() => members.values());
  for (const tenant of [null, "acme", "globex"]) {
    const [one, other] = [kept.of(tenant), anew.of(tenant)];
    assert.equal(
      [one.terminals, one.online, one.failing, one.severities],
      [other.terminals, other.online, other.failing, other.severities],
    );
    assert.equal(new Set(one.groups.region.keys()), new Set(other.groups.region.keys()));
    for (const [shop, group] of other.groups.shop) assert.equal(one.groups.shop.get(shop), group);
    for (const [fault, { open, online }] of other.faults) {
      assert.equal([one.faults.get(fault)?.open, one.faults.get(fault)?.online], [open, online]);
    }
    assert.is(silentIn(one, 1e9), silentIn(other, 1e9));
  }
});

test("families: what nobody has listed is of the family that it is a trouble of", () => {
  assert.equal(
    byFamily([
      ["sim.absent", 2],
      ["unlisted.sim", 1],
      ["host.down", 5],
      ["unlisted.no_path", 1],
    ]),
    [
      ["host", 5],
      ["sim", 3],
      ["unlisted", 1],
    ],
  );
});

test.run();
