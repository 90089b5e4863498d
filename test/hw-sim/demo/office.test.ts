/** From the SIM's tray to the page: the real agent, broker, collector, database, console and HTTP, as the demo puts them together. */
import { performance } from "node:perf_hooks";
import { openConsoleEye } from "../../../hw-sim/demo/console-eye.ts";
import { layOffice, openOffice } from "../../../hw-sim/demo/office.ts";
import { sourceProgram } from "../../../hw-sim/rig/program.ts";
import { bringUp, openRig, tenant } from "../../../hw-sim/rig/rig.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("demo: the office", { timeoutMs: 120_000 });
const serial = "PX7-00042";

test("a pulled SIM is on the page, with what support may ask, and the page itself is served", async () => {
  const program = sourceProgram();
  const files = await layOffice(program);
  const rig = await openRig({ seed: 7, serial, config: { commands: { keys_file: files.publicKeys } } });
  try {
    const [office, { door }] = await Promise.all([openOffice(program, files, rig.broker), bringUp(rig)]);
    const page = await fetch(office.url);
    assert.equal([page.status, page.headers.get("content-type")], [200, "text/html; charset=utf-8"]);
    assert.is((await fetch(`${office.url}/api/terminals/${tenant}/${serial}`)).status, 401);
    const eye = await openConsoleEye(office, `${tenant}/${serial}`);
    eye.look();
    await rig.bench.set({ sim: "absent" });
    // As long as the test may take: how long it takes in a quiet hour is what the demo shows.
    assert.ok(await eye.seen("sim.absent", performance.now() + 60_000));
    eye.rest();
    assert.is(await eye.seen("host.down", performance.now()), undefined);
    door.close();
    await office.close();
  } finally {
    await rig.close();
    files.remove();
  }
});

test.run();
