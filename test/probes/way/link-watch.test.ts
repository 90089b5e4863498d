/** The rungs of the terminal's own side against a real kernel: a terminal between two routers, each in a namespace. */
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { systemClock } from "../../../src/base/clock.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { loader } from "../../support/loader.ts";

const test = suite("the way, on a real kernel", { needs: ["ip", "ping", "curl"], timeoutMs: 15_000 });

const [terminal, router, other] = ["terminal", "router", "other"].map((name) => `posdiag-${process.pid}-${name}`);
const ip = (...words: readonly string[]): void => void execFileSync("ip", words.join(" ").split(" "));
/** Answers by both routers, and only there. */
const host = "203.0.113.5";

/** A cable from the terminal to a router; both ends up, the terminal at .2 and the router at .1. */
function plug(end: string, to: string | undefined, net: string): void {
  ip(`link add ${end} netns ${terminal} type veth peer name up0 netns ${to}`);
  ip(`-n ${terminal} addr add ${net}.2/24 dev ${end}`);
  ip(`-n ${to} addr add ${net}.1/24 dev up0`);
  ip(`-n ${to} addr add ${host}/32 dev lo`);
  for (const [place, device] of [
    [terminal, end],
    [to, "up0"],
    [to, "lo"],
  ])
    ip(`-n ${place} link set ${device} up`);
}

let climber: ChildProcessWithoutNullStreams;
let answers: AsyncIterator<string>;

test.before(() => {
  for (const name of [terminal, router, other]) ip(`netns add ${name}`);
  plug("eth0", router, "192.0.2");
  plug("wlan0", other, "198.51.100");
  ip(`-n ${terminal} route add default via 192.0.2.1`);
  ip(`-n ${terminal} route add default via 198.51.100.1 metric 100`);
  const script = fileURLToPath(new URL("rungs-here.ts", import.meta.url));
  climber = spawn("ip", [..."netns exec".split(" "), `${terminal}`, process.execPath, "--import", loader, script]);
  answers = createInterface({ input: climber.stdout })[Symbol.asyncIterator]();
});
test.after(async () => {
  climber.stdin.end();
  await once(climber, "close");
  for (const name of [terminal, router, other]) ip(`netns del ${name}`);
});

async function climb(words: string): Promise<Readonly<Record<string, unknown>>> {
  climber.stdin.write(`${words}\n`);
  const { value } = await answers.next();
  return JSON.parse(value);
}
const some = (values: Readonly<Record<string, unknown>>, ...signals: readonly string[]): readonly unknown[] =>
  signals.map((signal) => values[signal]);
const routerSays = async (): Promise<readonly unknown[]> =>
  some(await climb("gateway"), "net.gateway_ping", "lan.arp_gateway", "lan.gateway_loss_pct");

/** The kernel tells of a carrier with a delay of its own (net/core/link_watch.c). */
async function linksUntil(carrier: "up" | "down"): Promise<Readonly<Record<string, unknown>>> {
  for (;;) {
    const values = await climb("links");
    if (values["lan.link_carrier"] === carrier) return values;
    await systemClock.sleep(50);
  }
}

test("a healthy way, then what goes wrong with it, step by step", async () => {
  const own = ["net.default_iface", "net.usable_ifaces", "lan.link_carrier", "lan.link_flaps_10min", "net.ip_assigned"];
  assert.equal(some(await climb("links"), ...own), ["eth0", 2, "up", 0, true]);
  assert.equal(await routerSays(), ["ok", "ok", 0]);
  // Nothing listens at the host: it refuses, and has been reached.
  assert.equal(await climb(`other ${host}`), { "net.tcp_host_other_path": "refused" });

  execFileSync("ip", `netns exec ${router} sysctl -qw net.ipv4.icmp_echo_ignore_all=1`.split(" "));
  assert.equal(await routerSays(), ["absent", "ok", "absent"], "a router that drops echoes");

  ip(`-n ${router} addr del 192.0.2.1/24 dev up0`);
  assert.equal(await routerSays(), ["fail", "absent", 100], "a router that has just died");
  ip(`-n ${terminal} neigh flush dev eth0`);
  assert.equal(await routerSays(), ["fail", "incomplete", 100], "a router that ARP does not find any more");

  ip(`-n ${router} link set up0 down`);
  assert.equal(some(await linksUntil("down"), ...own), ["eth0", 1, "down", 1, "absent"], "the cable is out");
  ip(`-n ${router} link set up0 up`);
  assert.equal(some(await linksUntil("up"), ...own), ["eth0", 2, "up", 1, true], "and in again");

  ip(`-n ${other} link set up0 down`);
  assert.equal(await climb("links").then(() => climb(`other ${host}`)), { "net.tcp_host_other_path": "absent" });
});

test.run();
