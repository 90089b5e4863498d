import { isAgentError } from "../../src/base/errors.ts";
import { isTopicName, leaves, parseTopic, topicOf, upFilters } from "../../src/uplink/topics.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("uplink/topics");
const name = { tenant: "shop-8", serial: "SN_00.42" };

test("every topic that is built is parsed to what it was built from", () => {
  for (const leaf of leaves) assert.equal(parseTopic(topicOf(name, leaf)), { ...name, leaf });
  assert.is(topicOf(name, "up/evt"), "pos/v1/shop-8/SN_00.42/up/evt");
});

test("what is no part of a topic is refused: empty, too long, wildcards, separators, control characters", () => {
  const bad = ["", "x".repeat(65), "a/b", "+", "#", "a+", "$SYS ", "a b", "a\u0000", "终端"];
  for (const serial of bad) {
    assert.not(isTopicName(serial), serial);
    assert.throws(
      () => topicOf({ ...name, serial }, "up/evt"),
      (error: unknown) => isAgentError(error, "CONFIG_INVALID"),
    );
  }
});

test("a name that could be a card number is refused", () => {
  assert.not(isTopicName("622202123456"));
  assert.ok(isTopicName("62220212345"));
});

test("foreign topics are not parsed", () => {
  const foreign = [
    "",
    "pos",
    "pos/v2/t/s/up/evt",
    "pos/v1/t/s/up",
    "pos/v1/t/s/up/evt/x",
    "pos/v1//s/up/evt",
    "x/v1/t/s/up/evt",
  ];
  for (const topic of foreign) assert.is(parseTopic(topic), undefined, topic);
});

test("filters name one terminal, one tenant or all", () => {
  assert.equal(upFilters(name), ["pos/v1/shop-8/SN_00.42/up/+", "pos/v1/shop-8/SN_00.42/state/+"]);
  assert.equal(upFilters({ tenant: "shop-8" }), ["pos/v1/shop-8/+/up/+", "pos/v1/shop-8/+/state/+"]);
  assert.equal(upFilters({}), ["pos/v1/+/+/up/+", "pos/v1/+/+/state/+"]);
  assert.throws(() => upFilters({ serial: "#" }));
});

test.run();
