/** Answers of a real pcscd, and what happened between two of them. */
import { changes } from "../../../src/probes/reader/changes.ts";
import { decodeStates, type ReaderState, statesBytes } from "../../../src/probes/reader/states.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { captured } from "./captured.ts";

const test = suite("card readers: states");

function look(which: keyof typeof captured): ReaderState {
  const answer = Buffer.alloc(statesBytes);
  answer.write(captured[which], "hex");
  const [state, ...others] = decodeStates(answer) ?? [];
  assert.is(others.length, 0);
  if (!state) throw new Error("no reader in the capture");
  return state;
}

const mute = look("mute");

test("inserted, removed and mute are told apart", () => {
  assert.is(look("empty").name, "Virtual PCD 00 00");
  assert.equal(changes(look("empty"), look("inserted")), ["inserted", "powered"]);
  assert.equal(changes(look("inserted"), look("removed")), ["removed"]);
  assert.equal(changes(look("removed"), mute), ["inserted", "mute"]);
});

test("what came and went between two looks is not lost", () => {
  assert.equal(changes(look("inserted"), mute), ["removed", "inserted", "mute"]);
  assert.equal(changes(look("empty"), look("removed")), ["inserted", "removed"]);
  assert.equal(changes(mute, mute), []);
});

test("an answer of another length is another protocol; no readers is an answer", () => {
  assert.is(decodeStates(Buffer.alloc(statesBytes - 1)), undefined);
  assert.equal(decodeStates(Buffer.alloc(statesBytes)), []);
});

test.run();
