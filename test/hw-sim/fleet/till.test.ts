import type { FleetTerminal, Population } from "../../../hw-sim/fleet/population.ts";
import type { TerminalState } from "../../../hw-sim/fleet/state.ts";
import type { Sale } from "../../../hw-sim/fleet/till.ts";
import { createFleetWorld } from "../../../hw-sim/fleet.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("hw-sim/fleet/till");

function firstOf({ terminals }: Population): FleetTerminal {
  const [first] = terminals;
  if (!first) throw new Error("a population without terminals");
  return first;
}

const hourMs = 3_600_000;
const world = createFleetWorld({ seed: 7, terminals: 20, startHour: 0 });
const terminal = firstOf(world.population);
const healthy = world.stateOf(terminal, 11 * hourMs);

function sales(count: number, change: Partial<TerminalState> = {}): readonly Sale[] {
  const till = world.tillOf(terminal, 0);
  return Array.from({ length: count }, () => {
    till.next();
    return till.sell({ ...healthy, ...change });
  });
}
const share = (all: readonly Sale[], holds: (sale: Sale) => boolean): number => all.filter(holds).length / all.length;

test("the same terminal has the same customers at the same times", () => {
  const times = (): readonly number[] => {
    const till = world.tillOf(terminal, 0);
    return Array.from({ length: 100 }, till.next);
  };
  assert.equal(times(), times());
  assert.equal(sales(50), sales(50));
});

test("nobody comes while the shop is closed, and most come when it is busy", () => {
  const { opens, closes } = terminal.shop;
  const till = world.tillOf(terminal, 0);
  const hours = Array.from({ length: 3_000 }, () => Math.floor(till.next() / hourMs) % 24);
  assert.ok(hours.every((hour) => hour >= opens && hour < closes));
  const at = (hour: number) => hours.filter((each) => each === hour).length;
  assert.ok(at(12) > 1.4 * at(15), `${at(12)} at noon, ${at(15)} in the afternoon`);
});

test("in good health nearly all is approved, and what is not has a code of every day", () => {
  const all = sales(2_000);
  const approved = share(all, ({ end }) => end === "approved");
  assert.ok(approved > 0.94 && approved < 0.975, `${approved}`);
  assert.ok(
    all.filter(({ end }) => end === "refused").every(({ code = "" }) => ["51", "55", "61", "05"].includes(code)),
  );
});

test("a card stays with its bank", () => {
  const banks = new Map<string, string>();
  for (const { card, issuer } of sales(2_000)) {
    assert.is(banks.get(card) ?? issuer, issuer);
    banks.set(card, issuer);
  }
});

test("a bank that is out answers for none of its cards, and the others as ever", () => {
  const all = sales(1_000, { banksOut: ["bankB"] });
  assert.ok(all.every(({ issuer, code, end }) => (issuer === "bankB" && end !== "unread") === (code === "91")));
  assert.ok(share(all, ({ code }) => code === "91") > 0.1);
});

const hosts: readonly (readonly [TerminalState["host"], Sale["end"]])[] = [
  ["silent", "unsent"],
  ["unreached", "unsent"],
  ["refuses", "unsent"],
  ["mute", "unanswered"],
];
for (const [host, end] of hosts) {
  test(`a host that is ${host} leaves payments ${end}`, () => {
    assert.ok(sales(200, { host }).every((sale) => sale.end === end || sale.end === "unread"));
  });
}

test("a worn slot needs more tries, and some cards are not read at all; taps go as ever", () => {
  const worn = sales(2_000, { chipFails: 0.6 });
  const tries = (all: readonly Sale[]) => all.flatMap(({ reads }) => reads);
  const failed = tries(worn).filter(({ isGood }) => !isGood);
  assert.ok(failed.length > 200 && failed.every(({ way }) => way === "chip"));
  assert.ok(tries(sales(2_000)).filter(({ isGood }) => !isGood).length < 40);
  assert.ok(worn.some(({ end }) => end === "unread"));
});

test("programs that break off do so in most payments", () => {
  const broken = share(sales(1_000, { programFails: true }), ({ end }) => end === "broken_off");
  assert.ok(broken > 0.5 && broken < 0.7, `${broken}`);
});

test.run();
