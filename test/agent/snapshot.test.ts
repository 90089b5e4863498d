import { snapshotOf } from "../../src/agent/snapshot.ts";
import { absent, reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what else was measured");

const newest = [
  reading("modem.rsrp_dbm", -85, 0),
  reading("net.tcp_host", "refused", 0),
  reading("txn.outcome", "aborted", 0),
  reading("printer.state", "ok", 0),
  reading("compare.icc_cards", "one_card", 0),
  reading("compare.mag_cards", "none", 0),
  absent("sim.state", 0),
];

test("a link that is down is told with the link, a printer with the terminal, a payment's end with both", () => {
  assert.equal(
    snapshotOf("host.down", newest).map(({ signal }) => signal),
    ["modem.rsrp_dbm", "net.tcp_host", "txn.outcome"],
  );
  assert.equal(
    snapshotOf("printer.fault", newest).map(({ signal }) => signal),
    ["txn.outcome", "printer.state", "compare.icc_cards"],
  );
});

test.run();
