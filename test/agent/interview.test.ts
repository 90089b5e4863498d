import { createInterview } from "../../src/agent/interview.ts";
import { seededRandom } from "../../src/base/random.ts";
import { tests } from "../../src/faults/tests.ts";
import type { Diagnosis } from "../../src/model/case.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import type { QuestionView, TestReport } from "../../src/model/test-view.ts";
import { assert, suite } from "../front-door/suite.ts";
import { usualLimits } from "../support/simulated-agent.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("interview");
const costParts = { seconds: 5, bytes: 0, disturbance: 0, person: 0 };
const offer = (...names: readonly string[]): Diagnosis => ({
  ...{ atMs: 0, progress: "none", verdicts: [], rivals: [], ruledOut: [], unknown: true },
  nextTests: names.map((name) => ({ test: name, cost: 5, costParts, separates: ["a", "b"] })),
});

function bench(...offered: readonly string[]) {
  const clock = new VirtualClock();
  const state: { diagnosis: Diagnosis; held: boolean; followed: boolean; newest: Reading[] } = {
    ...{ diagnosis: offer(...offered), held: false, followed: true, newest: [] },
  };
  const [shown, seen, climbed]: [(QuestionView | null)[], Reading[], string[]] = [[], [], []];
  const none = { connections: 0, bytes: 0 };
  const interview = createInterview(
    { clock, random: seededRandom(1), stop: new AbortController().signal },
    {
      knowledge: { catalogue: { tests } },
      thinker: { book: { newest: () => state.newest } },
      brain: { diagnosis: () => state.diagnosis, see: (readings) => void seen.push(...readings), consider: () => {} },
      probes: {
        readNow: async () => {},
        lookNow: async () => {},
        network: {
          status: () => ({
            ...{ level: 2, limits: usualLimits, held: state.held, refused: undefined },
            spent: { hour: none, day: none },
          }),
          climb: async (rungs) => {
            climbed.push(...rungs);
            return [{ refusal: "hour" }];
          },
        },
      },
      ipc: { ask: (view) => void shown.push(view("en")), isFollowed: () => state.followed },
    },
  );
  return { interview, state, shown, seen, climbed };
}

test("while the fleet keeps still, tests that visit a host are not offered, and questions are", () => {
  const { interview, state } = bench("connect_host", "ask_gateway", "ask_shop");
  const names = () => interview.diagnosis().nextTests.map((each) => each.test);
  assert.equal(names(), ["connect_host", "ask_gateway", "ask_shop"]);
  state.held = true;
  assert.equal(names(), ["ask_gateway", "ask_shop"]);
  state.newest = [reading("txn.running", true, 0)];
  assert.equal(names(), []);
});

test("nobody is asked where nobody would show it; who follows is told once, and when it goes", () => {
  const { interview, state, shown } = bench("ask_shop");
  state.followed = false;
  interview.refresh(true);
  assert.equal(shown, []);
  state.followed = true;
  interview.refresh(false);
  assert.equal(shown, []);
  interview.refresh(true);
  interview.refresh(true);
  assert.equal(
    shown.map((each) => each?.test),
    ["ask_shop"],
  );
  state.newest = [reading("txn.running", true, 0)];
  interview.refresh(false);
  assert.equal(
    shown.map((each) => each?.test),
    ["ask_shop", undefined],
  );
});

test("an answer becomes a reading of the moment, and not knowing becomes none", () => {
  const { interview, state, seen } = bench("ask_shop", "ask_neighbours");
  assert.is(interview.reply(interview.question("en")?.id ?? "", "fail"), undefined);
  assert.equal(seen, [reading("answer.shop_terminals", "fail", 0)]);
  assert.is(interview.reply(interview.question("en")?.id ?? "", "unknown"), undefined);
  assert.is(seen.length, 1);
  state.diagnosis = offer();
  assert.is(interview.question("en"), null);
});

test("two who ask for tests at the same time get the same ones, each in his language", async () => {
  const { interview, climbed } = bench("ask_gateway");
  const told: TestReport[] = [];
  await Promise.all([
    interview.test("en", (report) => told.push(report)),
    interview.test("zh-CN", (report) => told.push(report)),
  ]);
  assert.equal(climbed, ["gateway"]);
  assert.equal(
    told.map(({ text, refused }) => [text, refused]),
    [
      ["ask the router", "hour"],
      ["检测路由器", "hour"],
    ],
  );
});

test.run();
