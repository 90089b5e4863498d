import { type Client, connect } from "../../src/client/client.ts";
import { createQuestionFollowers } from "../../src/client/followers.ts";
import type { QuestionView, TestReport } from "../../src/model/test-view.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type Bench, createBench, until, well } from "../ipc/bench.ts";
import { hasty } from "./hasty-clock.ts";

const test = suite("who follows in a payment application");

const question: QuestionView = {
  ...{ id: "abcdefghijkl", test: "ask_shop", text: "Well?", valid_s: 120 },
  answers: [{ answer: "yes", text: "Yes" }],
};
const report: TestReport = { test: "connect_host", text: "connect to the host", found: [], refused: "hold" };

let bench: Bench;
let client: Client;

async function begin(open: QuestionView | null): Promise<void> {
  bench = await createBench({
    handlers: {
      question: () => open,
      reply: (id) => (id === question.id ? undefined : "expired_question"),
      diagnose: async (_, onTest) => {
        onTest?.(report);
        return well;
      },
    },
  });
  await bench.server.start();
  client = connect({ socket: bench.socket, language: "en", clock: hasty, random: () => 0.5 });
}

test.after.each(async () => {
  client?.close();
  await bench?.end();
});

test("the question comes at once, on every change, and is answered by its name", async () => {
  await begin(question);
  const shown: (QuestionView | null)[] = [];
  const end = client.followQuestions((each) => shown.push(each));
  await until(() => shown.length === 1);
  bench.server.ask(() => null);
  await until(() => shown.length === 2);
  assert.equal(shown, [question, null]);
  assert.equal(await client.answer(question.id, "yes"), { kind: "answer", value: true });
  assert.equal(await client.answer("old", "yes"), { kind: "refused", refused: "expired_question" });
  end();
});

test("asked for once, it is the question, or that there is none", async () => {
  await begin(null);
  assert.equal(await client.question(), { kind: "answer", value: null });
});

test("tests of an active diagnosis are told of while it lasts", async () => {
  await begin(null);
  const told: TestReport[] = [];
  assert.equal(await client.diagnose({ active: true, onTest: (each) => told.push(each) }), {
    kind: "answer",
    value: well,
  });
  await client.diagnose({ active: true });
  assert.equal(
    told.map(({ test: name, refused }) => [name, refused]),
    [["connect_host", "hold"]],
  );
});

test("what is no question, and a listener that throws, are counted and hurt nobody else", async () => {
  await begin(null);
  let failed = 0;
  const followers = createQuestionFollowers(() => {
    failed += 1;
  });
  const shown: (QuestionView | null)[] = [];
  followers.add(() => {
    throw new Error("the screen is gone");
  });
  followers.add((each) => shown.push(each));
  followers.tell({ ...question, answers: "yes" });
  followers.tell(question);
  assert.equal([failed, shown], [2, [question]]);
});

test.run();
