import { AgentError } from "../../src/base/errors.ts";
import type { Command } from "../../src/cli/command.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import { assert, suite } from "../front-door/suite.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("command line: which command");

/** Prints its name and what it got. */
function echo(name: string): Command {
  const run: Command["run"] = async (args, io) => {
    io.out(`${name}(${args.join(",")})`);
    return 3;
  };
  return { name, summary: `does ${name}`, help: `help of ${name}\n`, run };
}

const failing: Command = {
  ...echo("fail"),
  run: async ([code]) => {
    throw code === "bug" ? new TypeError("a bug") : new AgentError("AGENT_UNREACHABLE", "nobody");
  },
};

const commands = [echo("support"), echo("support watch"), echo("config check"), echo("status"), failing];

async function run(...args: readonly string[]) {
  const { io, out, err } = capturedIo();
  const exit = await dispatch(commands, args, io);
  return { exit, out: out(), err: err() };
}

for (const [args, out] of [
  [["status"], "status()"],
  [["support", "watch", "--x", "y"], "support watch(--x,y)"],
  [["support", "list"], "support(list)"],
  [["config", "check", "--", "--help"], "config check(--,--help)"],
] as const) {
  test(`${args.join(" ")} runs ${out}`, async () => {
    assert.equal(await run(...args), { exit: 3, out, err: "" });
  });
}

for (const args of [
  ["support", "watch", "--help"],
  ["support", "watch", "-x", "-h"],
]) {
  test(`${args.join(" ")} prints the command's help`, async () => {
    assert.equal(await run(...args), { exit: 0, out: "help of support watch\n", err: "" });
  });
}

for (const args of [["--help"], ["-h"], ["help"], ["config", "--help"]]) {
  test(`${args.join(" ")} lists all commands`, async () => {
    const { exit, out } = await run(...args);
    assert.is(exit, 0);
    for (const { name, summary } of commands) assert.match(out, new RegExp(`  ${name} +${summary}\n`));
  });
}

for (const [args, hint] of [
  [["statsu"], /did you mean status\?/],
  [["suport", "wach"], /did you mean support watch\?/],
  [["confg", "check", "file"], /did you mean config check\?/],
  [["config"], /config needs one more word: config check/],
  [["config", "chekc"], /config needs one more word/],
  [["xyzzy"], /unknown command "xyzzy"; posdiag --help/],
  [["--frobnicate"], /posdiag --help/],
  [[], /a command is needed/],
] as const) {
  test(`"${args.join(" ")}" is wrong use, and the way on is told`, async () => {
    const { exit, out, err } = await run(...args);
    assert.equal([exit, out], [64, ""]);
    assert.match(err, hint);
  });
}

test("an AgentError becomes its text and exit code, a bug is thrown on", async () => {
  const failed = await run("fail");
  assert.equal([failed.exit, failed.err], [69, "posdiag: no agent answers on the local socket: nobody\n"]);
  const bug = await run("fail", "bug").catch((error: unknown) => error);
  assert.instance(bug, TypeError);
});

test.run();
