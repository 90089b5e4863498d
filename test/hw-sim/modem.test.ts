/** The modem's life in virtual time: what it says when the world changes, in which order, and when it says nothing. */
import { assert, suite } from "../front-door/suite.ts";
import { createVirtualTerminal } from "./virtual-terminal.ts";

const lines = (bytes: string) => bytes.split("\r\n").filter((line) => line !== "");

const simSwap = suite("SIM out and in");
simSwap("pulling the SIM says so first, then what follows from it", () => {
  const terminal = createVirtualTerminal();
  for (const line of ["AT+QSIMSTAT=1", "AT+CEREG=2", "AT+CGEREP=1", "AT+CREG=1"]) terminal.ask(line);
  terminal.set({ sim: "absent" });
  const [inserted, card, ...rest] = lines(terminal.hear(3_000));
  assert.equal([inserted, card], ["+QSIMSTAT: 1,0", "+CPIN: NOT READY"]);
  assert.equal(rest.sort(), ["+CEREG: 0", "+CGEV: ME DETACH", "+CGEV: ME PDN DEACT 1", "+CREG: 0"]);
});
simSwap("what was not enabled is not said", () => {
  const terminal = createVirtualTerminal();
  terminal.set({ sim: "absent" });
  assert.equal(lines(terminal.hear(60_000)), ["+CPIN: NOT READY"]);
});
simSwap("a SIM put in is read, registers and gets its bearer, each in its time", () => {
  const terminal = createVirtualTerminal();
  for (const line of ["AT+QSIMSTAT=1", "AT+CEREG=2", "AT+CGEREP=1"]) terminal.ask(line);
  terminal.set({ sim: "absent" });
  terminal.time.pass(10_000);
  terminal.set({ sim: "ready" });
  assert.is(terminal.hear(200), "\r\n+QSIMSTAT: 1,1\r\n");
  assert.match(terminal.ask("AT+CPIN?"), /\+CME ERROR: 14/);
  terminal.time.pass(20_000);
  const said = terminal.log.join("\n");
  const order = [
    "+CPIN: READY",
    "+QUSIM: 1",
    "+CEREG: 2",
    '+CEREG: 1,\\"1A2B\\",\\"01C3D4E5\\",7',
    "+CGEV: ME PDN ACT 1",
  ];
  const places = order.map((line) => said.lastIndexOf(line));
  assert.equal(
    places,
    [...places].sort((a, b) => a - b),
  );
  assert.ok(said.includes("+QIND: SMS DONE") && said.includes("+QIND: PB DONE"));
  assert.equal(terminal.state().modem, { running: true, sim: "ready", stat: 1, bearer: true });
});
simSwap("lines go to another port when they are told to", () => {
  const terminal = createVirtualTerminal();
  terminal.ask('AT+QURCCFG="urcport","uart1"');
  terminal.set({ sim: "absent" });
  assert.is(terminal.hear(30_000), "");
});
simSwap.run();

const network = suite("registration and bearer");
network("a refusal detaches and shows its cause with n=3", () => {
  const terminal = createVirtualTerminal();
  for (const line of ["AT+CEREG=3", "AT+CGEREP=1"]) terminal.ask(line);
  terminal.set({ registration: { stat: 3, cause: 7 } });
  const said = lines(terminal.hear(3_000));
  assert.ok(said.includes('+CEREG: 3,"1A2B","01C3D4E5",7,0,7'));
  assert.ok(said.includes("+CGEV: NW DETACH"));
});
network("a refused bearer is taken away by the network, and an address goes with it", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("AT+CGEREP=1");
  terminal.set({ pdp: { rejected: 8 } });
  assert.equal(lines(terminal.hear(3_000)), ["+CGEV: NW PDN DEACT 1"]);
  assert.match(terminal.ask("AT+CGPADDR=1"), /"0\.0\.0\.0"/);
  assert.is(terminal.state().modem.stat, 1);
});
network("a command that takes its time tells what is true when it is done", () => {
  const terminal = createVirtualTerminal();
  for (const line of ["ATE0", "AT+CGACT=0,1"]) terminal.ask(line);
  terminal.modem.receive(Buffer.from("AT+CGACT=1,1\r"));
  terminal.set({ pdp: { rejected: 8 } });
  assert.is(terminal.hear(5_000), "\r\n+CME ERROR: 177\r\n");
});
network("coverage lost: the level at once, registration after a while, no detach", () => {
  const terminal = createVirtualTerminal();
  for (const line of ["AT+CEREG=1", "AT+CGEREP=1"]) terminal.ask(line);
  terminal.set({ signal: "none" });
  assert.match(terminal.ask("AT+CSQ"), /\+CSQ: 99,99/);
  terminal.time.pass(5_000);
  assert.is(terminal.state().modem.stat, 2);
  assert.not.ok(terminal.log.some((entry) => entry.includes("DETACH")));
  terminal.set({ signal: "good" });
  terminal.time.pass(10_000);
  assert.is(terminal.state().modem.bearer, true);
});
network("another APN of the wrong kind loses the bearer, the right one brings it back", () => {
  const terminal = createVirtualTerminal();
  terminal.set({ apn: "nothing.here" });
  terminal.time.pass(10_000);
  assert.is(terminal.state().modem.bearer, false);
  terminal.set({ apn: "cmnet" });
  terminal.time.pass(10_000);
  assert.is(terminal.state().modem.bearer, true);
});
network("a used-up plan keeps bearer and address; sent grows, received stands still", () => {
  const terminal = createVirtualTerminal();
  terminal.set({ data: "dry" });
  const count = () =>
    lines(terminal.ask("AT+QGDCNT?"))[0]
      ?.match(/: (\d+),(\d+)/)
      ?.slice(1)
      .map(Number) ?? [];
  terminal.ask("ATE0");
  const before = count();
  terminal.time.pass(60_000);
  const after = count();
  assert.ok(Number(after[0]) > Number(before[0]));
  assert.is(after[1], before[1]);
  assert.equal([terminal.state().path, terminal.state().modem.bearer], ["dead", true]);
});
network.run();

const life = suite("silence, loss and return");
life("a silent modem takes bytes and says nothing, and nothing late comes after", () => {
  const terminal = createVirtualTerminal();
  terminal.modem.receive(Buffer.from("AT+COPS?\r"));
  terminal.set({ silent: true });
  assert.is(terminal.ask("AT+CSQ"), "");
  terminal.set({ sim: "absent" });
  assert.is(terminal.hear(10_000), "");
  terminal.set({ silent: false });
  assert.is(terminal.hear(10_000), "");
  assert.match(terminal.ask("AT+CPIN?"), /\+CME ERROR: 10/);
});
life("power off hangs up; power on brings a new port, then the banner, then service", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  terminal.set({ power: "off" });
  assert.ok(terminal.log.at(-1)?.endsWith("port_gone"));
  assert.is(terminal.hear(30_000), "");
  terminal.set({ power: "on" });
  terminal.log.length = 0;
  const said = lines(terminal.hear(60_000));
  assert.ok(terminal.log[0]?.endsWith("attach"));
  assert.equal(said.slice(0, 4), ["RDY", "+CFUN: 1", "+CPIN: READY", "+QUSIM: 1"]);
  assert.is(terminal.state().modem.bearer, true);
  assert.match(terminal.ask("AT"), /^AT\r\r\nOK/); // echo is on again
});
life("AT+CFUN=1,1 says OK, then goes the same way", () => {
  const terminal = createVirtualTerminal();
  assert.match(terminal.ask("AT+CFUN=1,1"), /OK\r\n$/);
  terminal.time.pass(60_000);
  const order = ["port_gone", "port_attached", "boot", "sim_ready", "bearer_up"];
  const events = terminal.log.map((entry) => entry.split(" ")[1] ?? "");
  assert.equal(
    events.filter((event) => order.includes(event)),
    order,
  );
});
life("AT+QPOWD says POWERED DOWN before the port goes", () => {
  const terminal = createVirtualTerminal();
  assert.match(terminal.ask("AT+QPOWD=1"), /OK\r\n\r\nPOWERED DOWN\r\n$/); // corpus urc-002
  assert.is(terminal.state().power, "off");
});
life.run();

const wire = suite("what comes in over the wire");
wire("the echo follows ATE, as CR CR LF", () => {
  const terminal = createVirtualTerminal();
  assert.is(terminal.ask("AT"), "AT\r\r\nOK\r\n");
  assert.is(terminal.ask("ATE0"), "ATE0\r\r\nOK\r\n");
  assert.is(terminal.ask("AT"), "\r\nOK\r\n");
  assert.is(terminal.ask("ATE1"), "\r\nOK\r\n");
  assert.is(terminal.ask("AT"), "AT\r\r\nOK\r\n");
});
wire("ESC gives up a half line; what does not begin with AT is not answered", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  terminal.modem.receive(Buffer.from("AT+CPI\u001b"));
  assert.is(terminal.ask("AT"), "\r\nOK\r\n");
  assert.is(terminal.ask("hello"), "");
});
wire("an endless line is an error and nothing more", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  assert.is(terminal.ask(`AT${"A".repeat(100_000)}`), "\r\nERROR\r\n");
  assert.is(terminal.ask("AT"), "\r\nOK\r\n");
});
wire("commands sent together are answered one after the other", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  assert.is(terminal.ask("AT+CGATT?\rAT+CFUN?"), "\r\n+CGATT: 1\r\n\r\nOK\r\n\r\n+CFUN: 1\r\n\r\nOK\r\n");
});
wire.run();
