import { isForOffice, officeNames, runOffice } from "../../src/cli/office-link.ts";
import { officeCommands } from "../../src/office.ts";
import { assert, suite } from "../front-door/suite.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("cli/office-link", { timeoutMs: 20_000 });

test("the names that are known without the vendor side are those of its commands, with the same summaries", () => {
  const told = (commands: typeof officeCommands) =>
    commands.map(({ name, summary }) => `${name}: ${summary}`).toSorted();
  assert.equal(told(officeNames), told(officeCommands));
});

test("knows what is for the vendor side", () => {
  for (const words of [
    ["collector", "--help"],
    ["support", "list"],
    ["support", "show", "SN-1"],
  ])
    assert.ok(isForOffice(words), words.join(" "));
  for (const words of [[], ["support"], ["support", "watch"], ["status", "collector"], ["--help"]])
    assert.not(isForOffice(words), words.join(" "));
});

test("the vendor side finds its command, prints its help, and tells its own errors", async () => {
  const [help, wrong] = [capturedIo(), capturedIo()];
  assert.is(await runOffice(["support", "list", "--help"], help.io), 0);
  assert.match(help.out(), /^Usage: posdiag support list /);
  assert.is(await runOffice(["support", "list"], wrong.io), 64);
  assert.match(wrong.err(), /^posdiag: wrong use of the command line: either --broker URL or --database URL is needed/);
});

test.run();
