import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAgentError } from "../../src/base/errors.ts";
import { supportAuditCommand } from "../../src/cli/support-audit.ts";
import { hashOfLine, nextLine, origin } from "../../src/commands/chain.ts";
import { assert, suite } from "../front-door/suite.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("cli/support-audit");

async function audit(...args: readonly string[]) {
  const { io, out } = capturedIo();
  const exit = await supportAuditCommand.run(args, io);
  return { exit, out: out() };
}

test("says that it holds, or at which line of which file it breaks", async () => {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-audit-"));
  let head = origin;
  const lines = ["a", "b", "c", "d"].map((id) => {
    const next = nextLine(head, { event: "taken", id }, { at: null, monoS: 1 });
    head = next.head;
    return next.line;
  });
  const [older, newer] = [join(folder, "audit.log.1"), join(folder, "audit.log")];
  const write = (path: string, list: readonly string[]) =>
    writeFileSync(path, list.map((line) => `${line}\n`).join(""));
  write(older, lines.slice(0, 2));
  write(newer, lines.slice(2));
  assert.equal(await audit(older, newer), { exit: 0, out: `whole: lines 1 to 4, head ${head.hash}\n` });
  assert.is((await audit(older, newer, "--head", head.hash)).exit, 0);
  assert.is((await audit(newer, "--head", head.hash.slice(0, 16))).exit, 0);
  assert.match((await audit(newer, older)).out, /^broken at .*audit\.log\.1:1: number 1 after 4/);
  write(newer, [lines[2]?.replace('"c"', '"x"') ?? "", lines[3] ?? ""]);
  const broken = await audit(older, newer);
  assert.equal([broken.exit, broken.out.startsWith(`broken at ${newer}:2: it does not have the hash`)], [65, true]);
  // What came after what was heard of is no matter.
  write(newer, lines.slice(2));
  const heard = hashOfLine(lines[2] ?? "");
  assert.is(
    (await audit(older, newer, "--head", heard.slice(0, 16))).out,
    `whole: lines 1 to 4, head ${head.hash}; heard of up to line 3\n`,
  );
  assert.is(JSON.parse((await audit(newer, "--head", heard, "--json")).out).heard, 3);
  // The newest line, changed or taken away, is noticed by who knows the head.
  write(newer, lines.slice(2, 3));
  assert.is((await audit(older, newer)).exit, 0);
  assert.equal(JSON.parse((await audit(older, newer, "--head", head.hash, "--json")).out).whole, false);
  for (const [args, code] of [
    [[], "USAGE"],
    [[newer, "--head", "xyz"], "USAGE"],
    [[join(folder, "gone")], "INPUT_UNREADABLE"],
  ] as const) {
    const refused = await audit(...args).then(
      () => undefined,
      (error: unknown) => error,
    );
    assert.ok(isAgentError(refused, code));
  }
  rmSync(folder, { recursive: true });
});

test.run();
