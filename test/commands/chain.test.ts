import { type AuditEvent, nextLine, origin, verifyChain } from "../../src/commands/chain.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("commands/chain");

const events: readonly AuditEvent[] = [
  { event: "taken", id: "a1", verb: "hold", who: "anna", key: "k1" },
  { event: "ended", id: "a1", verb: "hold", who: "anna", key: "k1", state: "succeeded" },
  { event: "rejected", reason: "bad_signature", untold: 3 },
  { event: "refused", id: "a2", verb: "recover", who: "boris", key: "k2", reason: "not_allowed" },
  { event: "ended", id: "a3", verb: "bundle", who: "anna", key: "k1", state: "timed_out" },
];

function chainOf(list: readonly AuditEvent[]): readonly string[] {
  let head = origin;
  return list.map((event) => {
    const next = nextLine(head, event, { at: "2026-11-27T12:00:00Z", monoS: 60 });
    head = next.head;
    return next.line;
  });
}

test("a chain that nobody touched holds, also from the middle on", () => {
  const lines = chainOf(events);
  const whole = verifyChain(lines);
  assert.ok(whole.kind === "whole" && whole.head.lines === 5 && whole.first === 1);
  const rest = verifyChain(lines.slice(2));
  assert.ok(rest.kind === "whole" && rest.head.lines === 5 && rest.first === 3);
  assert.equal(verifyChain([]), { kind: "whole", first: 0, head: origin });
});

test("any character of any line but the last, changed, breaks it at that line or the next; of the last the hash is another", () => {
  const lines = chainOf(events);
  const before = verifyChain(lines);
  for (const [at, line] of lines.entries()) {
    for (let place = 0; place < line.length; place += 1) {
      const changed = `${line.slice(0, place)}${line[place] === "x" ? "y" : "x"}${line.slice(place + 1)}`;
      const verified = verifyChain(lines.with(at, changed));
      if (verified.kind === "whole") {
        assert.is(at, lines.length - 1, changed);
        assert.ok(before.kind === "whole" && verified.head.hash !== before.head.hash);
      } else assert.ok(verified.place === at + 1 || verified.place === at + 2, changed);
    }
  }
});

test("a line taken away, put in, doubled or moved breaks it", () => {
  const lines = chainOf(events);
  const [a = "", b = "", c = "", d = "", e = ""] = lines;
  const [stranger = ""] = chainOf([{ event: "taken", id: "eve" }]);
  for (const changed of [
    [a, c, d, e],
    [a, b, b, c, d, e],
    [a, c, b, d, e],
    [a, b, stranger, c, d, e],
    [stranger, b, c],
  ]) {
    assert.is(verifyChain(changed).kind, "broken", changed.join("\n"));
  }
  assert.is(verifyChain([a, b, "", c]).kind, "broken");
  // The newest lines, cut off, are missed only by who has heard the head.
  assert.is(verifyChain([a, b, c]).kind, "whole");
});

test.run();
