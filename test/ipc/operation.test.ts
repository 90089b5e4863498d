import { readOperation } from "../../src/ipc/operation.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("ipc/operation");

test("what is left out is filled in: the merchant, no note, a working day", () => {
  assert.equal(readOperation({ alarm: 3, action: "ack" }), {
    alarm: 3,
    action: "ack",
    by: "merchant",
    note: "",
    hours: 8,
  });
});

test("all of it is taken as it was said, without the spaces around a note", () => {
  const said = { alarm: 1, action: "shelve", by: "support", note: " 换卡 2 h ", hours: 168 };
  assert.equal(readOperation(said), { ...said, note: "换卡 2 h" });
});

for (const [why, change, refused] of [
  ["no number of an alarm", { alarm: undefined }, "malformed"],
  ["a number that is none", { alarm: 1.5 }, "malformed"],
  ["the number nought", { alarm: 0 }, "malformed"],
  ["an action that there is not", { action: "delete" }, "malformed"],
  ["a name for who", { by: "Mr Wang" }, "malformed"],
  ["a field too many", { severity: "minor" }, "malformed"],
  ["hours out of range", { hours: 169 }, "bad_value"],
  ["half hours", { hours: 1.5 }, "bad_value"],
  ["a note that is too long", { note: "x".repeat(81) }, "bad_value"],
  ["a note that steers the screen", { note: "\u001b[2J" }, "bad_value"],
  ["a note that turns the text around", { note: "\u202eabc" }, "bad_value"],
  ["a note that is no text", { note: 5 }, "bad_value"],
  ["a card number", { note: "card 4111 1111 1111 1111" }, "card_data"],
  ["a telephone number", { note: "call 13812345678" }, "card_data"],
  ["a name with its value", { note: "cvv=123" }, "card_data"],
] as const) {
  test(`${why} is refused: ${refused}`, () => {
    assert.is(readOperation({ alarm: 1, action: "ack", ...change }), refused);
  });
}

test.run();
