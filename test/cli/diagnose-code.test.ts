import { readFileSync } from "node:fs";
import { join } from "node:path";
import { diagnoseCommand } from "../../src/cli/diagnose.ts";
import { formatCode } from "../../src/cli/diagnose-code.ts";
import { assert, suite } from "../front-door/suite.ts";
import { code, diagnosis } from "../ipc/bench.ts";
import { readPng } from "../last-resort/qr-reader.ts";
import { type Asked, createAsked } from "./asked.ts";

const test = suite("posdiag diagnose --code", { timeoutMs: 10_000 });
const said = code.lines.map((line) => `${line}\n`).join("");

let asked: Asked;

test.before.each(async () => {
  asked = await createAsked(diagnoseCommand);
});

test.after.each(() => asked.end());

const run = (...args: readonly string[]) => asked.run(["diagnose", "--code", "--socket", asked.socket, ...args]);

test("the lines of the code and its QR code are printed, on paper or black on white", async () => {
  const { exit, out } = await run("--lang", "zh-CN");
  assert.is(exit, 0);
  assert.ok(out.startsWith(`${said}\n`) && /^[\s█▀▄]+$/.test(out.slice(said.length)), out);
  assert.ok(formatCode(code, true).includes("\u001b[30;107m"));
});

test("--json prints what the agent said", async () => {
  const { out } = await run("--json", "--lang", "en");
  assert.equal(JSON.parse(out), code);
});

test("--qr writes a picture instead of drawing one", async () => {
  const [png, svg] = [join(asked.directory, "a.png"), join(asked.directory, "a.SVG")];
  assert.is((await run("--qr", png, "--lang", "en")).out, said);
  assert.is(readPng(readFileSync(png)), code.uri);
  await run("--qr", svg);
  assert.match(readFileSync(svg, "utf8"), /^<svg /);
});

test("a picture of another kind is wrong use, and so is --qr alone; one that cannot be written is 73", async () => {
  assert.is((await run("--qr", "a.gif")).exit, 64);
  assert.is((await asked.run(["diagnose", "--qr", "a.png", "--socket", asked.socket])).exit, 64);
  const { exit, err } = await run("--qr", join(asked.directory, "no", "a.png"));
  assert.is(exit, 73);
  assert.match(err, "ENOENT");
});

test("where support has not been reached the diagnosis ends with the code", async () => {
  asked.answer(() => ({ ...diagnosis(), code }));
  const { out } = await asked.run(["diagnose", "--lang", "en", "--socket", asked.socket]);
  assert.match(out, /\n\nNo link to support\n7V4S - KA86\n$/);
});

test.run();
