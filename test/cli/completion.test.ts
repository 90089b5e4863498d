/** The completions in the shells that they are for. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allCommands } from "../../src/cli/all-commands.ts";
import { createCompletionCommand } from "../../src/cli/completion.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import { helpOptions } from "../../src/cli/help-parts.ts";
import { assert, suite } from "../front-door/suite.ts";
import { capturedIo } from "./captured-io.ts";

async function ask(...args: readonly string[]) {
  const { io, out, err } = capturedIo();
  const exit = await dispatch([createCompletionCommand(() => allCommands)], ["completion", ...args], io);
  return { exit, out: out(), err: err() };
}

let dir = "";
const setUp = async () => {
  dir = mkdtempSync(join(tmpdir(), "posdiag-completion-"));
  writeFileSync(join(dir, "posdiag.bash"), (await ask("bash")).out);
  writeFileSync(join(dir, "_posdiag"), (await ask("zsh")).out);
  writeFileSync(join(dir, "a file.jsonc"), "");
};
const tidy = () => rmSync(dir, { recursive: true });

const test = suite("posdiag completion");

test("wrong use is exit code 64", async () => {
  for (const args of [[], ["fish"], ["bash", "zsh"]]) {
    const { exit, err } = await ask(...args);
    assert.equal([exit, /see posdiag completion --help\n$/.test(err)], [64, true], args.join(" "));
  }
});

test("every command has options in its help, that can be read", () => {
  for (const { name, help } of allCommands) {
    if (help.includes("has no vendor side")) continue;
    assert.ok(
      helpOptions(help).some(({ names }) => names.includes("--help")),
      name,
    );
  }
});

test.run();

const bash = suite("posdiag completion in bash", { needs: ["bash"], timeoutMs: 60_000 });
bash.before(setUp);
bash.after(tidy);

/** What bash would offer for the last word; `""` for a new one. */
function offered(...words: readonly string[]): readonly string[] {
  const quoted = ["posdiag", ...words].map((word) => `'${word}'`).join(" ");
  const script = `cd '${dir}'; . ./posdiag.bash; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _posdiag; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-uc", script], { encoding: "utf8" });
  assert.is(stderr, "");
  return stdout.split("\n").filter(Boolean);
}

bash("commands, their second words, and options", () => {
  assert.equal(offered("doc"), ["doctor"]);
  assert.ok(offered("").length >= 10 && offered("").includes("--version"));
  assert.equal(offered("config", ""), ["check"]);
  assert.equal(offered("alarms", "sh"), ["shelve"]);
  assert.equal(offered("doctor", "--o"), ["--offline"]);
  assert.equal(offered("support", "keygen", "--na"), ["--name"]);
});

bash("values: files with spaces, languages, and nothing where nobody can guess", () => {
  assert.equal(offered("doctor", "--config", "a"), ["a file.jsonc"]);
  assert.equal(offered("config", "check", "a"), ["a file.jsonc"]);
  assert.equal(offered("diagnose", "--lang", "z"), ["zh-CN"]);
  assert.equal(offered("doctor", "--user", ""), []);
  assert.equal(offered("nonsense", ""), []);
});

bash.run();

const zsh = suite("posdiag completion in zsh", { needs: ["zsh"], timeoutMs: 60_000 });
zsh.before(setUp);
zsh.after(tidy);

/** What the function asks of zsh's completion system, with that system replaced by its name. */
function askedOf(...words: readonly string[]): string {
  const quoted = ["posdiag", ...words].map((word) => `'${word}'`).join(" ");
  const script = [
    `_describe() { print -r -- "describe \${(P)2}" }`,
    `_arguments() { print -r -- "arguments $CURRENT \${words[*]}: $*" }`,
    `words=(${quoted}); CURRENT=${words.length + 1}`,
    `source '${join(dir, "_posdiag")}'`,
  ].join("\n");
  const { stdout, stderr } = spawnSync("zsh", ["-f", "-c", script], { encoding: "utf8" });
  assert.is(stderr, "");
  return stdout;
}

zsh("commands with what they do, second words, and the options of the command that was typed", () => {
  const { stderr, status } = spawnSync("zsh", ["-n", join(dir, "_posdiag")], { encoding: "utf8" });
  assert.equal([status, stderr], [0, ""]);
  assert.match(askedOf(""), /describe .*doctor:check this installation/);
  assert.match(askedOf("config", ""), /^describe check:/);
  assert.match(askedOf("doctor", "--"), /^arguments 2 doctor --: -s --config\[.*\]:file:_files --lang\[.*\(zh-CN en\)/);
  assert.match(askedOf("support", "keygen", "--"), /^arguments 2 keygen --: .*--name\[/);
  assert.match(askedOf("config", "check", ""), /\*:file:_files/);
});

zsh.run();
