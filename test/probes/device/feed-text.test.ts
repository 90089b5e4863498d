import { readFileSync } from "node:fs";
import { readFeed } from "../../../src/probes/device/feed-text.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("probes/device/feed-text");
const none = () => false;

test("the example of its document is taken whole", () => {
  const document = readFileSync(new URL("../../../docs/feed.md", import.meta.url), "utf8");
  const [, example = ""] = /```json\n([\s\S]*?)```/.exec(document) ?? [];
  const read = readFeed(example, none);
  assert.is(read.kind, "feed");
  if (read.kind !== "feed") return;
  assert.equal(read.passedOver, []);
  assert.ok(read.signals.size > 5 && Object.keys(read.totals).length > 5);
});

test("what the agent counts itself is not taken from it, nor anything of a payment", () => {
  const names = [
    "device.uptime_s",
    "power.mains_losses_24h",
    "sw.app_too_old",
    "txn.card_ref",
    "net.tcp_host",
    "clock.skew_s",
  ];
  const read = readFeed(JSON.stringify({ feed: 1, signals: Object.fromEntries(names.map((name) => [name, 1])) }), none);
  assert.equal(
    read.kind === "feed" && read.passedOver,
    names.map((name) => `${name}: unknown_signal`),
  );
});

test("who is asked about card data decides, and sees names and values at any depth", () => {
  const seen: unknown[] = [];
  const read = readFeed('{"feed":1,"signals":{"a":{"b":["c"]}}}', (value) => seen.push(value) > 0);
  assert.equal([read, seen], [{ kind: "refused", why: "card_data" }, [{ feed: 1, signals: { a: { b: ["c"] } } }]]);
});

test.run();
