import { readPlan } from "../../../deploy/package/plan.ts";
import { targets } from "../../../deploy/package/target.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("what is asked of packaging");

function plan(...args: readonly string[]) {
  const read = readPlan(args);
  if (read === "help") throw new Error("help was not asked for");
  return read;
}

test("without a word: archives of all targets, for the system's Node", () => {
  const { targets: all, nodes, archives, debs } = plan();
  assert.equal([all, nodes, archives, debs], [targets, ["none"], true, false]);
});

test("a .deb brings the newest Node, unless another is named, or none", () => {
  assert.is(plan("--deb").debianNode, "24");
  assert.is(plan("--deb", "--node", "22").debianNode, "22");
  assert.is(plan("--deb", "--node", "none", "--node", "22").debianNode, "22");
  assert.is(plan("--deb", "--node", "none").debianNode, undefined);
  assert.equal([plan("--only-deb").archives, plan("--only-deb").debs], [false, true]);
});

test("the same word twice is one", () => {
  assert.equal(plan("--node", "24", "--node", "24").nodes, ["24"]);
});

test("wrong words are refused with what there is", () => {
  assert.throws(() => readPlan(["--node", "18"]), /--node wants none, 22 or 24, not "18"/);
  assert.throws(() => readPlan(["--maintainer", "somebody"]), /"Name <mail>"/);
  assert.throws(() => readPlan(["--maintainer", "a <a@b>\nDepends: c <c@d>"]), /"Name <mail>"/);
  assert.throws(() => readPlan(["--outt", "x"]));
  assert.is(readPlan(["--help"]), "help");
});

test.run();
