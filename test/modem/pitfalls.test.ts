/**
 * What drivers of AT modems are known to fall into, on the session alone: each danger by its number in our list of twenty,
 * with the bytes of those who met it. The rest is in pitfalls-probe.test.ts and pitfalls-tty.test.ts.
 */
import { commandFor, commands } from "../../src/at/commands.ts";
import type { Outcome } from "../../src/at/exchange.ts";
import { parseRegistration } from "../../src/at/parse/registration.ts";
import { openSession, type Session } from "../../src/modem/session.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { ScriptedPort } from "./scripted-port.ts";

const test = suite("pitfalls of AT drivers: the line");

/** What comes, and when, in milliseconds after the command was written. */
type Arrivals = readonly (readonly [atMs: number, bytes: string])[];

interface Bench {
  readonly clock: VirtualClock;
  readonly port: ScriptedPort;
  readonly session: Session;
  /** Unsolicited lines as they came. */
  readonly urcs: string[];
  /** When each command was written. */
  readonly sentMs: number[];
  /** For the commands that wait, in their order. */
  readonly answers: Arrivals[];
}

async function bench(): Promise<Bench> {
  const clock = new VirtualClock();
  const port = new ScriptedPort();
  const urcs: string[] = [];
  const sentMs: number[] = [];
  const answers: Arrivals[] = [];
  const listener = { urc: (_: unknown, text: string) => void urcs.push(text), reset: () => {}, lost: () => {} };
  const session = await openSession(port.open, clock, listener);
  port.onRequest = () => {
    sentMs.push(clock.monoMs());
    for (const [atMs, bytes] of answers.shift() ?? []) clock.at(atMs, () => port.say(bytes));
  };
  return { clock, port, session, urcs, sentMs, answers };
}

function ask({ clock, session, answers }: Bench, request: string, rx: Arrivals): Promise<Outcome> {
  answers.push(rx);
  return clock.settle(session.send(commandFor(request, 1_000)));
}

function infoOf(outcome: Outcome): readonly string[] {
  return outcome.kind === "ok" ? outcome.info : [outcome.kind];
}

/** `+CREG: 2` beside `+CREG: 2,1,…`: RIOT pull request 20062; lines of ModemManager's registration tests; ubxlib issue 188. */
const sameName = [
  ["AT+CREG?", "+CREG: 2", '+CREG: 2,1,"CE00","01CEAD8F"'],
  ["AT+CREG?", "+CREG: 1,84CD,00D30156", "+CREG: 1,1,84CD,00D30173"],
  ["AT+CREG?", '+CREG: 6,"8B37","0A265185",7', '+CREG: 2,6,"8B37","0A265185",7'],
  // <n>=5 of a read looks like <stat>=5 of a report.
  ["AT+CEREG?", '+CEREG: 5,"1A2B","01C3D4E5",7', '+CEREG: 5,1,"1A2B","01C3D4E5",7'],
] as const;
for (const [request, report, reply] of sameName) {
  test(`1: the report ${report} is not the reply ${reply}, before it and behind it`, async () => {
    const line = await bench();
    for (const [first, second] of [
      [report, reply],
      [reply, report],
    ]) {
      const outcome = await ask(line, request, [[5, `\r\n${first}\r\n\r\n${second}\r\n\r\nOK\r\n`]]);
      assert.equal(infoOf(outcome), [reply]);
      assert.is(parseRegistration(infoOf(outcome)[0] ?? "")?.n, Number(/\d/.exec(reply.slice(6))?.[0]));
    }
    assert.equal(line.urcs, [report, report]);
  });
}

test("1: a card pulled while it is asked for is a reply and two reports", async () => {
  // Quectel EC2x manual, chapter 5: the lines of a pull, between the reply and its OK.
  const line = await bench();
  const pulled = ["+QSIMSTAT: 1,0", "+CPIN: NOT READY"];
  const bytes = ["+CPIN: READY", ...pulled, "OK"].map((each) => `\r\n${each}\r\n`).join("");
  assert.equal(infoOf(await ask(line, "AT+CPIN?", [[5, bytes]])), ["+CPIN: READY"]);
  assert.equal(line.urcs, pulled);
});

test("2: the number of the old card, come late, is not given for the new one's", async () => {
  const line = await bench();
  const reply = (iccid: string) => `+QCCID: ${iccid}\r\nOK\r\n`;
  assert.is((await ask(line, "AT+QCCID", [])).kind, "silent");
  const outcome = await ask(line, "AT+QCCID", [
    [20, reply("8986001234567890123")],
    [60, reply("8986001234567890124")],
  ]);
  assert.equal(infoOf(outcome), ["+QCCID: 8986001234567890124"]);
});

test("2: a late reply is not taken for another command's either, whichever way that one is answered", async () => {
  const late = "\r\n+QCCID: 8986001234567890123\r\n\r\nOK\r\n";
  for (const [request, answer, info] of [
    ["AT+CIMI", "\r\n460041234569012\r\n\r\nOK\r\n", ["460041234569012"]],
    ["AT+CSQ", "\r\n+CSQ: 20,99\r\n\r\nOK\r\n", ["+CSQ: 20,99"]],
    ["ATE0", "\r\nERROR\r\n", ["error"]],
    ["AT", "\r\nOK\r\n", []],
  ] as const) {
    const line = await bench();
    await ask(line, "AT+QCCID", []);
    const outcome = await ask(line, request, [
      [20, late],
      [120, answer],
    ]);
    assert.equal(infoOf(outcome), info, request);
    assert.ok(line.session.counts.late > 0);
  }
});

test("2: a reply that comes while nothing is under way, or to what cleaned the line, is nobody's", async () => {
  const line = await bench();
  await ask(line, "AT+QCCID", []);
  line.port.say("\r\n+QCCID: 8986001234567890123\r\n\r\nOK\r\n");
  assert.equal(infoOf(await ask(line, "AT+CGMM", [[20, "\r\nEC25\r\n\r\nOK\r\n"]])), ["EC25"]);
  // The modem is busy for a second: what it says to the ESC comes before what it says to AT.
  line.answers.push([]);
  await line.clock.settle(line.session.clean());
  const alive = await ask(line, "AT", [
    [800, "\r\nERROR\r\n"],
    [900, "\r\nOK\r\n"],
  ]);
  assert.is(alive.kind, "ok");
  assert.equal(infoOf(await ask(line, "AT+CGMM", [[20, "\r\nEC25\r\n\r\nOK\r\n"]])), ["EC25"]);
});

test("4: ten commands without an answer make no modem invalid, and every command there is has a deadline", async () => {
  const line = await bench();
  for (const known of commands.values()) {
    const outcome = await line.clock.settle(line.session.send(known));
    assert.equal(outcome, { kind: "silent", afterMs: known.deadlineMs }, known.request);
    assert.ok(known.deadlineMs <= 180_000, known.request);
  }
  assert.ok(line.session.counts.timeouts > 10);
  assert.equal(infoOf(await ask(line, "AT+CSQ", [[20, "\r\n+CSQ: 20,99\r\n\r\nOK\r\n"]])), ["+CSQ: 20,99"]);
});

test("4: a modem that does not take what is written is waited for no longer", async () => {
  const line = await bench();
  const deaf = await openSession(
    async (listener) => ({ ...(await line.port.open(listener)), write: () => false, counts: line.session.counts }),
    line.clock,
    { urc: () => {}, reset: () => {}, lost: () => {} },
  );
  assert.is((await line.clock.settle(deaf.send("AT"))).kind, "silent");
});

/** No echo although it was switched on (E173: serialport-gsm issue 98), `\r\r\n` (gammu's logs), doubled (gammu's at-dispatch). */
const echoes = ["", "AT+CPIN?\r\r\n", "AT+CPIN?\r", "AT+CPIN?\r\nAT+CPIN?\r\n", "\x1bAT+CPIN?\r\r\n", "at+cpin?\r\r\n"];
test("5: a reply is read with whatever echo, and without any", async () => {
  for (const echo of echoes) {
    const line = await bench();
    for (const cut of [0, 1, Math.floor(echo.length / 2), echo.length]) {
      const outcome = await ask(line, "AT+CPIN?", [
        [5, echo.slice(0, cut)],
        [9, `${echo.slice(cut)}\r\n+CPIN: READY\r\n\r\nOK\r\n`],
      ]);
      assert.equal(infoOf(outcome), ["+CPIN: READY"], JSON.stringify([echo, cut]));
    }
    const { unknown, binary } = line.session.counts;
    assert.equal([unknown, binary], [0, 0], JSON.stringify(echo));
  }
});

test("6: +CME ERROR with any number or words is a final, at once", async () => {
  for (const [bytes, code] of [
    // serialport-gsm issue 137.
    ["AT+CMGF=0\r\r\n+CME ERROR: 3517\r\n", 3517],
    // gammu tests/at-dispatch.c.
    ["AT+CMGF=0\r\nAT+CMGF=0\r\n+CME ERROR: 515\r\n", 515],
    ["\r\n+CME ERROR: SIM not inserted\r\n", 10],
  ] as const) {
    const line = await bench();
    const outcome = await ask(line, "AT+CMGF=0", [[30, bytes]]);
    assert.is(outcome.kind === "cme" && outcome.code, code);
    assert.is(line.session.counts.timeouts, 0);
  }
});

test("14: reports behind one that nobody knows are heard, in one piece, byte by byte, idle and in the middle of a reply", async () => {
  // The names of atat issue 183, behind one that is in no table.
  const stream = '\r\n+XYZ: 3,"a"\r\n\r\nXYZ DONE\r\n\r\n+CMTI: "SM",1\r\n\r\n+CREG: 2\r\n';
  const heard = ['+CMTI: "SM",1', "+CREG: 2"];
  for (const chunks of [[stream], [...stream]]) {
    const line = await bench();
    for (const chunk of chunks) line.port.say(chunk);
    assert.equal(line.urcs, heard);
    const outcome = await ask(line, "AT+CSQ", [
      ...chunks.map((chunk) => [5, chunk] as const),
      [9, "\r\n+CSQ: 20,99\r\n\r\nOK\r\n"],
    ]);
    assert.equal(infoOf(outcome), ["+CSQ: 20,99"]);
    assert.equal(line.urcs, [...heard, ...heard]);
    assert.is(line.session.counts.unknown, 4);
  }
});

test("20: the next command goes out 20 ms after a final, and 20 ms after a report behind it", async () => {
  // serialport-gsm issue 35: the report that was held back comes right behind OK; u-blox AT manual 2.2.5.1: "final or URC".
  const line = await bench();
  const first = ask(line, "ATE0", [
    [10, "\r\nOK\r\n"],
    [25, '\r\n+CMTI: "SM",1\r\n'],
  ]);
  const second = ask(line, "AT", [[60, "\r\nOK\r\n"]]);
  await line.clock.settle(Promise.all([first, second]));
  assert.equal(line.sentMs, [0, 45]);
  await line.clock.advance(500);
  const reportMs = line.clock.monoMs();
  line.port.say("\r\n+CREG: 2\r\n");
  line.clock.at(15, () => line.port.say("\r\n+CGREG: 0\r\n"));
  await ask(line, "AT", [[50, "\r\nOK\r\n"]]);
  assert.is((line.sentMs[2] ?? 0) - reportMs, 35);
});

test("20: a modem that never stops reporting is asked all the same", async () => {
  const line = await bench();
  for (let atMs = 0; atMs < 5_000; atMs += 10) line.clock.at(atMs, () => line.port.say("\r\n^RSSI: 20\r\n"));
  line.port.onRequest = () => {
    line.sentMs.push(line.clock.monoMs());
    line.clock.at(5, () => line.port.say("\r\nOK\r\n"));
  };
  await line.clock.advance(100);
  const all = Promise.all([line.session.send("AT"), line.session.send("AT"), line.session.send("AT")]);
  await line.clock.settle(all);
  assert.equal(line.sentMs, [300, 505, 710]);
});

test.run();
