import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "../../src/cli/command.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import { faultsCommand } from "../../src/cli/faults.ts";
import { catalogue } from "../../src/faults/index.ts";
import { textOf } from "../../src/faults/text.ts";
import { assert, suite } from "../front-door/suite.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("posdiag faults");
const commands: readonly Command[] = [faultsCommand];

async function asked(...args: readonly string[]) {
  const { io, out, err } = capturedIo();
  const exit = await dispatch(commands, ["faults", ...args], io);
  return { exit, out: out(), err: err() };
}

test("without an id every fault is listed once, with its name in the language asked for", async () => {
  const { exit, out } = await asked("--lang", "zh-CN");
  assert.is(exit, 0);
  const listed = out.split("\n").filter((line) => line.startsWith("  "));
  assert.is(listed.length, Object.keys(catalogue.faults).length);
  assert.match(out, textOf("sim.absent", "zh-CN").name);
});

test("with an id all is told of one fault: advice, who acts, signs, and what looks like it", async () => {
  const { exit, out } = await asked("sim.data_exhausted");
  assert.is(exit, 0);
  const text = textOf("sim.data_exhausted", "en");
  for (const line of [text.say, ...text.do, ...text.doNot]) assert.match(out, line);
  assert.match(out, /who acts +acquirer, then mobile operator/);
  assert.match(out, /^ +(always|usually) +data use at the plan's limit$/m);
  assert.match(out, "Looks like:");
});

test("with an id it tells the risk of each remedy, when not to give it, and the procedure", async () => {
  const { out } = await asked("modem.hung", "--lang", "zh-CN");
  assert.match(out, /act\.power_cycle .*会中断业务；有交易或冲正正在进行时不做；更新过程中不做/);
  assert.match(out, "移动终端连接失败\n  1. ");
  const one: unknown = JSON.parse((await asked("--json", "sw.version_too_old")).out);
  const [update] = Reflect.get(Object(one), "remedies");
  assert.equal([update.act, update.risk, update.guards.length], ["act.update_software", 2, 4]);
});

test("of a deployment that advises in its own words it does not say which remedies those are", async () => {
  const own = join(mkdtempSync(join(tmpdir(), "posdiag-faults-")), "own.jsonc");
  writeFileSync(own, '{"texts": {"en": {"modem.module_fault": {"do": ["Call our hotline."]}}}}');
  const remediesIn = async (...args: readonly string[]) => {
    const { out } = await asked("--json", "modem.module_fault", "--catalogue", own, ...args);
    return Reflect.get(Object(JSON.parse(out)), "remedies").length;
  };
  assert.equal([await remediesIn(), await remediesIn("--lang", "zh-CN")], [0, 2]);
});

test("--json gives a line of JSON a fault", async () => {
  const all = await asked("--json");
  const lines = all.out.trim().split("\n");
  assert.is(lines.length, Object.keys(catalogue.faults).length);
  const one: unknown = JSON.parse((await asked("--json", "sim.absent")).out);
  assert.equal(
    [Reflect.get(Object(one), "known_by"), Reflect.get(Object(one), "do")],
    ["direct", [...textOf("sim.absent", "en").do]],
  );
});

test("a fault that there is not is wrong use, with the one that was probably meant", async () => {
  assert.match((await asked("sim.absnt")).err, "did you mean sim.absent?");
  assert.match((await asked("paper_out")).err, "did you mean printer.paper_out?");
  assert.is((await asked("nothing.like_it_at_all")).exit, 64);
  assert.is((await asked("sim.absent", "sim.expired")).exit, 64);
});

test.run();
