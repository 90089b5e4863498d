/** What others left behind on a port, and two ports of one modem. */
import { assert, suite } from "../front-door/suite.ts";
import { createVirtualTerminal } from "./virtual-terminal.ts";

const leftovers = suite("left behind by another client");
leftovers("half a command spoils the next one, and only that", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  terminal.set({ leftover: "half_command" });
  assert.is(terminal.state().leftover, "none");
  assert.is(terminal.ask("AT+CSQ"), "\r\nERROR\r\n");
  assert.is(terminal.ask("AT+CSQ"), "\r\n+CSQ: 27,99\r\n\r\nOK\r\n");
});
leftovers("ESC clears half a command before it spoils anything", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  terminal.set({ leftover: "half_command" });
  assert.is(terminal.ask("\u001bAT"), "\r\nOK\r\n");
});
leftovers("an open message prompt takes everything for text until ESC", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  terminal.set({ leftover: "sms_prompt" });
  assert.is(terminal.ask("AT"), "\r\n> ");
  assert.is(terminal.ask("AT+CSQ"), "\r\n> ");
  assert.is(terminal.ask("\u001bAT"), "\r\nOK\r\n\r\nOK\r\n");
});
leftovers("echo and short results stay as they were left", () => {
  const terminal = createVirtualTerminal();
  terminal.set({ leftover: "no_echo" });
  assert.is(terminal.ask("AT"), "\r\nOK\r\n");
  terminal.set({ leftover: "short_results" });
  assert.is(terminal.ask("AT"), "0\r");
  terminal.set({ leftover: "echo" });
  assert.is(terminal.ask("ATV1"), "ATV1\r\r\nOK\r\n");
});
leftovers("they go with the power", () => {
  const terminal = createVirtualTerminal();
  terminal.set({ leftover: "sms_prompt" });
  terminal.set({ power: "off" });
  terminal.set({ power: "on" });
  terminal.time.pass(60_000);
  assert.is(terminal.ask("AT"), "AT\r\r\nOK\r\n");
});
leftovers.run();

const ports = suite("a second port");
ports("has its own echo, and shares what the modem is", () => {
  const terminal = createVirtualTerminal(1, "quectel-ec25", ["at", "at2"]);
  terminal.ask("ATE0");
  terminal.ask("AT+CEREG=2");
  terminal.modem.receive(Buffer.from("AT+CEREG?\r"), "at2");
  terminal.time.pass(100);
  assert.is(terminal.said("at2"), 'AT+CEREG?\r\r\n+CEREG: 2,1,"1A2B","01C3D4E5",7\r\n\r\nOK\r\n');
});
ports("hears the reports when they are sent there, and only then", () => {
  const terminal = createVirtualTerminal(1, "quectel-ec25", ["at", "at2"]);
  terminal.set({ sim: "absent" });
  assert.match(terminal.hear(5_000), /\+CPIN: NOT READY/);
  assert.is(terminal.said("at2"), "");
  terminal.set({ sim: "ready" });
  terminal.time.pass(30_000);
  terminal.ask('AT+QURCCFG="urcport","usbmodem"');
  terminal.set({ sim: "absent" });
  assert.is(terminal.hear(5_000), "");
  assert.match(terminal.said("at2"), /\+CPIN: NOT READY/);
});
ports("the port for positions streams sentences, the one for diagnosis is mute", () => {
  const terminal = createVirtualTerminal(1, "quectel-ec25", ["at", "at2", "nmea", "diag"]);
  terminal.modem.receive(Buffer.from("AT\r"), "nmea");
  terminal.modem.receive(Buffer.from("AT\r"), "diag");
  terminal.time.pass(3_500);
  assert.is(terminal.said("nmea").split("$GPGSV,1,1,00*79\r\n").length - 1, 3);
  assert.not.match(terminal.said("nmea"), /OK/);
  assert.is(terminal.said("diag"), "");
  terminal.set({ power: "off" });
  const said = terminal.said("nmea");
  terminal.time.pass(10_000);
  assert.is(terminal.said("nmea"), said);
});
ports("off the bus and on it under another name, without a restart", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  terminal.set({ renumber: "modem-7" });
  assert.is(terminal.hear(20_000), "");
  assert.ok(terminal.log.some((entry) => entry.endsWith("attach modem-7")));
  assert.not.ok(terminal.log.some((entry) => entry.includes("boot")));
  assert.is(terminal.ask("AT+CGATT?"), "\r\n+CGATT: 1\r\n\r\nOK\r\n");
});
ports.run();
