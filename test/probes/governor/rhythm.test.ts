import { seededRandom } from "../../../src/base/random.ts";
import { createRhythm, type Look, type Rhythm } from "../../../src/probes/governor/rhythm.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("when the way to the host is looked at");

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const begin = (seed: number) =>
  createRhythm({ random: seededRandom(seed), spreadMs: 8 * second, closeMs: 3 * second }, 0);

interface Made {
  readonly look: Look;
  readonly atMs: number;
}

/** Makes every look at the moment it is due. */
function run(rhythm: Rhythm, untilMs: number): readonly Made[] {
  const made: Made[] = [];
  for (let next = rhythm.next(); next.dueMs < untilMs; next = rhythm.next()) {
    made.push({ look: next.look, atMs: next.dueMs });
    rhythm.made(next.dueMs);
  }
  return made;
}

const gaps = (made: readonly Made[]) => made.slice(1).map(({ atMs }, at) => atMs - (made[at]?.atMs ?? 0));

test("while payments are answered, never", () => {
  const rhythm = begin(1);
  for (let at = 0; at < 24 * hour; at += 14 * minute) {
    rhythm.proved(at);
    assert.equal(run(rhythm, at + 14 * minute), []);
  }
});

test("without any payment ever more rarely, first after a quarter of an hour, never at the same times", () => {
  const [first, other] = [1, 2].map((seed) => run(begin(seed), 24 * hour));
  assert.ok(first && other && first.every(({ look }) => look === "idle"));
  assert.ok((first?.[0]?.atMs ?? 0) >= 15 * minute);
  assert.ok(gaps(first ?? []).every((gap) => gap >= 15 * minute && gap <= 120 * minute));
  assert.ok((first?.length ?? 0) <= 40, String(first?.length));
  assert.not.equal(first, other);
});

test("after a failure three times within seconds, then at least five minutes apart", () => {
  const rhythm = begin(3);
  rhythm.alarm(hour);
  const made = run(rhythm, 3 * hour);
  assert.equal(
    made.slice(0, 4).map(({ look }) => look),
    ["close", "close", "last", "rare"],
  );
  const [start, one, two] = made.map(({ atMs }) => atMs);
  assert.ok((start ?? 0) >= hour && (start ?? 0) < hour + 8 * second);
  assert.ok((two ?? 0) - (start ?? 0) < 7 * second && (one ?? 0) - (start ?? 0) > 2 * second);
  assert.ok(gaps(made.slice(2)).every((gap) => gap >= 5 * minute && gap <= 60 * minute));
});

test("the gaps grow to half an hour and more, and no two agents are in step", () => {
  const all = Array.from({ length: 200 }, (_, seed) => {
    const rhythm = begin(seed);
    rhythm.alarm(0);
    return run(rhythm, 24 * hour);
  });
  const mean = (at: number) => all.reduce((sum, made) => sum + (gaps(made)[at] ?? 0), 0) / all.length / minute;
  for (const [at, minutes] of [7.5, 12.5, 22.5, 32.5, 32.5].entries()) {
    assert.ok(Math.abs(mean(at + 2) / minutes - 1) < 0.1, `${mean(at + 2)} minutes, not ${minutes}`);
  }
  const firsts = new Set(all.map(([first]) => first?.atMs));
  assert.is(firsts.size, all.length);
});

test("said again, an alarm changes nothing; over for a moment it is the same trouble, over for longer a new one", () => {
  const rhythm = begin(4);
  rhythm.alarm(0);
  run(rhythm, minute);
  const { dueMs } = rhythm.next();
  rhythm.alarm(minute);
  rhythm.calm(minute);
  assert.is(rhythm.next().look, "idle");
  rhythm.alarm(2 * minute);
  assert.equal(rhythm.next(), { look: "rare", dueMs });
  rhythm.calm(3 * minute);
  rhythm.alarm(6 * minute);
  assert.is(rhythm.next().look, "close");
});

test("an answered payment ends the looks, and the next failure is a new trouble, alarm or not", () => {
  const rhythm = begin(5);
  rhythm.alarm(0);
  run(rhythm, minute);
  rhythm.proved(2 * minute);
  assert.is(rhythm.next().look, "idle");
  rhythm.alarm(2 * minute);
  assert.is(rhythm.next().look, "idle");
  rhythm.failed(3 * minute);
  const { look, dueMs } = rhythm.next();
  assert.ok(look === "close" && dueMs >= 3 * minute && dueMs < 3 * minute + 8 * second);
  rhythm.failed(3 * minute + second);
  assert.is(rhythm.next().dueMs, dueMs);
});

test.run();
