import { examine, hastyNumber } from "../../src/ipc/examine.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("ipc/examine");

const say = (data: unknown, type = "posdiag.tell") => examine(JSON.stringify({ type, data }));
const refusedAs = (text: string) => {
  const examined = examine(text);
  return examined.kind === "refused" ? examined.refused : undefined;
};

test("what is clean is written anew, without the id that node-ipc would keep", () => {
  const examined = say({ request: 3, id: { toString: 1 }, "txn.rc": "51" });
  assert.is(examined.kind, "clean");
  assert.is(
    examined.kind === "clean" && examined.frame,
    '{"type":"posdiag.tell","data":{"request":3,"txn.rc":"51"}}\f',
  );
});

test("a level and an amount beside each other are no card number", () => {
  assert.is(say({ "txn.amount_fen": 41_111_111, request: 11_111_111 }).kind, "clean");
  assert.is(say({ "clock.skew_s": 0.1 + 0.2 }).kind, "clean");
});

test("a card number in a name that is there twice is found although JSON.parse drops it", () => {
  assert.is(
    refusedAs('{"type":"posdiag.observe","data":{"signal":"4111 1111 1111 1111","signal":"txn.rc","value":"51"}}'),
    "card_data",
  );
});

test("no frame is read that is longer, deeper or wider than any message", () => {
  assert.is(refusedAs(`{"type":"posdiag.tell","data":{"x":"${"y".repeat(16_400)}"}}`), "too_large");
  assert.is(refusedAs(`{"type":"posdiag.tell","data":${"[".repeat(9_000)}`), "malformed");
  const wide = Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`k${at}`, at]));
  assert.is(refusedAs(JSON.stringify({ type: "posdiag.tell", data: wide })), "malformed");
});

test("the number of a message that is not read is only taken from a short one", () => {
  assert.is(hastyNumber('{"type":"posdiag.alive","data":{"request":77}}'), 77);
  assert.is(hastyNumber('{"type":"posdiag.alive","data":{"request":4294967296}}'), null);
  assert.is(hastyNumber('{"type":"posdiag.alive","data":{}}'), null);
  assert.is(hastyNumber(`{"data":{"request":7}}${" ".repeat(2_000)}`), null);
});

test.run();
