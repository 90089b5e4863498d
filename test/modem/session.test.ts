import type { Urc } from "../../src/at/urc.ts";
import type { OpenPort } from "../../src/modem/port.ts";
import { openSession, type Session } from "../../src/modem/session.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { ScriptedPort } from "./scripted-port.ts";

const test = suite("modem session");

interface Bench {
  readonly clock: VirtualClock;
  readonly port: ScriptedPort;
  readonly session: Session;
  readonly urcs: Urc[];
  readonly events: string[];
}

async function bench(): Promise<Bench> {
  const clock = new VirtualClock();
  const port = new ScriptedPort();
  const urcs: Urc[] = [];
  const events: string[] = [];
  const session = await openSession(port.open, clock, {
    urc: (urc) => urcs.push(urc),
    reset: () => events.push("reset"),
    lost: () => events.push("lost"),
  });
  return { clock, port, session, urcs, events };
}

test("commands go out one at a time, each 20 ms after the final before it", async () => {
  const { clock, port, session } = await bench();
  const sent: number[] = [];
  port.onRequest = () => {
    sent.push(clock.monoMs());
    clock.at(15, () => port.say("\r\nOK\r\n"));
  };
  const all = Promise.all([session.send("AT"), session.send("ATE0"), session.send("AT+CSQ")]);
  await clock.settle(all);
  assert.equal(sent, [0, 35, 70]);
  assert.equal(port.written, ["AT\r", "ATE0\r", "AT+CSQ\r"]);
});

test("an answer within the write itself is not lost", async () => {
  const { clock, port, session } = await bench();
  port.onRequest = () => port.say("\r\n+CSQ: 20,99\r\n\r\nOK\r\n");
  assert.equal(await clock.settle(session.send("AT+CSQ")), { kind: "ok", info: ["+CSQ: 20,99"] });
});

test("a deadline is kept by the clock and counted", async () => {
  const { clock, session } = await bench();
  const startMs = clock.monoMs();
  assert.equal(await clock.settle(session.send("AT+CPIN?")), { kind: "silent", afterMs: 5_000 });
  assert.ok(clock.monoMs() - startMs >= 5_000);
  assert.is(session.counts.timeouts, 1);
});

test("the queue is bounded", async () => {
  const { clock, session } = await bench();
  const outcomes = Promise.all(Array.from({ length: 40 }, () => session.send("AT")));
  const refused = (await clock.settle(outcomes)).filter(({ kind }) => kind === "refused");
  assert.is(refused.length, 7);
});

test("a lost port ends what is under way and what waits, once", async () => {
  const { clock, port, session, events } = await bench();
  const both = Promise.all([session.send("AT+CSQ"), session.send("AT")]);
  port.say("\r\n+CS");
  port.lose();
  assert.equal(await clock.settle(both), [{ kind: "port_lost" }, { kind: "port_lost" }]);
  assert.equal(await clock.settle(session.send("AT")), { kind: "port_lost" });
  session.close();
  assert.equal(events, ["lost"]);
  assert.is(clock.sleeping <= 1, true);
});

test("a port that is lost is let go of, so that it can be opened anew", async () => {
  const clock = new VirtualClock();
  const closed: string[] = [];
  const scripted = new ScriptedPort();
  const open: OpenPort = async (listener) => {
    const port = await scripted.open(listener);
    return { ...port, close: () => void closed.push("port") };
  };
  await openSession(open, clock, { urc: () => {}, reset: () => {}, lost: () => {} });
  scripted.lose();
  assert.equal(closed, ["port"]);
});

test("closing tells nobody that the port is lost", async () => {
  const { clock, session, events } = await bench();
  const outcome = session.send("AT");
  session.close();
  assert.equal(await clock.settle(outcome), { kind: "port_lost" });
  assert.equal(events, []);
});

test("a boot banner ends the exchange as a reset and is told", async () => {
  const { clock, port, session, events } = await bench();
  port.onRequest = () => clock.at(900, () => port.say("\r\nRDY\r\n"));
  assert.equal(await clock.settle(session.send("AT+CEREG?")), { kind: "reset" });
  assert.equal(events, ["reset"]);
  assert.is(session.counts.resets, 1);
});

test("unsolicited lines arrive parsed, whether or not a command is under way", async () => {
  const { clock, port, session, urcs } = await bench();
  port.say("\r\n+QSIMSTAT: 1,0\r\n");
  port.onRequest = () => port.say("\r\n+CEREG: 2\r\n\r\nOK\r\n");
  await clock.settle(session.send("AT"));
  assert.equal(
    urcs.map((urc) => urc.kind),
    ["sim_presence", "registration"],
  );
});

test("lines nobody knows are kept, at most five, and without a digit", async () => {
  const { clock, port, session } = await bench();
  for (let line = 0; line < 9; line += 1) port.say(`\r\n+XYZ${line}: 460001234567890,"8986000000000000000"\r\n`);
  await clock.advance(0);
  assert.is(session.counts.unknown, 9);
  assert.is(session.unknownLines.length, 5);
  assert.ok(session.unknownLines.every((line) => !/\d/.test(line)));
});

test("a clean start cancels half a command of another program and forgets what is owed", async () => {
  const { clock, port, session } = await bench();
  await clock.settle(session.send("AT+CPIN?"));
  port.onRequest = (request) => port.say(request === "\x1b" ? "\r\nERROR\r\n" : "\r\n+CSQ: 20,99\r\n\r\nOK\r\n");
  const cleaning = session.clean();
  const outcome = session.send("AT+CSQ");
  await clock.settle(cleaning);
  assert.equal(await clock.settle(outcome), { kind: "ok", info: ["+CSQ: 20,99"] });
  assert.equal(port.written, ["AT+CPIN?\r", "\x1b\r", "AT+CSQ\r"]);
});

test("an OK that the modem never ends stands after a moment", async () => {
  const { clock, port, session } = await bench();
  port.onRequest = () => port.say("\r\n+CSQ: 20,99\r\nOK");
  const outcome = session.send("AT+CSQ");
  await clock.advance(99);
  assert.is(session.counts.unended, 0);
  assert.equal(await clock.settle(outcome), { kind: "ok", info: ["+CSQ: 20,99"] });
  assert.is(session.counts.unended, 1);
});

test.run();
