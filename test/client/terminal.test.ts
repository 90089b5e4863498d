import { createTerminal } from "../../src/client/terminal.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createSaid } from "./said.ts";

const test = suite("the terminal in the words of the application");

const { say, take } = createSaid();
const terminal = createTerminal(say);

for (const [what, tell, signals] of [
  ["printer", () => terminal.printer.state("paper_out"), { "printer.state": "paper_out" }],
  ["printing", () => terminal.printer.busy(true), { "printer.busy": true }],
  ["slip", () => terminal.printer.job("partial"), { "printer.job": "partial" }],
  ["PIN pad", () => terminal.pinPad("locked"), { "key.pinpad": "locked" }],
  [
    "keys",
    () => terminal.keys({ masterKeyPresent: true, workingKeyAgeH: 12.5, macVerify: "fail" }),
    { "key.master_key_present": true, "key.working_key_age_h": 12.5, "key.mac_verify": "fail" },
  ],
  [
    "session",
    () => terminal.session({ signInCode: "00", processingRequest: 3, settleFirst: true, clockSkewS: -70 }),
    { "host.signin_rc": "00", "host.header_proc_req": 3, "sw.settle_first": true, "clock.skew_s": -70 },
  ],
  [
    "way to the host",
    () => terminal.host({ name: "ok", connect: "refused", tls: "not_used", settingsChangedH: 2 }),
    { "net.dns_resolve": "ok", "net.tcp_host": "refused", "host.tls": "not_used", "net.config_changed_h": 2 },
  ],
  [
    "software",
    () => terminal.software({ version: "3.2.0", minRequired: "3.0.0", changedH: 5, parametersChangedH: 700 }),
    {
      "sw.app_version": "3.2.0",
      "sw.min_required_version": "3.0.0",
      "sw.app_version_changed_h": 5,
      "sw.param_changed_h": 700,
    },
  ],
  [
    "place",
    () => terminal.place({ tamper: "none", shiftKm: 31 }),
    { "device.tamper": "none", "device.geo_shift_km": 31 },
  ],
  ["payment", () => terminal.paymentRunning(false), { "txn.running": false }],
  ["reversal", () => terminal.reversal("sent", 2), { "txn.reversal_state": "sent", "txn.reversal_attempts": 2 }],
] as const) {
  test(`${what}: one message, every value taken`, () => {
    tell();
    assert.equal(take(), [signals]);
  });
}

test("what is not known is not said, and nothing throws", () => {
  terminal.keys({ workingKeyAgeH: 3 });
  terminal.reversal("ok");
  terminal.session({});
  Reflect.apply(terminal.keys, terminal, []);
  assert.equal(take(), [{ "key.working_key_age_h": 3 }, { "txn.reversal_state": "ok" }, "refused"]);
});

test.run();
