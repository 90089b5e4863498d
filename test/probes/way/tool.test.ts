import { runTool } from "../../../src/probes/way/tool.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("programs of the system");

const limits = { timeoutMs: 4_000 };

test("both outputs and the exit code come back", async () => {
  assert.equal(await runTool("sh", ["-c", "echo out; echo err >&2; exit 3"], limits), {
    kind: "done",
    code: 3,
    text: "out\nerr\n",
  });
});

test("one that is not installed, and one that may not be run, are missing", async () => {
  assert.equal(await runTool("posdiag-no-such-program", [], limits), { kind: "missing" });
  assert.equal(await runTool("/proc/self/status", [], limits), { kind: "missing" });
});

test("one that takes too long is killed", async () => {
  assert.equal(await runTool("sleep", ["60"], { timeoutMs: 50 }), { kind: "timeout" });
});

test("one that writes without end is killed, and a page of it is kept", async () => {
  const answer = await runTool("yes", [], limits);
  assert.ok(answer.kind === "done" && answer.code === undefined && answer.text.length <= 16_384);
});

test("it gets nothing to read, no shell, and words in English", async () => {
  assert.equal(await runTool("cat", [], limits), { kind: "done", code: 0, text: "" });
  assert.equal(await runTool("echo", ["$(id)", ";", "ls"], limits), { kind: "done", code: 0, text: "$(id) ; ls\n" });
  assert.equal(await runTool("sh", ["-c", "echo $LC_ALL $HOME"], limits), { kind: "done", code: 0, text: "C\n" });
});

test("one that has said what is wanted is stopped, on whichever output", async () => {
  for (const to of ["1", "2"]) {
    const script = `echo before; echo Connected >&${to}; exec sleep 60`;
    const answer = await runTool("sh", ["-c", script], { ...limits, until: /^Connected$/m });
    assert.ok(answer.kind === "done" && answer.code === undefined);
    assert.match(answer.kind === "done" ? answer.text : "", "Connected");
  }
});

test.run();
