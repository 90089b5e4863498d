import { bounds } from "../../src/memory/remembered.ts";
import { reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";
import { attach, dayMs, iccid, imei, insert, local, minuteMs, type Run, Terminal, traffic } from "./bench.ts";

const test = suite("memory", { timeoutMs: 20_000 });

/** A day in which the path is used. */
async function goodDay(terminal: Terminal, run: Run): Promise<void> {
  attach(run, terminal.clock.monoMs());
  await terminal.clock.advance(dayMs);
}

/** Off for so long; the wall clock goes on. */
async function away(terminal: Terminal, ms: number): Promise<void> {
  await terminal.clock.advance(ms);
}

test("a SIM swapped while the terminal was off is noticed, until it has worked on three days", async () => {
  const terminal = new Terminal();
  const before = await terminal.start();
  insert(before);
  assert.is(terminal.value("sim.iccid_changed"), false);
  await goodDay(terminal, before);
  await before.stop();
  await away(terminal, dayMs);
  const after = await terminal.start();
  insert(after, iccid.other);
  assert.equal([terminal.value("sim.iccid_changed"), terminal.value("sim.imei_changed")], [true, false]);
  assert.is(terminal.value("modem.pair_known_days"), 0);
  await goodDay(terminal, after);
  await goodDay(terminal, after);
  assert.is(terminal.value("sim.iccid_changed"), false);
  assert.is(after.memory.view().pair_settled, true);
  await after.stop();
});

test("a SIM that is swapped silently and stopped on the next day stays changed", async () => {
  const terminal = new Terminal();
  const run = await terminal.start();
  insert(run);
  await goodDay(terminal, run);
  insert(run, iccid.other);
  attach(run, terminal.clock.monoMs());
  await terminal.clock.advance(60 * minuteMs);
  run.memory.note({ kind: "registration", state: "denied" }, terminal.clock.monoMs());
  await terminal.clock.advance(4 * dayMs);
  assert.is(terminal.value("sim.iccid_changed"), true);
  await run.stop();
});

test("a bearer alone does not make a new SIM good; a payment that was answered does", async () => {
  const terminal = new Terminal();
  terminal.reached = false;
  const run = await terminal.start();
  insert(run);
  insert(run, iccid.other, imei.other);
  for (let day = 0; day < 5; day += 1) await goodDay(terminal, run);
  assert.equal([terminal.value("sim.iccid_changed"), terminal.value("sim.imei_changed")], [true, true]);
  for (let day = 0; day < 3; day += 1) {
    run.memory.see([reading("txn.outcome", "declined", terminal.clock.monoMs())]);
    await goodDay(terminal, run);
  }
  assert.equal([terminal.value("sim.iccid_changed"), terminal.value("sim.imei_changed")], [false, false]);
  await run.stop();
});

test("a swap is on disk within seconds, so that a power cut does not hide it", async () => {
  const terminal = new Terminal();
  const first = await terminal.start();
  insert(first);
  await terminal.clock.advance(20_000);
  insert(first, iccid.other);
  await terminal.clock.advance(10_000);
  const second = await terminal.start();
  insert(second, iccid.other);
  assert.is(terminal.value("sim.iccid_changed"), true);
});

test("of a card that is gone nothing is said; its flaps are", async () => {
  const terminal = new Terminal();
  const run = await terminal.start();
  insert(run);
  run.memory.note({ kind: "sim", state: "absent" }, terminal.clock.monoMs());
  terminal.emitted = [];
  await terminal.clock.advance(minuteMs);
  assert.equal([terminal.value("sim.iccid_changed"), terminal.value("sim.state_flaps_1h")], [undefined, 1]);
  await run.stop();
});

test("flaps, restarts and cells of the last minutes survive a restart of the terminal and grow old meanwhile", async () => {
  const terminal = new Terminal();
  const before = await terminal.start();
  const { clock } = terminal;
  // A card that is being read is neither gone nor back.
  for (const state of ["ready", "absent", "busy", "ready", "busy", "ready", "error", "ready"]) {
    before.memory.note({ kind: "sim", state }, clock.monoMs());
  }
  for (const cell of [1, 2, 1]) before.memory.note({ kind: "cell", area: 7, cell }, clock.monoMs());
  assert.equal([terminal.value("sim.state_flaps_1h"), terminal.value("modem.cell_changes_10min")], [4, 2]);
  await clock.advance(30 * minuteMs);
  before.memory.note({ kind: "restart" }, clock.monoMs());
  await before.stop();
  await away(terminal, 20 * minuteMs);
  const after = await terminal.start();
  assert.equal([after.memory.view().sim_flaps_1h, after.memory.view().restarts_1h], [4, 1]);
  assert.is(after.memory.view().cell_changes_10min, 0);
  await clock.advance(11 * minuteMs);
  assert.equal([after.memory.view().sim_flaps_1h, after.memory.view().restarts_1h], [0, 1]);
  await after.stop();
});

test("what a restart by the agent itself does to the SIM is no flap", async () => {
  const terminal = new Terminal();
  const run = await terminal.start();
  insert(run);
  run.memory.excuse();
  for (const state of ["busy", "absent", "ready"]) {
    run.memory.note({ kind: "sim", state }, terminal.clock.monoMs());
    await terminal.clock.advance(10_000);
  }
  assert.is(terminal.value("sim.state_flaps_1h"), 0);
  await run.stop();
});

test("use of the plan goes on over a restart from the modem's counter, and begins anew with the plan", async () => {
  const terminal = new Terminal(local(2026, 11, 28));
  const plan = { plan: { planMb: 30, activated: "2026-11-01" } };
  const before = await terminal.start(plan);
  insert(before);
  traffic(before, 1_000_000, 5_000_000);
  traffic(before, 2_048_576, 5_000_000);
  await before.stop();
  const after = await terminal.start(plan);
  insert(after);
  after.memory.countInterface({
    ...{ name: "wwan0", index: 3, isWayOut: true },
    ...{ sentBytes: 5_000_000, receivedBytes: 0 },
  });
  traffic(after, 2_048_576, 6_048_576);
  await terminal.clock.advance(minuteMs);
  assert.equal([terminal.value("sim.data_used_mb_month"), terminal.value("sim.data_plan_mb")], [2, 30]);
  assert.is(terminal.value("sim.activation_age_days"), 27);
  traffic(after, 10, 20);
  assert.is(after.memory.view().used_mb, 2, "the modem's counter began anew");
  terminal.setWall(local(2026, 12, 1));
  traffic(after, 1_048_596, 20);
  await terminal.clock.advance(minuteMs);
  assert.equal([terminal.value("sim.data_used_mb_month"), after.memory.view().used_since], [1, "2026-12-01"]);
  await after.stop();
});

test("where nothing counts bytes nothing is said of the plan's use, not even zero", async () => {
  const terminal = new Terminal();
  const run = await terminal.start();
  insert(run);
  await terminal.clock.advance(minuteMs);
  assert.equal([terminal.value("sim.data_used_mb_month"), run.memory.view().used_mb], [undefined, null]);
  traffic(run, 0, 0);
  await terminal.clock.advance(minuteMs);
  assert.is(terminal.value("sim.data_used_mb_month"), 0);
  await run.stop();
});

test("while the clock is not set nothing is booked to a month; when it is, everything is", async () => {
  const terminal = new Terminal(1_000_000_000_000);
  const run = await terminal.start();
  insert(run);
  traffic(run, 0, 0);
  traffic(run, 0, 3 * 1_048_576);
  await terminal.clock.advance(minuteMs);
  assert.is(terminal.value("sim.data_used_mb_month"), undefined);
  await run.stop();
  terminal.setWall(local(2026, 11, 10));
  const after = await terminal.start();
  insert(after);
  await terminal.clock.advance(minuteMs);
  assert.is(terminal.value("sim.data_used_mb_month"), 3);
  await after.stop();
});

test("a modem whose bearer stands and that gets nothing back is seen in five minutes", async () => {
  const terminal = new Terminal();
  const run = await terminal.start();
  insert(run);
  for (let at = 0; at <= 7; at += 1) {
    traffic(run, at * 500, 4_000);
    await terminal.clock.advance(minuteMs);
  }
  assert.is(terminal.value("net.rx_bytes_5min"), 0);
  await run.stop();
});

test("everything is said again each minute, and nothing twice about one moment", async () => {
  const terminal = new Terminal();
  const run = await terminal.start();
  insert(run);
  await terminal.clock.advance(10 * minuteMs);
  const said = terminal.emitted.filter(({ signal }) => signal === "sim.iccid_changed").map(({ atMs }) => atMs);
  assert.is(said.length, new Set(said).size);
  assert.ok(said.length >= 10 && said.length <= 13, String(said.length));
  await run.stop();
});

test("budgets are on disk when spending resolves, by day", async () => {
  const terminal = new Terminal();
  const run = await terminal.start();
  await run.memory.ledger.spend("reset", "2026-11-10");
  await run.memory.ledger.spend("reset", "2026-11-10");
  const { ledger } = (await terminal.start()).memory;
  assert.equal(
    [ledger.spent("reset", "2026-11-10"), ledger.spent("reset", "2026-11-11"), ledger.spent("x", "")],
    [2, 0, 0],
  );
});

test("a day costs at most one write in a quarter of an hour; an idle one costs none", async () => {
  const terminal = new Terminal();
  const run = await terminal.start();
  insert(run);
  await terminal.clock.advance(minuteMs);
  const first = terminal.writes.length;
  for (let minute = 0; minute < 1_440; minute += 1) {
    traffic(run, minute * 1_500, minute * 4_000);
    run.memory.note({ kind: "cell", area: 1, cell: minute % 3 }, terminal.clock.monoMs());
    await terminal.clock.advance(minuteMs);
  }
  const busy = terminal.writes.slice(first);
  assert.ok(busy.length >= 90 && busy.length <= 97, String(busy.length));
  const largest = Math.max(...busy.map(({ length }) => length));
  assert.ok(largest < 4_096 && largest < bounds.fileBytes, `${largest} bytes`);
  await terminal.clock.advance(30 * minuteMs);
  const idle = terminal.writes.length;
  await terminal.clock.advance(dayMs);
  assert.is(terminal.writes.length, idle);
  await run.stop();
});

test("a full disk is tried again and forgets nothing meanwhile", async () => {
  const terminal = new Terminal();
  terminal.full = true;
  const run = await terminal.start();
  insert(run);
  await terminal.clock.advance(60 * minuteMs);
  assert.is(terminal.text, undefined);
  terminal.full = false;
  await terminal.clock.advance(16 * minuteMs);
  assert.is(terminal.writes.length, 1);
  await run.stop();
});

test("no identity is logged", async () => {
  const terminal = new Terminal();
  const lines: string[] = [];
  terminal.log = (...line) => void lines.push(JSON.stringify(line));
  const run = await terminal.start();
  insert(run);
  insert(run, iccid.other, imei.other);
  await run.stop();
  assert.is(lines.length, 2);
  assert.not.match(`${lines.join()}${terminal.text}`, /\d{12}/);
});

test.run();
