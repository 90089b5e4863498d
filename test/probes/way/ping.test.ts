import { systemClock } from "../../../src/base/clock.ts";
import { measureQuality, pingAnswerIn, pingHost } from "../../../src/probes/way/ping.ts";
import { type RunTool, runTool } from "../../../src/probes/way/tool.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { valuesOf } from "./values.ts";

const test = suite("ping");

/** iputils 20221126, busybox 1.35, and toybox as in Android 13. */
const iputils = `PING 192.0.2.1 (192.0.2.1) from 192.0.2.2 eth0: 56(84) bytes of data.

--- 192.0.2.1 ping statistics ---
3 packets transmitted, 3 received, 0% packet loss, time 406ms
rtt min/avg/max/mdev = 0.054/0.314/0.834/0.367 ms
`;
const busybox = `PING 192.0.2.1 (192.0.2.1): 56 data bytes

--- 192.0.2.1 ping statistics ---
3 packets transmitted, 2 packets received, 33% packet loss
round-trip min/avg/max = 26.600/31.250/35.900 ms
`;
const toybox = `Ping 192.0.2.1 (192.0.2.1): 56(84) bytes.

--- 192.0.2.1 ping statistics ---
5 packets transmitted, 4 received, 20% packet loss
round-trip min/avg/max = 11/12/14 ms
`;
const silent = `PING 192.0.2.77 (192.0.2.77) from 192.0.2.2 eth0: 56(84) bytes of data.

--- 192.0.2.77 ping statistics ---
3 packets transmitted, 0 received, +3 errors, 100% packet loss, time 2027ms
pipe 3
`;

test("the three programs that there are say the same in their words", () => {
  assert.equal(pingAnswerIn(iputils), { kind: "answered", lossPct: 0, rttMs: 0.3 });
  assert.equal(pingAnswerIn(busybox), { kind: "answered", lossPct: 33, rttMs: 31.3 });
  assert.equal(pingAnswerIn(toybox), { kind: "answered", lossPct: 20, rttMs: 12 });
  assert.equal(pingAnswerIn(silent), { kind: "silent" });
});

test("an echo that came twice is no negative loss", () => {
  const twice = iputils.replace("3 received, 0%", "3 received, +2 duplicates, 0%").replace("3 received", "5 received");
  assert.equal(pingAnswerIn(twice), { kind: "answered", lossPct: 0, rttMs: 0.3 });
});

test("where nothing was sent nothing is known", () => {
  const refusals = [
    "ping: permission denied (are you root?)\n",
    "ping: connect: Network is unreachable\n",
    "ping: SO_BINDTODEVICE nix: No such device\n",
    "ping: invalid option -- 'i'\nBusyBox v1.22.1 multi-call binary.\n",
    "PING 10.0.0.1 (10.0.0.1): 56 data bytes\nping: sendto: Network is unreachable\n",
    "0 packets transmitted, 0 received",
    "",
  ];
  for (const text of refusals) assert.equal(pingAnswerIn(text), { kind: "unable" }, text);
});

const errand = (run: RunTool) => ({ address: "203.0.113.9", by: undefined, run, clock: systemClock });

test("a host that answers no echoes fails; a path to one cannot be measured", async () => {
  const run: RunTool = async () => ({ kind: "done", code: 1, text: silent });
  assert.equal(valuesOf(await pingHost(errand(run))), { "net.host_ping": "fail" });
  assert.equal(valuesOf(await measureQuality(errand(run))), { "net.loss_pct": "absent", "net.rtt_ms": "absent" });
});

test("without ping, or with one that hangs, everything is absent", async () => {
  for (const answer of [{ kind: "missing" }, { kind: "timeout" }] as const) {
    const run: RunTool = async () => answer;
    assert.equal(valuesOf(await pingHost(errand(run))), { "net.host_ping": "absent" });
    assert.equal(valuesOf(await measureQuality(errand(run))), { "net.loss_pct": "absent", "net.rtt_ms": "absent" });
  }
});

test("the interface, the number and the family are asked for", async () => {
  const asked: string[] = [];
  const run: RunTool = async (program, args, { timeoutMs }) => {
    asked.push([program, ...args, timeoutMs].join(" "));
    return { kind: "missing" };
  };
  await measureQuality({ address: "2001:db8::1", by: "eth0", run, clock: systemClock });
  assert.equal(asked, ["ping -6 -q -c 5 -i 0.2 -W 4 -I eth0 2001:db8::1 6000"]);
});

test.run();

const real = suite("ping, the programs themselves", { needs: ["ping"] });

real("this machine answers, by IPv4 and by its loopback", async () => {
  const local = { address: "127.0.0.1", by: "lo", run: runTool, clock: systemClock };
  assert.equal(valuesOf(await pingHost(local)), { "net.host_ping": "ok" });
  const { "net.loss_pct": loss, "net.rtt_ms": rtt } = valuesOf(await measureQuality(local));
  assert.is(loss, 0);
  assert.type(rtt, "number");
});

real.run();
