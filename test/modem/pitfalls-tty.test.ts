/** Two masters on one terminal, on real pseudo-terminals: number 18 of pitfalls.test.ts. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PtyPort } from "../../hw-sim/pty.ts";
import { commandFor } from "../../src/at/commands.ts";
import { systemClock } from "../../src/base/clock.ts";
import { isAgentError } from "../../src/base/errors.ts";
import { serialPort } from "../../src/modem/port.ts";
import { choosePort } from "../../src/modem/port-choice.ts";
import { openSession, type Session } from "../../src/modem/session.ts";
import { assert, suite } from "../front-door/suite.ts";
import { FakeSystem } from "./fake-system.ts";

const test = suite("pitfalls of AT drivers: two masters on one terminal", { timeoutMs: 20_000, needs: ["flock"] });

const folder = mkdtempSync(join(tmpdir(), "posdiag-pitfalls-"));
const link = join(folder, "modem");
const settings = { path: link, baudRate: 115_200 };
const nobody = { urc: () => {}, reset: () => {}, lost: () => {} };

/** Command lines that the modem has seen, and what it has of the next. */
const seen: string[] = [];
let half = "";

/** A modem that knows AT and AT+CPIN? in exactly these letters; a line with an ESC in it is no command. */
function answer(line: string): string {
  if (line === "AT") return "\r\nOK\r\n";
  if (line === "AT+CPIN?") return "\r\n+CPIN: READY\r\n\r\nOK\r\n";
  return line.startsWith("AT") ? "\r\nERROR\r\n" : "";
}

const terminal = new PtyPort(link, (bytes) => {
  const lines = `${half}${bytes.toString("latin1")}`.split("\r");
  half = lines.pop() ?? "";
  for (const line of lines) {
    seen.push(line);
    terminal.write(Buffer.from(answer(line), "latin1"));
  }
});

const open: Session[] = [];
async function opened(): Promise<Session> {
  const session = await openSession(serialPort(settings), systemClock, nobody);
  open.push(session);
  return session;
}

/** Another program that has the terminal and the lock that programs agree on; resolves when it has it. */
async function otherMaster(path: string): Promise<ChildProcess> {
  const command = ["--no-fork", path, "sh", "-c", "echo held; exec sleep 60"];
  const child = spawn("flock", command, { stdio: ["ignore", "pipe", "ignore"] });
  await once(child.stdout, "data");
  return child;
}

async function failure(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return isAgentError(error) ? `${error.code} ${error.message}` : String(error);
}

test.before.each(() => {
  seen.length = 0;
  half = "";
  terminal.attach();
});
test.after.each(() => {
  for (const session of open.splice(0)) session.close();
  terminal.hangUp();
});
test.after(() => {
  terminal.close();
  rmSync(folder, { recursive: true });
});

test("18: while another program has the terminal nothing is written to it, and the program is named", async () => {
  using system = new FakeSystem();
  system.process(812, "ModemManager");
  const other = await otherMaster(terminal.path ?? "");
  const choice = choosePort(link, { baudRate: 115_200, clock: systemClock, roots: system.roots });
  const said = await failure(openSession(choice.open, systemClock, nobody));
  assert.ok(said.startsWith("PORT_BUSY "), said);
  assert.ok(said.includes(`ModemManager (pid 812) probably holds ${link}`), said);
  assert.match(said, /mmcli --inhibit-device/);
  assert.match(await failure(opened()), /^PORT_BUSY .*stop the program that holds it, or .* second AT port/);
  assert.equal([seen.length, half], [0, ""]);
  other.kill();
  await once(other, "exit");
});

test("18: when the other program ends, the terminal is free, and ours is then closed to others", async () => {
  const other = await otherMaster(terminal.path ?? "");
  other.kill();
  await once(other, "exit");
  const session = await opened();
  assert.is((await session.send("AT")).kind, "ok");
  assert.match(await failure(opened()), /^PORT_BUSY /);
  const late = spawn("flock", ["--nonblock", terminal.path ?? "", "true"], { stdio: "ignore" });
  const [code] = await once(late, "exit");
  assert.is(code, 1);
});

/** The session before has been told to close; the kernel lets go of its lock a moment later. */
async function reopened(): Promise<Awaited<ReturnType<typeof opened>>> {
  for (let tries = 0; tries < 50; tries += 1) {
    const session = await opened().catch((reason: unknown) => {
      if (isAgentError(reason) && reason.code === "PORT_BUSY") return undefined;
      throw reason;
    });
    if (session) return session;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return opened();
}

/** What a killed program leaves typed: comgt made `ATAT+CPIN?` of the next command; nothing of it may be carried out. */
for (const left of ["AT", "AT+CFUN=0", "AT+CMGS=5"]) {
  test(`18: ${left} without its end, left by a killed program, neither spoils the next command nor is carried out`, async () => {
    const before = await opened();
    before.close();
    open.length = 0;
    half = left;
    const session = await reopened();
    await session.clean();
    const outcome = await session.send(commandFor("AT+CPIN?", 3_000));
    assert.equal(outcome, { kind: "ok", info: ["+CPIN: READY"] });
    assert.equal(seen, [`${left}\x1b`, "AT+CPIN?"]);
  });
}

test.run();
