import { isRight } from "../bench/confusion.ts";
import { assert, suite } from "../front-door/suite.ts";
import { liveThrough, type Outcome } from "../support/shop-life.ts";
import { wayFaults } from "./network/faults.ts";
import { hostFaults } from "./network/host-faults.ts";

/** Near misses side by side; all rows: `npm run bench -- confusion`. */
const chosen: readonly string[] = [
  "nothing, by cable",
  "cable pulled",
  "router dead, link up",
  "line behind the router cut",
  "login page",
  "Wi-Fi password changed",
  "name server silent",
  "port of the host dropped by the router",
  "host black-holed, by both ways",
  "port mistyped",
  "TLS: expired",
  "TLS: clock a year behind",
];

const faults = [...wayFaults, ...hostFaults].filter(({ name }) => chosen.includes(name));
const needs = ["ip", "nft", "ping", "curl", "faketime", "namespaces"];
const test = suite("what is wrong on the way to the host, by real packets", { timeoutMs: 150_000, needs });
const lives = new Map<string, Outcome>();

// Each lives in a shop of its own, and all of them wait most of the time.
test.before(async () => {
  const all = await Promise.all(faults.map((fault) => liveThrough(fault, 7)));
  for (const life of all) lives.set(life.fault.name, life);
});

test("every fault that is named here exists", () => {
  assert.equal(faults.map(({ name }) => name).toSorted(), chosen.toSorted());
});

for (const { name, verdict } of faults) {
  test(`${name} → ${verdict ?? "nothing to say"}`, () => {
    const life = lives.get(name);
    assert.ok(life && isRight(life), life && `${life.all.join(", ")} | ${life.thought.join(", ")}\n${life.story}`);
  });
}

test.run();
