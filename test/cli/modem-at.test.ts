/** The command itself on real pseudo-terminals, with a judge that plays a modem: bytes at their times after the command. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dispatch } from "../../src/cli/dispatch.ts";
import { modemAtCommand } from "../../src/cli/modem-at.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type Arrival, type GarbageCase, type GarbageStep, loadGarbage } from "../modem/garbage.ts";
import { type Answer, Judge, pause, until } from "./at-judge.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("posdiag modem at", { timeoutMs: 40_000 });

const folder = mkdtempSync(join(tmpdir(), "posdiag-at-"));
test.after(() => rmSync(folder, { recursive: true }));

const openJudge = (name: string, args?: readonly string[]) => new Judge(join(folder, `${name}-0`), args);

/** Nothing is measured in the many seconds of a re-enumeration. */
const longestWaitMs = 2_500;

async function playStep(judge: Judge, { send, rx }: GarbageStep): Promise<void> {
  if (send !== null) await judge.heard(`${send}\r`);
  const beganMs = Date.now();
  const late = rx.find(({ at_ms }) => at_ms > longestWaitMs)?.at_ms ?? longestWaitMs;
  for (const arrival of rx) {
    const dueMs = arrival.at_ms < late ? arrival.at_ms : arrival.at_ms - late + longestWaitMs;
    await pause(Math.max(0, beganMs + dueMs - Date.now()));
    await arrive(judge, arrival);
  }
}

async function arrive(judge: Judge, { data = "", repeat = 1, event }: Arrival): Promise<void> {
  if (event === "port-error" || event === "port-close") judge.hangUp();
  if (event === "port-open") judge.comeBack();
  const text = data.repeat(repeat);
  // A terminal holds 4 kB; what it cannot take waits on the modem's side.
  for (let at = 0; at < text.length; at += 1_000) {
    judge.say(text.slice(at, at + 1_000));
    if (text.length > 1_000) await pause(1);
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function holds(fields: unknown, want: unknown, where: string): void {
  const got: Answer = typeof fields === "object" && fields !== null ? { ...fields } : {};
  for (const [key, value] of Object.entries(want ?? {})) assert.is(got[key], value, `${where} ${key}`);
}

type Rule = (got: Answer, want: unknown, where: string) => void;
const same =
  (key: string): Rule =>
  (got, want, where) =>
    assert.equal(got[key], want, `${where} ${key}`);

/** One for each key of an expectation; the others say how, not what. */
const rules: Readonly<Record<string, Rule>> = {
  outcome: same("outcome"),
  cme: same("cme"),
  info: same("info"),
  urcs: same("urcs"),
  state: same("state"),
  final_state_stat: same("final_state_stat"),
  parsed: (got, want, where) => holds(got["parsed"], want, where),
  final_state: (got, want, where) => holds(got["final_state"], want, where),
  one_of: ({ parsed }, want, where) => {
    const iccid = typeof parsed === "object" && parsed !== null && "iccid" in parsed ? parsed.iccid : undefined;
    assert.ok(texts(want).includes(String(iccid)), where);
  },
  urc_prefixes: (got, want, where) => {
    const told = texts(got["urcs"]);
    for (const prefix of texts(want))
      assert.ok(
        told.some((line) => line.startsWith(`${prefix}:`)),
        where,
      );
  },
  not_info_prefix: (got, want, where) => {
    for (const prefix of texts(want))
      assert.not.ok(
        texts(got["info"]).some((line) => line.startsWith(prefix)),
        where,
      );
  },
  recover: (got, _, where) => assert.match(String(got["recover"]), /ESC \(0x1b\) and CR/, where),
};

/** The answers to all steps of a case. */
async function play({ id, steps }: GarbageCase): Promise<readonly Answer[]> {
  await using judge = openJudge(id);
  await judge.heard("\x1b\r");
  const answers: Answer[] = [];
  for (const step of steps) {
    const { send, timeout_ms } = step;
    answers.push(await judge.ask({ send, timeout_ms }, () => playStep(judge, step)));
  }
  assert.is(judge.err, "");
  return answers;
}

/** Most of a case is waiting, so all wait side by side. */
const games = new Map<string, Promise<readonly Answer[]>>();
test.before(() => {
  for (const example of loadGarbage()) {
    const game = play(example);
    game.catch(() => {});
    games.set(example.id, game);
  }
});

for (const { id, title, steps } of loadGarbage()) {
  test(`${id}: ${title}`, async () => {
    const answers = (await games.get(id)) ?? [];
    for (const [at, { expect }] of steps.entries()) {
      for (const [key, want] of Object.entries(expect)) rules[key]?.(answers[at] ?? {}, want, `step ${at + 1}`);
    }
  });
}

test("a port that comes back as the same name with another number is followed", async () => {
  await using judge = openJudge("ttyUSB");
  const lost = await judge.ask({ send: "AT+CSQ", timeout_ms: 1_000 }, async () => {
    await judge.heard("AT+CSQ\r");
    judge.hangUp();
  });
  assert.equal([lost["outcome"], lost["state"]], ["PORT_LOST", "lost"]);
  judge.comeBack(3);
  const back = await judge.ask({ send: "AT", timeout_ms: 5_000 }, async () => {
    await judge.heard("AT\r");
    judge.say("\r\nOK\r\n");
  });
  assert.equal([back["outcome"], back["state"]], ["OK", "reconnected"]);
});

test("a command for a port that stays away is answered when its time is over, and so is listening", async () => {
  await using judge = openJudge("away");
  await judge.heard("\x1b\r");
  judge.hangUp();
  const asked = await judge.ask({ send: "AT", timeout_ms: 600 }, async () => {});
  assert.equal([asked["outcome"], asked["state"]], ["PORT_LOST", "lost"]);
  const listened = await judge.ask({ send: null, timeout_ms: 100 }, async () => {});
  assert.equal([listened["outcome"], listened["state"]], [null, "lost"]);
});

test("lines that nobody knows are told with what came unasked", async () => {
  await using judge = openJudge("news");
  await judge.heard("\x1b\r");
  const heard = await judge.ask({ send: null, timeout_ms: 300 }, async () => judge.say("\r\n+NEWS: 1\r\n\r\nRING\r\n"));
  assert.equal(heard["urcs"], ["+NEWS: 1", "RING"]);
});

test("a flood is kept up to a bound, and what is left out is counted", async () => {
  await using judge = openJudge("flood");
  await judge.heard("\x1b\r");
  const flood = Array.from({ length: 400 }, (_, at) => `+NEWS: ${at}\r\n`).join("");
  const heard = await judge.ask({ send: null, timeout_ms: 500 }, async () => judge.say(flood));
  assert.equal([texts(heard["urcs"]).length, heard["dropped"]], [256, 144]);
});

test("a port that is in use is exit 75", async () => {
  await using judge = openJudge("shared");
  await judge.heard("\x1b\r");
  const { io, err } = capturedIo();
  assert.is(await dispatch([modemAtCommand], ["modem", "at", join(folder, "shared-0")], io), 75);
  assert.match(err(), /another program holds the serial port/);
});

test("what comes without line ends is judged when the time is up: another port, or an error that a modem did not end", async () => {
  await using judge = openJudge("unended");
  await judge.heard("\x1b\r");
  const noise = await judge.ask({ send: "AT", timeout_ms: 400 }, async () => {
    await judge.heard("AT\r");
    judge.say("\x7e\x81\xff\xf8\x9a\x7e");
  });
  assert.is(noise["outcome"], "NOT_AT_PORT");
  judge.say("\r\n");
  const error = await judge.ask({ send: "AT+CUSD=1", timeout_ms: 400 }, async () => {
    await judge.heard("AT+CUSD=1\r");
    judge.say("AT+CUSD=1\r\n+CME ERROR: 132");
  });
  assert.equal([error["outcome"], error["cme"]], ["CME", 132]);
});

test("lines of input that ask for nothing are told one by one, nothing of them is sent, and the end is 65", async () => {
  const judge = openJudge("wrong");
  const wrong = [
    "not json",
    "[]",
    '{"timeout_ms":1}',
    '{"send":"AT\\rAT"}',
    '{"send":""}',
    '{"send":7}',
    '{"send":"AT","timeout_ms":0}',
    '{"send":"AT","timeout_ms":"1"}',
    `{"send":"${"A".repeat(5_000)}"}`,
  ];
  for (const line of wrong) judge.type(line);
  await until(() => judge.lines.length === wrong.length);
  assert.ok(judge.lines.every((line) => Object.keys(JSON.parse(line)).join() === "error"));
  judge.stdin.end();
  assert.is(await judge.exit, 65);
  assert.is(judge.written.replace("\x1b\r", ""), "");
  judge.hangUp();
});

test("a person types commands and sees what the modem says as it comes, controls made visible", async () => {
  await using judge = openJudge("person", ["--plain"]);
  judge.type("  AT+CSQ ");
  await judge.heard("AT+CSQ\r");
  judge.say("\r\n+CSQ: 20,99\r\n\r\nOK\r\n");
  await until(() => judge.lines.includes("OK"));
  judge.say("\r\n+COPS: \x1b[2J\r\n");
  await until(() => judge.lines.length === 3);
  assert.equal(judge.lines, ["+CSQ: 20,99", "OK", "+COPS: ·[2J"]);
  judge.type("AT+CFUN=1,1");
  await judge.heard("AT+CFUN=1,1\r");
  judge.hangUp();
  await until(() => judge.err !== "");
  assert.is(judge.err, "(the port is gone)\n");
});

test("told to stop it ends, whatever it waits for", async () => {
  const judge = openJudge("stop");
  judge.type('{"send":null,"timeout_ms":600000}');
  await judge.heard("\x1b\r");
  judge.stop.abort();
  assert.is(await judge.exit, 0);
  judge.hangUp();
});

test("wrong use is 64, and a port that is not there 69", async () => {
  for (const [args, exit] of [
    [[], 64],
    [["/dev/a", "/dev/b"], 64],
    [["/dev/a", "--baud", "fast"], 64],
    [["/nonexistent/port"], 69],
  ] as const) {
    const { io, err } = capturedIo();
    assert.is(await dispatch([modemAtCommand], ["modem", "at", ...args], io), exit, err());
  }
});

test.run();
