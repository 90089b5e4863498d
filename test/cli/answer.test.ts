import { answerCommand } from "../../src/cli/answer.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createBench } from "../ipc/bench.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("posdiag answer");
const replied: [string, string][] = [];
const bench = await createBench({
  handlers: {
    reply: (question, answer) => {
      replied.push([question, answer]);
      return question === "open" ? undefined : "expired_question";
    },
  },
});

test.before(() => bench.server.start());
test.after(() => bench.end());

async function run(...args: readonly string[]) {
  const { io, out, err } = capturedIo({});
  const exit = await dispatch([answerCommand], ["answer", ...args, "--socket", bench.socket], io);
  return { exit, out: out(), err: err() };
}

test("an answer is brought to the agent, and nothing more is said", async () => {
  assert.equal(await run("open", "yes"), { exit: 0, out: "", err: "" });
  assert.equal(replied, [["open", "yes"]]);
});

test("one that comes too late is said to, with the way on, and ends with 65", async () => {
  const { exit, err } = await run("old", "yes");
  assert.is(exit, 65);
  assert.match(err, /withdrawn, or stood for too long; `posdiag diagnose` shows/);
});

test("a name that can be no question's does not reach the agent's desk", async () => {
  assert.is((await run("c1; rm", "yes")).exit, 65);
  assert.is(replied.length, 2);
  assert.equal(bench.server.counters().refused, { expired_question: 1, unknown_question: 1 });
});

test("question and answer are needed, and nothing else", async () => {
  for (const args of [[], ["open"], ["open", "yes", "no"]]) assert.is((await run(...args)).exit, 64);
});

test.run();
