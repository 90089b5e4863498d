/** The cellular side in virtual time: cards that fail, refusals that last, crowded cells, foreign networks. */
import { assert, suite } from "../front-door/suite.ts";
import { createVirtualTerminal } from "./virtual-terminal.ts";

const card = suite("cards");
card("a broken card is a SIM failure, and nothing registers", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  terminal.set({ sim: "error" });
  terminal.time.pass(10_000);
  assert.is(terminal.ask("AT+CPIN?"), "\r\n+CME ERROR: 13\r\n");
  assert.is(terminal.ask("AT+QCCID"), "\r\n+CME ERROR: 13\r\n");
  assert.equal(terminal.state().modem, { running: true, sim: "error", stat: 0, bearer: false });
});
card("a modem locked to another network reads the card, and does not register", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  terminal.set({ sim: "network_lock" });
  terminal.time.pass(10_000);
  assert.is(terminal.ask("AT+CPIN?"), "\r\n+CPIN: PH-NET PIN\r\n\r\nOK\r\n");
  assert.match(terminal.ask("AT+CIMI"), /^\r\n46000/);
  assert.is(terminal.state().modem.stat, 0);
});
card("another card has other numbers, in all dialects; another module another IMEI", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  const numbers = () => ["AT+QCCID", "AT+CIMI", "AT+CRSM=176,12258,0,0,10", "AT+CGSN"].map(terminal.ask);
  const own = numbers();
  terminal.set({ card: "other" });
  const swapped = numbers();
  assert.equal(
    swapped.map((reply, index) => reply === own[index]),
    [false, false, false, true],
  );
  assert.match(swapped[0] ?? "", /89860019450000000015/);
  assert.match(swapped[2] ?? "", /98680091540000000051/); // the same, nibbles swapped
  terminal.set({ card: "own", module: "other" });
  assert.equal(
    numbers().map((reply, index) => reply === own[index]),
    [true, true, true, false],
  );
});
card.run();

const refusal = suite("refusals");
for (const cause of [2, 5, 7, 11, 12, 14, 15, 17]) {
  refusal(`cause ${cause} is told, and after it the modem comes back by itself`, () => {
    const terminal = createVirtualTerminal();
    terminal.ask("ATE0");
    terminal.set({ registration: { stat: 3, cause } });
    terminal.time.pass(10_000);
    assert.ok(terminal.ask("AT+CEER").startsWith(`\r\n+CEER: EMM cause ${cause}, `));
    terminal.set({ registration: "home" });
    terminal.time.pass(20_000);
    assert.is(terminal.state().modem.bearer, true);
  });
}
for (const cause of [3, 6, 8]) {
  refusal(`after cause ${cause} the card counts as invalid until the radio was off`, () => {
    const terminal = createVirtualTerminal();
    terminal.set({ registration: { stat: 3, cause } });
    terminal.time.pass(10_000);
    terminal.set({ registration: "home" });
    terminal.time.pass(3_600_000);
    assert.is(terminal.state().modem.stat, 3);
    terminal.ask("AT+CFUN=4");
    terminal.ask("AT+CFUN=1");
    terminal.time.pass(20_000);
    assert.is(terminal.state().modem.bearer, true);
  });
}
refusal("roaming refused: cause 13, from a foreign network", () => {
  const terminal = createVirtualTerminal();
  for (const line of ["ATE0", "AT+CEREG=3"]) terminal.ask(line);
  terminal.set({ registration: "roaming_refused" });
  terminal.time.pass(10_000);
  assert.is(terminal.ask("AT+CEREG?"), '\r\n+CEREG: 3,3,"07D1","00A1B203",7,0,13\r\n\r\nOK\r\n');
});
refusal("emergency service only: no bearer", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  terminal.set({ registration: "emergency" });
  terminal.time.pass(10_000);
  assert.is(terminal.ask("AT+CEREG?"), "\r\n+CEREG: 0,8\r\n\r\nOK\r\n");
  assert.is(terminal.state().modem.bearer, false);
});
for (const [esm, cme] of [
  [8, 177],
  [26, 126],
  [27, 127],
  [29, 129],
  [33, 133],
  [34, 134],
  [38, 190],
]) {
  refusal(`a bearer refused with ESM ${esm} is +CME ERROR: ${cme}`, () => {
    const terminal = createVirtualTerminal();
    terminal.ask("ATE0");
    terminal.set({ pdp: { rejected: esm } });
    terminal.time.pass(10_000);
    assert.is(terminal.ask("AT+CGACT=1,1"), `\r\n+CME ERROR: ${cme}\r\n`);
  });
}
refusal.run();

const crowd = suite("a crowded network");
crowd("refuses bearers to whom it has let in, with a good signal", () => {
  const terminal = createVirtualTerminal();
  for (const line of ["ATE0", "AT+CGEREP=1"]) terminal.ask(line);
  terminal.set({ congestion: true });
  assert.match(terminal.hear(10_000), /\+CGEV: NW PDN DEACT 1/);
  assert.is(terminal.ask("AT+CGACT=1,1"), "\r\n+CME ERROR: 126\r\n");
  assert.equal(terminal.state().modem, { running: true, sim: "ready", stat: 1, bearer: false });
});
crowd("refuses those who come anew with cause 22, who then wait, ask again, and get in when it is over", () => {
  const terminal = createVirtualTerminal();
  for (const line of ["ATE0", "AT+CEREG=1"]) terminal.ask(line);
  terminal.set({ congestion: true, sim: "absent" });
  terminal.time.pass(5_000);
  terminal.set({ sim: "ready" });
  terminal.time.pass(60_000);
  assert.match(terminal.ask("AT+CEER"), /EMM cause 22, Congestion/);
  const stats = terminal.hear(1_800_000).match(/\+CEREG: \d/g) ?? [];
  assert.ok(stats.length >= 8 && stats.every((stat, index) => stat === `+CEREG: ${index % 2 === 0 ? 2 : 3}`));
  terminal.set({ congestion: false });
  assert.is(terminal.state().modem.stat, 3);
  terminal.time.pass(320_000);
  assert.is(terminal.state().modem.bearer, true);
});
crowd.run();
