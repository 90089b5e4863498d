import { assert, suite } from "../front-door/suite.ts";
import { takeSteps } from "./course.ts";
import type { Machine } from "./machine/machine.ts";
import { summaryText } from "./report.ts";
import type { Stage, Step } from "./step.ts";
import { done, eventually, must } from "./step.ts";

const test = suite("install test: a course of steps");

/** A machine that says these things in turn, the last one for ever. */
function saying(...things: readonly string[]): Stage {
  const left = [...things];
  const machine: Machine = {
    run: async () => ({ code: 0, output: (left.length > 1 ? left.shift() : left[0]) ?? "" }),
    [Symbol.asyncDispose]: async () => {},
  };
  const simulator = { uart: "", usb: "", brokerPort: 0, topics: [], setSim: async () => {} };
  return { machine, simulator: { ...simulator, [Symbol.asyncDispose]: async () => {} } };
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "nothing was wrong",
    (error: Error) => error.message,
  );
const step = (id: string, run: () => Promise<string>, vital?: true): Step => ({
  ...{ id, title: id, run },
  ...(vital && { vital }),
});
const good = async () => "good";
const bad = async () => {
  must(false, "it is broken");
  return "";
};

test("a step that fails is told and the next is taken; after a vital one nothing is", async () => {
  const steps = [step("one", bad), step("two", good), step("three", bad, true), step("four", good)];
  const told: string[] = [];
  const outcomes = await takeSteps(steps, saying(), ({ id }) => told.push(id));
  assert.equal(
    outcomes.map(({ result }) => result),
    ["fail", "pass", "fail", "not_run"],
  );
  assert.equal(told, ["one", "two", "three", "four"]);
  const text = summaryText(outcomes);
  assert.match(text, /it is broken/);
  assert.match(text, /1 passed, 2 failed\n$/);
});

test("a bug in a step is told with its place", async () => {
  const broken = async () => String(JSON.parse("{"));
  const [outcome] = await takeSteps([step("one", broken)], saying(), () => {});
  assert.match(outcome?.found ?? "", /SyntaxError[\s\S]*course\.test/);
});

test("what is waited for is asked for until it is there", async () => {
  const wait = { what: "the end", script: "x", limitS: 5 };
  const read = ({ output }: { output: string }) => (output === "yes" ? output : undefined);
  const { value } = await eventually(saying("no", "", "no", "", "yes"), { ...wait, read });
  assert.is(value, "yes");
});

test("what does not come about in time says what it was, and what was there instead", async () => {
  const waiting = { what: "the end", script: "x", limitS: 0, read: () => undefined };
  const said = await refusal(eventually(saying("still no"), waiting));
  assert.match(said, /the end did not come about[\s\S]*still no/);
});

test("a script that has to succeed and does not is shown with what it said", async () => {
  const stage = saying();
  const failing = { ...stage, machine: { ...stage.machine, run: async () => ({ code: 2, output: "no such thing" }) } };
  assert.is(await refusal(done(failing, "ls /x")), "`ls /x` ended with 2:\nno such thing");
});

test.run();
