import { spawnSync } from "node:child_process";
import { assert, suite } from "../front-door/suite.ts";
import { allowed, forbidden, type Trial, trialScript, whatWorked } from "./sandbox-trials.ts";

const test = suite("install test: trials of the sandbox");

const samples: readonly Trial[] = [
  { id: "what works", script: "true" },
  { id: "what is refused", script: "false" },
  { id: "what ends its shell", script: "exit 3" },
  { id: "what talks", script: "echo 0 what is refused" },
];

test("one script of all tells each apart, whatever they say and however they end", () => {
  const { stdout } = spawnSync("sh", ["-c", trialScript(samples)], { encoding: "utf8" });
  assert.equal([...whatWorked(stdout, samples).values()], [true, false, false, true]);
});

test("a trial that was not made is neither", () => {
  assert.is(whatWorked("0 what works\n", samples).get("what is refused"), undefined);
});

test("ids are unique, and every script is one that sh understands", () => {
  const all = [...forbidden, ...allowed];
  assert.is(new Set(all.map(({ id }) => id)).size, all.length);
  const { status, stderr } = spawnSync("sh", ["-n"], { input: trialScript(all), encoding: "utf8" });
  assert.equal([status, stderr], [0, ""]);
});

test.run();
