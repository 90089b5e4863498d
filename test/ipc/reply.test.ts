import { readReply } from "../../src/ipc/reply.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type Bench, type BenchOptions, connectRaw, createBench, type Raw } from "./bench.ts";

const test = suite("local socket: the merchant's answer");

let bench: Bench;
let peer: Raw;

async function begin(handlers: BenchOptions["handlers"] = {}): Promise<void> {
  bench = await createBench({ handlers });
  await bench.server.start();
  peer = await connectRaw(bench.socket);
}

test.after.each(async () => {
  peer.end();
  await bench.end();
});

const question = {
  id: "abcdefghijkl",
  test: "ask_shop",
  text: "Well?",
  answers: [{ answer: "yes", text: "Yes" }],
  valid_s: 120,
};

test("names of this agent's making are taken; what is none is refused, as is anything beside them", async () => {
  await begin();
  assert.equal(readReply({ question: "abc", answer: "no_paper" }), {
    kind: "reply",
    question: "abc",
    answer: "no_paper",
  });
  const refused = (given: Readonly<Record<string, unknown>>) => Reflect.get(readReply(given), "refused");
  assert.is(refused({ question: "ABC", answer: "yes" }), "unknown_question");
  assert.is(refused({ question: "a".repeat(25), answer: "yes" }), "unknown_question");
  assert.is(refused({ question: "abc", answer: "Yes!" }), "bad_value");
  assert.is(refused({ question: "abc" }), "malformed");
  assert.is(refused({ question: "abc", answer: "yes", note: "x" }), "malformed");
});

test("an answer is confirmed or refused by its number, and refusals are counted", async () => {
  await begin({ reply: (id, answer) => (id === question.id && answer === "yes" ? undefined : "unknown_question") });
  peer.frame("posdiag.reply", { request: 1, question: question.id, answer: "yes" });
  assert.equal((await peer.next()).data, { request: 1, accepted: true });
  peer.frame("posdiag.reply", { request: 2, question: "forged", answer: "yes" });
  assert.equal((await peer.next()).data, { request: 2, refused: "unknown_question" });
  assert.equal(bench.server.counters().refused, { unknown_question: 1 });
});

test("an answer cannot be told past its question", async () => {
  await begin();
  peer.frame("posdiag.observe", { request: 1, signal: "answer.shop_terminals", value: "fail" });
  assert.equal((await peer.next()).data, { request: 1, refused: "unknown_signal" });
  assert.equal(bench.observed, []);
});

test("who follows is told in his language, and who does not is not", async () => {
  await begin({ question: (language) => ({ ...question, text: language }) });
  assert.not(bench.server.isFollowed());
  peer.frame("posdiag.question", { request: 1, lang: "en" });
  assert.equal((await peer.next()).data, { request: 1, question: { ...question, text: "en" } });
  assert.not(bench.server.isFollowed());
  peer.frame("posdiag.question", { request: 2, lang: "zh-CN", follow: true });
  await peer.next();
  assert.ok(bench.server.isFollowed());
  bench.server.ask((language) => ({ ...question, text: `then ${language}` }));
  assert.equal(await peer.next(), { type: "posdiag.asked", data: { question: { ...question, text: "then zh-CN" } } });
  bench.server.ask(() => null);
  assert.equal((await peer.next()).data, { question: null });
});

test("each safe test is told of under the number of its diagnosis, before the answer", async () => {
  const report = { test: "connect_host", text: "connect", found: [], refused: "hold" };
  await begin({
    diagnose: async (_, onTest) => {
      onTest?.(report);
      return { progress: "none", verdicts: [], rivals: [], ruled_out: [], unknown: false, next_tests: [] };
    },
  });
  peer.frame("posdiag.diagnose", { request: 4, active: true });
  assert.equal(await peer.next(), { type: "posdiag.progress", data: { request: 4, ...report } });
  assert.is((await peer.next()).type, "posdiag.answer");
  peer.frame("posdiag.diagnose", { request: 5 });
  assert.is((await peer.next()).type, "posdiag.answer");
});

test.run();
