import { createReader } from "../../src/client/reader.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createSaid } from "./said.ts";

const test = suite("card reader in the words of the application");

const { say, take } = createSaid();
const reader = createReader(say);

test("each event is its own signal", () => {
  reader.chip("mute");
  reader.contactless("activate_failed");
  reader.contactlessOutcome("tryAgain");
  reader.stripe("lrc_error");
  reader.status("error");
  assert.equal(take(), [
    { "reader.icc_event": "mute" },
    { "reader.nfc_event": "activate_failed" },
    { "reader.contactless_outcome": "tryAgain" },
    { "reader.mag_event": "lrc_error" },
    { "reader.status": "error" },
  ]);
});

test("a status word of 63CX also tells how often the PIN may still be tried", () => {
  reader.statusWord("6a82");
  reader.statusWord("63C2");
  reader.statusWord("63c0");
  assert.equal(take(), [
    { "reader.icc_sw": "6A82" },
    { "reader.icc_sw": "63C2", "txn.pin_tries_left": 2 },
    { "reader.icc_sw": "63C0", "txn.pin_tries_left": 0 },
  ]);
});

test("verification results become the flags that are set, and none says nothing", () => {
  reader.verification("0040008000");
  reader.verification("0000000000");
  assert.equal(take(), [{ "reader.tvr_bits": "B2b7,B4b8" }]);
});

test("what fits nothing is refused and throws nothing", () => {
  Reflect.apply(reader.statusWord, reader, [undefined]);
  reader.statusWord("9000 and what came with it");
  reader.verification("5F24");
  Reflect.apply(reader.chip, reader, ["dirty"]);
  assert.equal(take(), ["refused", "refused", "refused", "refused"]);
});

test.run();
