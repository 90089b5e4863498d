import { type Alarm, bounds } from "../../src/alarms/alarm.ts";
import { decodeFile, encodeFile } from "../../src/alarms/file-text.ts";
import { Inventory, type Kept, nothingKept } from "../../src/alarms/inventory.ts";
import { checksumOf } from "../../src/base/checksum.ts";
import { longestNote } from "../../src/model/alarm.ts";
import { assert, suite } from "../front-door/suite.ts";
import { after, hourMs, minuteMs, raiseOf, unset } from "./samples.ts";

const test = suite("alarms/file-text");

function some(): Kept {
  const inventory = new Inventory({ ...nothingKept, forgotten: 3 });
  inventory.raise(raiseOf("cell.no_service"), after(0));
  inventory.change("cell.no_service", raiseOf("sim.absent", "critical"), after(1_000));
  inventory.operate({ alarm: 1, action: "shelve", by: "merchant", note: "换卡", hours: 12 }, after(2_000));
  inventory.raise(raiseOf("printer.paper_out", "minor"), unset(0));
  inventory.clear("printer.paper_out", unset(1_000));
  const [first] = inventory.all();
  if (first) inventory.put({ ...first, told: { at: first.created, severity: "critical" }, untold: 2 });
  return inventory.kept();
}

/** As it is after a restart: the monotonic clock of another run says nothing. */
const withoutMono = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, item: unknown) => (name === "monoMs" ? null : item)));

const sealed = (inventory: object) => JSON.stringify({ version: 1, checksum: checksumOf(inventory), inventory });

test("what is written is read again, to the second, with how far the clock could be trusted", () => {
  const text = encodeFile(some());
  assert.equal(decodeFile(text), withoutMono(some()));
  assert.match(text, '"2026-11-27T05:30:00Z ntp"');
  assert.match(text, '"undated"');
});

test("half a file, a flipped letter, another version and another program's file are not ours", () => {
  const text = encodeFile(some());
  const others = [
    text.slice(0, text.length / 2),
    text.replace("sim.absent", "sim.absenu"),
    text.replace('"version":1', '"version":2'),
    "",
    "[]",
    "null",
    '{"version":1}',
  ];
  for (const other of others) assert.is(decodeFile(other), undefined, other.slice(0, 40));
});

test("an entry that does not fit is passed over, the others stand", () => {
  const [good] = some().alarms;
  const bad: readonly unknown[] = [
    null,
    7,
    {},
    { ...good, id: 0 },
    { ...good, fault: "" },
    { ...good, severity: "cleared" },
  ];
  const kept = decodeFile(
    sealed({ nextId: 9, forgotten: 0, alarms: [...bad, JSON.parse(encodeFile(some())).inventory.alarms[0]] }),
  );
  assert.equal(
    kept?.alarms.map(({ fault }) => fault),
    [good?.fault],
  );
});

test("a list that is longer than it may be is cut, and so is a note", () => {
  const alarms = Array.from({ length: bounds.alarms + 9 }, (_, at) => ({
    ...{ id: at + 1, fault: `made.up_${at}`, severity: "major" },
    raises: Array.from({ length: 99 }, () => "2026-11-27T05:30:00Z ntp"),
    operations: [{ at: "undated", state: "ack", by: "support", note: "x".repeat(500), hours: 0 }],
  }));
  const kept = decodeFile(sealed({ nextId: 99, forgotten: 0, alarms }));
  assert.equal([kept?.alarms.length, kept?.alarms[0]?.fault], [bounds.alarms, "made.up_9"]);
  assert.is(kept?.alarms[0]?.raises.length, bounds.raises);
  assert.is(kept?.alarms[0]?.operations[0]?.note.length, longestNote);
});

test("with everything full the file is within what is read of it", () => {
  const inventory = new Inventory(nothingKept);
  for (let at = 0; at < bounds.alarms; at += 1) inventory.raise(raiseOf(`made.up_${"x".repeat(50)}${at}`), after(at));
  for (const { id, fault } of inventory.all()) {
    for (let round = 0; round < 20; round += 1) {
      inventory.clear(fault, after(hourMs + round * minuteMs));
      inventory.raise(
        raiseOf(
          fault,
          "critical",
          Array.from({ length: 9 }, () => "s".repeat(60)),
        ),
        after(2 * hourMs),
      );
      inventory.operate(
        { alarm: id, action: "ack", by: "merchant", note: "卡".repeat(longestNote), hours: 8 },
        after(0),
      );
    }
    const full: Alarm | undefined = inventory.of(fault);
    const name = { fault: "n".repeat(60), until: after(0) };
    if (full) inventory.put({ ...full, was: Array.from({ length: bounds.was }, () => name) });
  }
  const bytes = Buffer.byteLength(encodeFile(inventory.kept()));
  assert.ok(bytes <= bounds.fileBytes, `${bytes} bytes`);
});

test.run();
