import { isAside, isShared } from "../../src/diagnose/ways.ts";
import { catalogue } from "../../src/faults/index.ts";
import type { Diagnosis } from "../../src/model/case.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import { createThinker } from "../../src/think.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the way in use");

test("what needs other equipment is aside, and nothing is while the way is not known", () => {
  assert.is(isAside(["cellular"], "cable"), true);
  assert.is(isAside(["lan"], "wifi"), false);
  assert.is(isAside(["ethernet"], "wifi"), true);
  assert.is(isAside([undefined], "cable"), false);
  assert.is(isAside(["cellular"], undefined), false);
});

test("signals of net, host and txn are of whichever way is in use", () => {
  assert.is(isShared({ signal: "net.tcp_host", is: ["timeout"] }), true);
  assert.is(isShared({ signal: "sim.state", is: ["absent"] }), false);
  assert.is(
    isShared({
      any: [
        { signal: "net.rtt_ms", above: 1 },
        { signal: "lan.dhcp", is: ["nak"] },
      ],
    }),
    false,
  );
});

/** Nothing gets out, the modem has no card, and the default route leads over this interface. */
function diagnose(iface: string): Diagnosis {
  const thinker = createThinker({
    catalogue,
    capabilities: new Set(["cellular", "lan", "ethernet"]),
    holdMs: 86_400_000,
  });
  const at = (atMs: number): Reading[] => [
    reading("net.default_iface", iface, atMs),
    reading("sim.state", "absent", atMs),
    reading("lan.link_carrier", "up", atMs),
    reading("net.ip_assigned", true, atMs),
    reading("net.gateway_ping", "ok", atMs),
    reading("net.internet_probe", "fail", atMs),
    reading("net.tcp_host", "timeout", atMs),
    reading("net.dns_resolve", "timeout", atMs),
    reading("net.dns_alt_resolve", "timeout", atMs),
    reading("txn.outcome", "aborted", atMs),
  ];
  thinker.see([-9_000, -6_000, -3_000].flatMap(at));
  return thinker.think(0).diagnosis;
}

const probability = ({ verdicts }: Diagnosis, fault: string) =>
  verdicts.find((verdict) => verdict.fault === fault)?.probability ?? 0;

test("a missing card explains a dead way by the modem, and not one by the cable", () => {
  const byModem = diagnose("wwan0");
  // A dead module, and a thief, make a card seem missing as well; and an address beside it is odd.
  assert.ok(probability(byModem, "sim.absent") > 0.75);
  assert.ok(probability(byModem, "net.isp_outage") < 0.1);
  const byCable = diagnose("eth0");
  assert.ok(probability(byCable, "net.isp_outage") > 0.8);
  // It is missing all the same.
  assert.ok(probability(byCable, "sim.absent") > 0.7);
});

test.run();
