import { seededRandom } from "../../src/base/random.ts";
import { spansMs, tallyOf } from "../../src/fleet/cell.ts";
import type { Member, Told } from "../../src/fleet/member.ts";
import { createRoll, type Roll } from "../../src/fleet/roll.ts";
import { dimensions } from "../../src/fleet/scope.ts";
import type { Slot, View } from "../../src/fleet/slot.ts";
import { assert, suite } from "../front-door/suite.ts";
import { members, startMs } from "./small-fleet.ts";

const test = suite("fleet/roll");

const faults = [
  "cell.no_service",
  "host.down",
  "lan.router_fault",
  "printer.paper_out",
  "issuer.lost_stolen",
  "sw.app_bug",
];
const spans = [0, 1, 2];

type Event = {
  readonly atMs: number;
  readonly member?: Member;
  readonly forget?: number;
  readonly told?: [number, Told];
};

function happen(roll: Roll, { atMs, member, forget, told }: Event): void {
  roll.advance(atMs);
  if (member) roll.enrol(member);
  if (forget !== undefined) roll.forget(forget);
  if (told) roll.tell(...told);
}

function drawn(seed: number): readonly Event[] {
  const random = seededRandom(seed);
  const all = members().slice(0, 40);
  const some = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? raise();
  const events: Event[] = all.map((member) => ({ atMs: startMs, member }));
  let atMs = startMs;
  for (let step = 0; step < 1_500; step += 1) {
    atMs += random() * 120_000;
    const member = some(all);
    const dice = random();
    const fault = some(faults);
    if (dice < 0.02) events.push({ atMs, forget: member.id });
    else if (dice < 0.06)
      events.push({ atMs, member: { ...member, shop: `s${Math.floor(random() * 9)}`, version: some(["1", "2"]) } });
    else if (dice < 0.5) events.push({ atMs, told: [member.id, { kind: "presence", online: random() < 0.6, atMs }] });
    else events.push({ atMs, told: [member.id, { kind: random() < 0.5 ? "opened" : "closed", fault, atMs }] });
  }
  return events;
}

function raise(): never {
  throw new Error("empty");
}

/** What the cells must hold, counted from the terminals alone. */
function anew(slots: readonly Slot[]): ReadonlyMap<string, readonly unknown[]> {
  const keys = new Set(slots.flatMap(({ cells }) => cells.map(({ key }) => key)));
  return new Map(
    [...keys].map((key) => {
      const own = slots.flatMap((slot) =>
        slot.cells.filter((cell) => cell.key === key).map((cell) => ({ slot, cell })),
      );
      const tallies = spans.map((span) => {
        const seen = own.map(({ slot, cell }) => ({ slot, stage: slot.views[dimensions[cell.dimension].look].stage }));
        const fine = seen.filter(({ stage }) => stage === "fine");
        const fresh = seen.filter(({ stage }) => typeof stage === "number" && stage <= span);
        const weigh = (some: typeof seen) => some.reduce((sum, { slot }) => sum + slot.weight, 0) / 1_000;
        return { fine: fine.length, fineWeight: weigh(fine), fresh: fresh.length, freshWeight: weigh(fresh) };
      });
      return [key, [own.length, ...tallies]];
    }),
  );
}

const slotsOf = (roll: Roll): readonly Slot[] =>
  members()
    .slice(0, 40)
    .flatMap(({ id }) => roll.slot(id) ?? []);

test("counts kept while things happen are those that counting the terminals gives", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const roll = createRoll();
    for (const event of drawn(seed)) happen(roll, event);
    const kept = [...roll.books.cells].map(([key, cell]) => [
      key,
      [cell.members, ...spans.map((span) => tallyOf(cell, span))],
    ]);
    assert.equal(Object.fromEntries(kept), Object.fromEntries(anew(slotsOf(roll))));
  }
});

function isOfItsAge({ sinceMs, stage }: View, nowMs: number): boolean {
  if (typeof stage !== "number" && stage !== "old") return sinceMs === undefined;
  const ageMs = nowMs - (sinceMs ?? Number.NaN);
  const [least, most] = stage === "old" ? [spansMs[2], Infinity] : [spansMs[stage - 1] ?? 0, spansMs[stage] + 10_000];
  return ageMs >= least && ageMs <= most;
}

test("each terminal's stage is what its age says, to ten seconds", () => {
  for (const seed of [6, 7, 8]) {
    const roll = createRoll();
    for (const event of drawn(seed)) happen(roll, event);
    const views = slotsOf(roll).flatMap((slot) => Object.values(slot.views));
    assert.ok(views.some(({ stage }) => stage === 2));
    assert.equal(
      views.filter((view) => !isOfItsAge(view, roll.books.nowMs)),
      [],
    );
  }
});

test("what is fresh grows old by itself: in the shortest span first, and at last in all", () => {
  const roll = createRoll();
  roll.advance(startMs);
  for (const member of members()) roll.enrol(member);
  roll.tell(1, { kind: "presence", online: false, atMs: startMs });
  const fresh = (afterMs: number) => {
    roll.advance(startMs + afterMs);
    const cell = roll.books.cells.get("region\nnorth");
    return cell ? spans.map((span) => tallyOf(cell, span).fresh) : [];
  };
  assert.equal(fresh(170_000), [1, 1, 1]);
  assert.equal(fresh(190_000), [0, 1, 1]);
  assert.equal(fresh(890_000), [0, 1, 1]);
  assert.equal(fresh(910_000), [0, 0, 1]);
  assert.equal(fresh(10_810_000), [0, 0, 0]);
});

test("a time that lies ahead is a clock that is wrong, and one that lies far back is no news", () => {
  const roll = createRoll();
  roll.advance(startMs);
  for (const member of members()) roll.enrol(member);
  roll.tell(1, { kind: "presence", online: false, atMs: startMs + 86_400_000 });
  roll.tell(3, { kind: "presence", online: false, atMs: startMs - 86_400_000 });
  const cell = roll.books.cells.get("region\nnorth");
  assert.equal(cell && spans.map((span) => tallyOf(cell, span).fresh), [1, 1, 1]);
});

test("a shop weighs as much as two terminals at most", () => {
  const roll = createRoll();
  roll.advance(startMs);
  for (const member of members()) roll.enrol({ ...member, shop: "mall" });
  for (const { id } of members()) roll.tell(id, { kind: "presence", online: false, atMs: startMs });
  const cell = roll.books.cells.get("fleet");
  const { fresh, freshWeight } = cell ? tallyOf(cell, 0) : { fresh: 0, freshWeight: 0 };
  assert.is(fresh, 120);
  // Beyond 64 they weigh the same, so that a very large one counts a little more.
  assert.ok(freshWeight > 3 && freshWeight < 4, String(freshWeight));
});

test("cells without terminals are gone", () => {
  const roll = createRoll();
  for (const member of members()) roll.enrol(member);
  for (const { id } of members()) roll.forget(id);
  assert.is(roll.books.cells.size, 0);
  assert.is(roll.books.stirred.size, 0);
});

test.run();
