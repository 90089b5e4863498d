import { signOf, textOf } from "../../src/faults/text.ts";
import type { AuditHead } from "../../src/model/command.ts";
import { encodeBirth, encodeReport } from "../../src/report/encode.ts";
import { createAuditMemory } from "../../src/support/audit-memory.ts";
import { doubtLine, doubtText } from "../../src/support/audit-text.ts";
import { type Heard, open } from "../../src/support/inbox.ts";
import { lineOf } from "../../src/support/line.ts";
import { textOfMessage } from "../../src/support/text.ts";
import { assert, suite } from "../front-door/suite.ts";
import { stamp, terminal } from "../report/samples.ts";

const test = suite("support/audit-memory");

const head = (lines: number, digit: string): AuditHead => ({ lines, hash: digit.repeat(64) });
const on = (leaf: string, payload: Uint8Array, retained = false): Heard =>
  open({ topic: `pos/v1/shop-8/SN-0042/${leaf}`, payload, retained });
const birth = (audit: AuditHead | undefined, retained = false) =>
  on("state/birth", encodeBirth({ boot: stamp.boot, terminal, firstSeq: 1, nextSeq: 2, audit }, stamp), retained);

function ended(audit: AuditHead): Heard {
  const update = { id: "ab".repeat(16), state: "succeeded", reason: "", step: "", result: undefined, audit } as const;
  return on("up/res", encodeReport({ stamp, body: { kind: "command", update } }));
}

function beat(audit: AuditHead): Heard {
  const data = { monthBytes: 0, dayBytes: 0, budgetBytes: 0, rung: "full", reason: "none", uses: {} } as const;
  const beating = { uptimeS: 1, rssKb: 1, waiting: 0, dropped: 0, keepaliveS: 600, data };
  const heartbeat = { ...beating, audit: { head: audit.hash.slice(0, 16), count: audit.lines } };
  return on("up/met", encodeReport({ stamp, body: { kind: "heartbeat", heartbeat } }));
}

test("a log that grows is in order, whoever tells of it", () => {
  const memory = createAuditMemory();
  const course = [birth(undefined), ended(head(2, "a")), beat(head(3, "b")), birth(head(3, "b")), birth(head(7, "c"))];
  for (const message of course) assert.is(memory.hear(message), undefined);
});

test("newest lines that were taken away, a line that was changed, and a log that is gone, are told once each", () => {
  const memory = createAuditMemory();
  memory.hear(ended(head(4, "a")));
  assert.equal(memory.hear(birth(head(3, "b"))), { kind: "shorter", heard: head(4, "a") });
  assert.is(memory.hear(birth(head(3, "b"))), undefined);
  assert.equal(memory.hear(birth(head(3, "c"))), { kind: "changed", heard: head(3, "b") });
  assert.equal(memory.hear(birth(undefined)), { kind: "shorter", heard: head(3, "c") });
  assert.is(memory.hear(birth(head(1, "d"))), undefined);
});

test("a beat's beginning of a hash is enough to notice, and the whole one replaces it", () => {
  const memory = createAuditMemory();
  memory.hear(beat(head(4, "a")));
  assert.is(memory.hear(birth(head(4, "a"))), undefined);
  memory.hear(beat(head(5, "b")));
  const doubt = memory.hear(birth(head(5, "c")));
  assert.equal(doubt, { kind: "changed", heard: { lines: 5, hash: "b".repeat(16) } });
});

test("what the broker has kept, what came late, and another terminal, say nothing against it", () => {
  const memory = createAuditMemory();
  memory.hear(ended(head(9, "a")));
  for (const late of [birth(head(3, "b"), true), birth(undefined, true), ended(head(2, "c")), beat(head(1, "d"))]) {
    assert.is(memory.hear(late), undefined);
  }
  assert.is(
    memory.hear({ ...birth(head(1, "e")), from: { tenant: "shop-9", serial: "x", leaf: "state/birth" } }),
    undefined,
  );
});

test("people and programs see how far it goes, and what speaks against it", () => {
  const vocabulary = { language: "en", colour: false, textOf, signOf } as const;
  const text = (heard: Heard) => textOfMessage(heard, { nowMs: 0, unreadable: 0 }, vocabulary);
  const shown = `audit log 4 lines, head ${"a".repeat(16)}`;
  for (const heard of [birth(head(4, "a")), ended(head(4, "a")), beat(head(4, "a"))]) assert.match(text(heard), shown);
  assert.not.match(text(birth(undefined)), "audit");
  assert.equal(JSON.parse(lineOf(birth(head(4, "a")), 0)).audit, head(4, "a"));
  const doubt = { kind: "shorter", heard: head(4, "a") } as const;
  assert.match(doubtText(doubt, birth(undefined), "en"), /shop-8\/SN-0042 {2}AUDIT LOG CUT SHORT.* 4 lines.*aaaa/);
  assert.match(doubtText(doubt, birth(undefined), "zh-CN"), /审计日志被截短：此前有4行/);
  const told = JSON.parse(doubtLine(doubt, birth(undefined)));
  assert.equal([told.kind, told.terminal, told.doubt, told.heard.lines], ["audit_doubt", "SN-0042", "shorter", 4]);
});

test.run();
