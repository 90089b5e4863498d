import { catalogue } from "../../src/faults/index.ts";
import { createHandbook, familyOf } from "../../src/handbook/page.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the page of a fault");
const handbook = createHandbook(catalogue);

test("there is one for every fault, and none for what is no fault", () => {
  assert.equal(
    handbook.pages.map(({ id }) => id),
    Object.keys(catalogue.faults),
  );
  assert.is(handbook.page("no_path"), undefined);
});

test("effects are surest first, and a state is told apart from a sign", () => {
  const effects = handbook.page("sim.absent")?.effects ?? [];
  assert.ok(effects.some(({ kind, id }) => kind === "condition" && id === "sim_unusable"));
  assert.ok(effects.some(({ kind, id }) => kind === "sign" && id === "sim_absent"));
  const words = handbook.page("sim.contact_bad")?.effects.map(({ likelihood }) => likelihood) ?? [];
  const order = ["always", "usually", "often", "sometimes", "rarely"];
  assert.equal(
    words,
    words.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
  );
});

test("what follows through states is resolved down to signs, and repeats nothing", () => {
  const page = handbook.page("sim.absent");
  const follows = page?.follows.map(({ id }) => id) ?? [];
  assert.ok(follows.includes("payments_failing"), "through five states");
  for (const { id } of page?.effects ?? []) assert.not(follows.includes(id), id);
});

test("the family of a fault is the part before the point", () => {
  assert.is(familyOf("sim.absent"), "sim");
});

test.run();
