import { seededRandom } from "../../src/base/random.ts";
import { createIssuers, type Issuers } from "../../src/fleet/issuers.ts";
import { assert, suite } from "../front-door/suite.ts";
import { startMs } from "./small-fleet.ts";

const test = suite("fleet/issuers");

const none = { approved: 0, refused: 0, unanswered: 0, unsent: 0 };
const minute = 60_000;
const hour = 60 * minute;

interface Habit {
  readonly refuses: Readonly<Record<string, number>>;
  readonly hours: number;
}

/** Two hundred terminals, each reporting once an hour; two payments of each issuer in it. */
function live(issuers: Issuers, fromMs: number, { refuses, hours }: Habit) {
  const random = seededRandom(5);
  const found = new Map<string, number>();
  const over: string[] = [];
  for (let atMs = fromMs; atMs < fromMs + hours * hour; atMs += 18_000) {
    const told = Object.entries(refuses).map(([issuer, share]) => {
      const refused = Number(random() < share) + Number(random() < share);
      return { issuer, approved: 2 - refused, refused };
    });
    issuers.hear({ kind: "payments", payments: none, issuers: told, atMs });
    for (const { issuer, isOver } of issuers.judge(atMs)) {
      if (isOver) over.push(issuer);
      else if (!found.has(issuer)) found.set(issuer, Math.round((atMs - fromMs) / minute));
    }
  }
  return { found, over };
}

const usual = { b1: 0.05, b2: 0.06, b3: 0.12, b4: 0.05 };

test("usual refusals are nobody's trouble, though one issuer refuses twice as much as the others", () => {
  assert.is(live(createIssuers(), startMs, { refuses: usual, hours: 12 }).found.size, 0);
});

test("an issuer that is out is named within a quarter of an hour, alone, and it is over when it approves again", () => {
  const issuers = createIssuers();
  live(issuers, startMs, { refuses: usual, hours: 6 });
  const out = live(issuers, startMs + 6 * hour, { refuses: { ...usual, b2: 0.9 }, hours: 1 });
  assert.equal([...out.found.keys()], ["b2"]);
  assert.ok((out.found.get("b2") ?? 99) <= 15);
  assert.equal(out.over, []);
  const after = live(issuers, startMs + 7 * hour, { refuses: usual, hours: 3 });
  assert.equal(after.over, ["b2"]);
});

test("one that was in trouble before a restart is in trouble until somebody pays again, or nobody for an hour", () => {
  const paid = createIssuers();
  paid.resume("b2");
  assert.equal(
    paid.judge(startMs).map(({ issuer, isOver }) => [issuer, isOver]),
    [["b2", false]],
  );
  assert.equal(live(paid, startMs, { refuses: usual, hours: 1 }).over, ["b2"]);
  const silent = createIssuers();
  silent.resume("b2");
  const over = (afterMs: number) => silent.judge(startMs + afterMs).map(({ isOver }) => isOver);
  assert.equal([over(0), over(59 * minute), over(hour), over(hour + minute)], [[false], [false], [true], []]);
});

test("when all issuers refuse it is none of them", () => {
  const issuers = createIssuers();
  live(issuers, startMs, { refuses: usual, hours: 6 });
  const all = live(issuers, startMs + 6 * hour, { refuses: { b1: 0.9, b2: 0.9, b3: 0.9, b4: 0.9 }, hours: 1 });
  assert.is(all.found.size, 0);
});

test("one customer who tries twenty times is not twenty", () => {
  const issuers = createIssuers();
  live(issuers, startMs, { refuses: usual, hours: 6 });
  const atMs = startMs + 6 * hour;
  for (let place = 0; place < 4; place += 1)
    issuers.hear({ kind: "payments", payments: none, issuers: [{ issuer: "b1", approved: 0, refused: 200 }], atMs });
  assert.equal(issuers.judge(atMs), []);
});

test.run();
