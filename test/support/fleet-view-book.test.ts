import { encodeAlive, encodeBirth, encodeFaultSet, encodeReport } from "../../src/report/encode.ts";
import { casesIn, createFleetBook, isWhole, terminalIn } from "../../src/support/fleet-view-book.ts";
import { open } from "../../src/support/inbox.ts";
import { assert, suite } from "../front-door/suite.ts";
import { faultSet, pulledSim, reportOf, stamp, terminal } from "../report/samples.ts";

const test = suite("support/fleet-view-book");

const heard = (leaf: string, payload: Uint8Array, serial = "SN-0042") =>
  open({ topic: `pos/v1/shop-8/${serial}/${leaf}`, payload, retained: true });

test("a terminal is put together of its three states, in any order, and reports are left aside", () => {
  const book = createFleetBook();
  book.hear(heard("state/faults", encodeFaultSet(faultSet, { ...stamp, wallMs: stamp.wallMs + 9_000 })));
  book.hear(heard("up/evt", encodeReport(reportOf())));
  book.hear(heard("state/alive", encodeAlive({ online: true, session: 4, boot: stamp.boot }, stamp)));
  assert.equal(book.terminals.map(isWhole), [false]);
  const place = { shop: "s-1", carrier: "46000" };
  const birth = { boot: stamp.boot, terminal: { ...terminal, place }, firstSeq: 1, nextSeq: 18 };
  book.hear(heard("state/birth", encodeBirth(birth, stamp)));
  const [states, ...others] = book.terminals;
  if (!states) throw new Error("nothing was kept");
  assert.equal([others.length, isWhole(states), book.unreadable], [0, true, 0]);
  const { open: faults, ...rest } = terminalIn(states);
  const seenMs = stamp.wallMs + 9_000;
  assert.equal(rest, { tenant: "shop-8", serial: "SN-0042", online: true, seenMs, version: "0.1.0", place });
  const [sim] = casesIn(states);
  assert.equal([sim?.fault, sim?.severity, sim?.party], ["sim.absent", "critical", ["merchant"]]);
  assert.is(sim?.openedMs, seenMs - (stamp.monoMs - pulledSim.openedAtMs));
  assert.is(faults.length, 1);
});

test("a clock that was not set dates nothing", () => {
  const book = createFleetBook();
  book.hear(heard("state/faults", encodeFaultSet(faultSet, { ...stamp, clock: "none" })));
  const [states] = book.terminals;
  if (!states) throw new Error("nothing was kept");
  const [sim] = casesIn(states);
  assert.equal(
    [terminalIn(states).seenMs, sim?.openedMs, terminalIn(states).online],
    [undefined, undefined, undefined],
  );
});

test("between which causes a terminal cannot choose is kept, dated where its clock was set", () => {
  const candidates = [{ fault: "host.down", probability: 0.45 }];
  const set = { ...faultSet, cases: [], unsure: { sinceMs: stamp.monoMs - 60_000, candidates } };
  const doubtOf = (clock: "ntp" | "none") => {
    const book = createFleetBook();
    book.hear(heard("state/faults", encodeFaultSet(set, { ...stamp, clock })));
    return book.terminals.map((states) => terminalIn(states).unsure);
  };
  assert.equal(doubtOf("ntp"), [{ sinceMs: stamp.wallMs - 60_000, candidates }]);
  assert.equal(doubtOf("none"), [{ sinceMs: undefined, candidates }]);
});

test("what cannot be read is counted, and so is what comes of more terminals than it holds", () => {
  const book = createFleetBook(2);
  const alive = encodeAlive({ online: true, session: 4, boot: stamp.boot }, stamp);
  for (const serial of ["A", "B", "C", "C", "A"]) book.hear(heard("state/alive", alive, serial));
  book.hear(heard("state/alive", Buffer.from("rubbish")));
  book.hear(open({ topic: "pos/v1/x", payload: alive, retained: true }));
  assert.equal(
    book.terminals.map(({ serial }) => serial),
    ["A", "B"],
  );
  assert.equal([book.passedOver, book.unreadable], [2, 2]);
});

test.run();
