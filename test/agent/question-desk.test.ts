import { createQuestionDesk, questionMs } from "../../src/agent/question-desk.ts";
import { seededRandom } from "../../src/base/random.ts";
import type { Diagnosis } from "../../src/model/case.ts";
import type { TestDefinition } from "../../src/model/catalogue.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("question desk");

const asks = { seconds: 5, asks: "merchant" } as const;
const tests: Readonly<Record<string, TestDefinition>> = {
  echo: { seconds: 1 },
  shop: {
    ...asks,
    forbidden: ["payment"],
    answers: { yes: { signal: "lan.other_devices_ok", value: "yes" }, unknown: "unknown" },
  },
  card: { ...asks, forbidden: ["payment", "reversal"], answers: { done: "event" } },
};
const costParts = { seconds: 5, bytes: 0, disturbance: 0, person: 25 };
const offer = (...names: readonly string[]): Diagnosis => ({
  ...{ atMs: 0, progress: "none", verdicts: [], rivals: [], ruledOut: [], unknown: true },
  nextTests: names.map((name) => ({ test: name, cost: 30, costParts, separates: ["a", "b"] })),
});

function createDesk(...offered: readonly string[]) {
  const clock = new VirtualClock();
  const state: { diagnosis: Diagnosis; newest: readonly Reading[] } = { diagnosis: offer(...offered), newest: [] };
  const desk = createQuestionDesk({
    ...{ tests, clock, random: seededRandom(7) },
    diagnosis: () => state.diagnosis,
    newest: () => state.newest,
  });
  const tell = (signal: "txn.running" | "txn.reversal_state", value: boolean | string) => {
    state.newest = [reading(signal, value, clock.monoMs())];
  };
  return { desk, state, tell, pass: (ms: number) => clock.advance(ms) };
}

test("the best test that asks a person is asked, one at a time, under a name that cannot be guessed from it", () => {
  const { desk } = createDesk("echo", "shop", "card");
  assert.is(desk.current(), undefined);
  const first = desk.ask();
  assert.is(first?.test, "shop");
  assert.match(first?.id ?? "", /^[a-z]{12}$/);
  assert.is(desk.ask()?.id, first?.id);
});

test("an answer is taken once, by its name, and only if the question has it", () => {
  const { desk } = createDesk("shop");
  const id = desk.ask()?.id ?? "";
  assert.equal(desk.answer("aaaaaaaaaaaa", "yes"), { kind: "refused", refused: "unknown_question" });
  assert.equal(desk.answer(id, "constructor"), { kind: "refused", refused: "bad_value" });
  const meaning = { signal: "lan.other_devices_ok", value: "yes" };
  assert.equal(desk.answer(id, "yes"), { kind: "taken", meaning });
  assert.equal(desk.answer(id, "yes"), { kind: "refused", refused: "unknown_question" });
});

test("not knowing is taken, and is no reading", () => {
  const { desk } = createDesk("shop");
  assert.equal(desk.answer(desk.ask()?.id ?? "", "unknown"), { kind: "taken", meaning: "unknown" });
});

test("nobody is asked while a payment runs, and one that begins takes the question off the screen", async () => {
  const { desk, tell, pass } = createDesk("shop", "card");
  tell("txn.running", true);
  assert.is(desk.ask(), undefined);
  tell("txn.running", false);
  const id = desk.ask()?.id ?? "";
  tell("txn.running", true);
  assert.is(desk.current(), undefined);
  assert.equal(desk.answer(id, "yes"), { kind: "refused", refused: "expired_question" });
  await pass(1_000);
  tell("txn.running", false);
  assert.is(desk.ask()?.test, "card");
});

test("while a reversal waits nobody is asked to pay again", () => {
  const { desk, tell } = createDesk("card");
  tell("txn.reversal_state", "pending");
  assert.is(desk.ask(), undefined);
  tell("txn.reversal_state", "ok");
  assert.is(desk.ask()?.test, "card");
});

test("an answered question is not asked again for half an hour", async () => {
  const { desk, pass } = createDesk("shop");
  desk.answer(desk.ask()?.id ?? "", "unknown");
  await pass(1_799_000);
  assert.is(desk.ask(), undefined);
  await pass(1_000);
  assert.is(desk.ask()?.test, "shop");
});

test("who does not answer in two minutes is left in peace for ten, and his late answer is refused", async () => {
  const { desk, pass } = createDesk("shop", "card");
  const id = desk.ask()?.id ?? "";
  await pass(questionMs - 1);
  assert.is(desk.current()?.id, id);
  await pass(1);
  assert.equal(desk.answer(id, "yes"), { kind: "refused", refused: "expired_question" });
  await pass(599_000);
  assert.is(desk.ask(), undefined);
  await pass(1_000);
  assert.is(desk.ask()?.test, "card");
});

test("when nothing is left to tell apart, the question goes", () => {
  const { desk, state } = createDesk("shop");
  desk.ask();
  state.diagnosis = offer();
  assert.is(desk.current(), undefined);
  assert.is(desk.ask(), undefined);
});

test("who has answered five questions in half an hour is asked no sixth", async () => {
  const names = Array.from({ length: 7 }, (_, at) => `q${at}`);
  const questions = Object.fromEntries(names.map((name) => [name, { ...asks, answers: { done: "event" } } as const]));
  const clock = new VirtualClock();
  const desk = createQuestionDesk({
    ...{ tests: questions, clock, random: seededRandom(7), newest: () => [] },
    diagnosis: () => offer(...names),
  });
  const asked = names.flatMap(() => {
    const open = desk.ask();
    if (open) desk.answer(open.id, "done");
    return open?.test ?? [];
  });
  assert.equal(asked, ["q0", "q1", "q2", "q3", "q4"]);
  await clock.advance(1_800_000);
  assert.is(desk.ask()?.test, "q0");
});

test.run();
