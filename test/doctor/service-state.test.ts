import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askExposure, askService, readService } from "../../src/doctor/service-state.ts";
import type { RunTool } from "../../src/probes/way/tool.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what systemd says of the service");

/** As systemctl 252 prints it. */
const shown = [
  ...["WatchdogUSec=2min", "Result=exit-code", "NRestarts=7", "ExecMainStatus=78", "User=posdiag"],
  ...["SupplementaryGroups=dialout payment", "StateDirectory=posdiag", "RuntimeDirectory=posdiag"],
  ...["ControlGroup=/system.slice/posdiag.service", "LoadState=loaded", "ActiveState=activating"],
  ...["SubState=auto-restart", "UnitFileState=enabled", ""],
].join("\n");

const answers =
  (text: string, code = 0): RunTool =>
  async () => ({ kind: "done", code, text });

test("its words are read", () => {
  assert.equal(readService(shown), {
    ...{ there: true, state: "activating (auto-restart)", active: false, enabled: "enabled", restarts: 7 },
    ...{ result: "exit-code", status: 78, watchdogS: 120, user: "posdiag", groups: ["dialout", "payment"] },
    ...{ makes: ["/var/lib/posdiag", "/run/posdiag"], controlGroup: "/system.slice/posdiag.service" },
  });
  assert.equal([readService("LoadState=not-found\n").there, readService("").watchdogS], [false, 0]);
});

test("where systemd does not run, or does not answer, there is nothing to say", async () => {
  const root = mkdtempSync(join(tmpdir(), "posdiag-service-"));
  assert.is(await askService(root, answers(shown)), undefined);
  mkdirSync(join(root, "run/systemd/system"), { recursive: true });
  assert.is((await askService(root, answers(shown)))?.restarts, 7);
  assert.is(await askService(root, answers("Failed to connect to bus", 1)), undefined);
  assert.is(await askService(root, async () => ({ kind: "missing" })), undefined);
  rmSync(root, { recursive: true });
});

test("the sandbox is rated", async () => {
  assert.is(await askExposure(answers("→ Overall exposure level for posdiag.service: 1.5 OK 🙂\n")), 1.5);
  assert.is(await askExposure(async () => ({ kind: "timeout" })), undefined);
});

test.run();
