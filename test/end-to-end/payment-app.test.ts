/**
 * The sample payment application, as an integrator would copy it: with the client library as it is shipped, beside the real
 * agent. It sells, and the diagnosis stands on its screen in the merchant's language.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleClient } from "../../deploy/client-bundle.ts";
import { startChild } from "../../hw-sim/rig/child.ts";
import { bringUp, openRig } from "../../hw-sim/rig/rig.ts";
import { textOf } from "../../src/faults/text.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("sample payment application", { timeoutMs: 60_000 });
/** Of its second sale and its third. */
const faults = ["issuer.insufficient_funds", "txn.approved_not_printed"] as const;
const source = fileURLToPath(new URL("../../deploy/examples/payment-app.mjs", import.meta.url));

test("has less than sixty lines", () => {
  const lines = readFileSync(source, "utf8").trimEnd().split("\n");
  assert.ok(lines.length < 60, `${lines.length} lines`);
  assert.ok(Math.max(...lines.map((line) => line.length)) <= 130);
});

test("sells, and shows in Chinese what is wrong", async () => {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-payment-app-"));
  const rig = await openRig({ seed: 11 });
  try {
    await bundleClient(join(folder, "dist"));
    const program = join(folder, "deploy/examples/payment-app.mjs");
    cpSync(source, program);
    const { door } = await bringUp(rig);
    const app = startChild({ words: [process.execPath, program], env: {} }, [rig.socket]);
    assert.is(await app.ended, 0, app.lines.join("\n"));
    const screen = app.lines.join("\n");
    for (const { say, do: steps, doNot } of faults.map((fault) => textOf(fault, "zh-CN"))) {
      assert.match(screen, say);
      for (const step of [...steps, ...doNot]) assert.match(screen, step);
    }
    const { status } = await door.ask("posdiag.status");
    assert.equal(JSON.parse(JSON.stringify(status)).ipc.refused, {});
    door.close();
  } finally {
    await rig.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test.run();
