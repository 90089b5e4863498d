import { ageAmong, formatSeen, readSeen, withSeen } from "../../src/last-resort/seen.ts";
import { assert, suite } from "../front-door/suite.ts";
import { other, terminal } from "./bench.ts";

const test = suite("codes that were read before");

test("an older one is told by how much, the same as the same, and each terminal for itself", () => {
  const seen = withSeen(withSeen(new Map(), terminal, 500), other, 900);
  assert.equal(ageAmong(seen, terminal, 501), { kind: "newest" });
  assert.equal(ageAmong(seen, terminal, 500), { kind: "again" });
  assert.equal(ageAmong(seen, terminal, 440), { kind: "older", byMinutes: 60 });
  assert.equal(ageAmong(new Map(), terminal, 1), { kind: "newest" });
  assert.equal(withSeen(seen, terminal, 3), seen, "an old one does not take the place of the newest");
});

test("what is kept is read again; lines that are none are passed over", () => {
  const seen = withSeen(withSeen(new Map(), terminal, 500), other, 900);
  assert.equal(readSeen(`# nothing\n${formatSeen(seen)}acme/x\n`), seen);
});

test.run();
