import { closeSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRawPty } from "../../hw-sim/libc.ts";
import { PtyPort } from "../../hw-sim/pty.ts";
import { isAgentError } from "../../src/base/errors.ts";
import { type ModemPort, serialPort } from "../../src/modem/port.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("serial port on a real pseudo-terminal", { timeoutMs: 20_000 });

const folder = mkdtempSync(join(tmpdir(), "posdiag-port-"));
const link = join(folder, "modem");
const received: Buffer[] = [];
const terminal = new PtyPort(link, (bytes) => received.push(bytes));

interface Opened {
  readonly port: ModemPort;
  readonly lines: string[];
  readonly lost: Promise<void>;
  /** Resolves when the next line has come. */
  next(): Promise<void>;
}

const opened: ModemPort[] = [];

async function open(path = link): Promise<Opened> {
  const lines: string[] = [];
  let wake = () => {};
  let lose = () => {};
  const lost = new Promise<void>((resolve) => {
    lose = resolve;
  });
  const listener = {
    line: (text: string) => {
      lines.push(text);
      wake();
    },
    partial: () => wake(),
    lost: () => lose(),
  };
  const port = await serialPort({ path, baudRate: 115_200 })(listener);
  opened.push(port);
  const next = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  return { port, lines, lost, next };
}

async function codeOf(promise: Promise<unknown>): Promise<string | undefined> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return isAgentError(error) ? error.code : undefined;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test.before.each(() => {
  received.length = 0;
  terminal.attach();
});
test.after.each(async () => {
  for (const port of opened.splice(0)) port.close();
  terminal.hangUp();
  // The kernel lets go of the terminal in its own time, a few milliseconds here.
  await pause(10);
});
test.after(() => {
  terminal.close();
  rmSync(folder, { recursive: true });
});

test("lines come in, commands go out, as Latin-1", async () => {
  const { port, lines, next } = await open();
  const line = next();
  terminal.write(Buffer.from('\r\n+COPS: 0,0,"T\xe9l\xe9com",7\r\n', "latin1"));
  await line;
  assert.equal(lines, ['+COPS: 0,0,"Télécom",7']);
  assert.ok(port.write("AT+CSQ\r"));
  while (Buffer.concat(received).length < 7) await pause(1);
  assert.is(Buffer.concat(received).toString("latin1"), "AT+CSQ\r");
});

test("an OK without its line end can be seen", async () => {
  const { port, next } = await open();
  const seen = next();
  terminal.write(Buffer.from("\r\nOK"));
  await seen;
  assert.is(port.partial(), "OK");
});

test("a second open is told that the port is busy and what to do", async () => {
  await open();
  const second: unknown = await open().catch((error: unknown) => error);
  assert.ok(isAgentError(second, "PORT_BUSY"));
  assert.match(String(second), /stop the program that holds it/);
});

test("a port that is not there, and a link that leads nowhere, are gone", async () => {
  assert.is(await codeOf(open(join(folder, "nothing"))), "PORT_GONE");
  symlinkSync("/dev/pts/does-not-exist", join(folder, "dangling"));
  assert.is(await codeOf(open(join(folder, "dangling"))), "PORT_GONE");
});

test("what is no terminal has failed", async () => {
  assert.is(await codeOf(open("/dev/null")), "PORT_FAILED");
});

test("a hang-up is told, and what is written afterwards goes nowhere", async () => {
  const { port, lost } = await open();
  terminal.hangUp();
  await lost;
  assert.not(port.write("AT\r"));
  terminal.attach();
  const again = await open();
  await pause(20);
  assert.is(received.length, 0);
  assert.ok(again.port.write("AT\r"));
});

test("the modem comes back on another terminal behind the same link", async () => {
  const { lost } = await open();
  const before = terminal.path;
  terminal.hangUp();
  await lost;
  // Takes the number that has become free, as other USB devices do.
  const other = openRawPty();
  terminal.attach();
  closeSync(other.slave);
  closeSync(other.master);
  assert.is.not(terminal.path, before);
  const { lines, next } = await open();
  const line = next();
  terminal.write(Buffer.from("\r\nRDY\r\n"));
  await line;
  assert.equal(lines, ["RDY"]);
});

test("a hang-up in the middle of a read is told every time and costs no processor", async () => {
  for (let round = 0; round < 60; round += 1) {
    const { lost, port } = await open();
    // Bytes on their way put a read in flight.
    terminal.write(Buffer.from("\r\n+CREG: 1\r\n"));
    if (round % 3 > 0) await pause(round % 3);
    terminal.hangUp();
    await lost;
    port.close();
    terminal.attach();
  }
  const before = process.cpuUsage();
  await pause(200);
  const used = process.cpuUsage(before);
  assert.ok(used.user + used.system < 100_000, "a loop would use all of the 200 ms");
});

test("closing while a read is under way harms nothing", async () => {
  for (let round = 0; round < 30; round += 1) {
    const { port } = await open();
    port.close();
    await pause(2);
    assert.not(port.write("AT\r"));
  }
});

test("70 000 bytes without a line end stay bounded on the way", async () => {
  const { port, lines, next } = await open();
  for (let sent = 0; sent < 70_000; sent += 1_000) {
    terminal.write(Buffer.alloc(1_000, "A"));
    while (port.counts.bytes < sent + 1_000) await pause(1);
  }
  const line = next();
  terminal.write(Buffer.from("\r\nERROR\r\n"));
  await line;
  assert.equal(lines, ["ERROR"]);
  assert.is(port.counts.overlong, 1);
});

test("a modem that stops reading does not make the agent hold its commands", async () => {
  const { port } = await open();
  let taken = 0;
  while (port.write(`AT${"+".repeat(200)}\r`) && taken < 1_000) taken += 1;
  assert.ok(taken < 1_000, "writes are refused before much has piled up");
});

test.run();
