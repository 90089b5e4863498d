import type { Member } from "../../src/console/roll.ts";
import { areKeys, keysOf, search, type TerminalFilter } from "../../src/console/search.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("console/search");

function member(id: number, own: Partial<Member> = {}): Member {
  return {
    ...{
      id,
      tenant: "acme",
      serial: `T-${id}`,
      online: true,
      severity: 0,
      fault: "",
      seenMs: 1_000 - id,
      changedMs: id,
    },
    ...{ carrier: "46000", region: "浙江", acquirer: "", version: "1", shop: "Shop A" },
    ...own,
  };
}

const members = [
  member(1, { severity: 4, fault: "sim.absent" }),
  member(2, { severity: 4, fault: "unlisted.sim", shop: "Shop B" }),
  member(3, { online: false }),
  member(4, { online: false, seenMs: 5, tenant: "globex" }),
];

function found(
  filter: Partial<TerminalFilter>,
  sort: "worst" | "changed" | "serial" | "seen" = "serial",
  tenant: string | null = null,
) {
  const asked = { filter: { state: "all", ...filter } as const, sort, tenant, most: 10 };
  return search(members, asked).found.map(({ id }) => id);
}

test("each filter, and all of them together", () => {
  assert.equal(found({ state: "failing" }), [1, 2]);
  assert.equal(found({ state: "offline" }), [3, 4]);
  assert.equal(found({ state: "ok" }), []);
  assert.equal(found({ family: "sim" }), [1, 2]);
  assert.equal(found({ family: "sim", shop: "Shop B" }), [2]);
  assert.equal(found({ acquirer: "" }), [1, 2, 3, 4]);
  assert.equal(found({ q: "shop b" }), [2]);
  assert.equal(found({ q: "浙" }, "serial", "globex"), [4]);
  assert.equal(found({ q: "46000" }), [], "an operator is no part of a name");
});

test("orders, and going on behind a row", () => {
  assert.equal(found({}, "worst"), [2, 1, 4, 3]);
  assert.equal(found({}, "changed"), [4, 3, 2, 1]);
  assert.equal(found({}, "seen"), [4, 3, 1, 2]);
  const [first] = members;
  const after = first && keysOf(first, "worst");
  const page = search(members, { filter: { state: "all" }, sort: "worst", after, tenant: null, most: 1 });
  assert.equal([page.total, page.found.map(({ id }) => id)], [4, [4]]);
});

test("of many only the first are kept, and they are the right ones", () => {
  const many = Array.from({ length: 5_000 }, (_, at) => member((at * 7_919) % 5_003));
  const { total, found: first } = search(many, { filter: { state: "all" }, sort: "changed", tenant: null, most: 50 });
  const wanted = many.map(({ id }) => id).toSorted((a, b) => b - a);
  assert.equal([total, first.map(({ id }) => id)], [5_000, wanted.slice(0, 50)]);
});

test("keys of another order are none", () => {
  assert.equal(
    [areKeys([1, 2, 3], "worst"), areKeys([1, 2], "worst"), areKeys(["a", 1], "serial"), areKeys([1, 1], "serial")],
    [true, false, true, false],
  );
});

test.run();
