import { combined, command, commandFor } from "../../src/at/commands.ts";
import {
  type Effect,
  type ExchangeInput,
  type ExchangeState,
  newExchange,
  type Outcome,
  stepExchange,
} from "../../src/at/exchange.ts";
import { classifyLine, type Line } from "../../src/at/line.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("at exchange");

const line = (text: string): ExchangeInput => {
  const classified = classifyLine(text);
  if (!classified) throw new Error("a blank line is no input");
  return { kind: "line", line: classified };
};

/** Feeds lines and other inputs; gives the last state and every effect. */
function play(from: ExchangeState, inputs: readonly (string | ExchangeInput)[]) {
  let state = from;
  const effects: Effect[] = [];
  for (const input of inputs) {
    const step = stepExchange(state, typeof input === "string" ? line(input) : input);
    state = step.state;
    effects.push(...step.effects);
  }
  const outcomes = effects.flatMap((effect): Outcome[] => (effect.kind === "settle" ? [effect.outcome] : []));
  return { state, effects, outcomes, kinds: effects.map((effect) => effect.kind) };
}

const send = (request: string): ExchangeInput => ({ kind: "send", command: commandFor(request) });
const deadline: ExchangeInput = { kind: "deadline" };
const rested: ExchangeInput = { kind: "rested" };

const states: Readonly<Record<ExchangeState["kind"], ExchangeState>> = {
  idle: newExchange,
  waiting: play(newExchange, [send("AT+CSQ")]).state,
  resting: play(newExchange, [send("AT"), "OK"]).state,
  lost: { kind: "lost" },
};

/** For each input: next state and effects in idle, waiting, resting and lost. `throws`: a bug of the caller. */
const pairs: Readonly<Record<string, { input: ExchangeInput; next: readonly string[] }>> = {
  send: { input: send("AT"), next: ["waiting write", "throws", "throws", "lost settle"] },
  echo: { input: line("AT+CSQ"), next: ["idle", "waiting", "resting", "lost"] },
  final: { input: line("OK"), next: ["idle late", "resting settle", "resting late", "lost"] },
  "own information": { input: line("+CSQ: 1,2"), next: ["idle urc", "waiting", "resting urc", "lost"] },
  report: { input: line("+CREG: 0"), next: ["idle urc", "waiting urc", "resting urc", "lost"] },
  "unknown information": {
    input: line("+XYZ: 1"),
    next: ["idle unknown", "waiting unknown", "resting unknown", "lost"],
  },
  prompt: { input: line(">"), next: ["idle write", "waiting write", "resting write", "lost"] },
  banner: { input: line("RDY"), next: ["idle reset", "resting settle reset", "resting reset", "lost"] },
  junk: { input: line("$GPGSV,1*79"), next: ["idle junk", "waiting junk", "resting junk", "lost"] },
  deadline: { input: deadline, next: ["idle", "resting settle", "resting", "lost"] },
  rested: { input: rested, next: ["idle", "waiting", "idle", "lost"] },
  lost: { input: { kind: "lost" }, next: ["lost", "lost settle", "lost", "lost"] },
};

for (const [name, { input, next }] of Object.entries(pairs)) {
  for (const [at, [kind, state]] of Object.entries(states).entries()) {
    test(`${name} while ${kind}`, () => {
      if (next[at] === "throws") return assert.throws(() => stepExchange(state, input), /AT/);
      const step = stepExchange(state, input);
      assert.is([step.state.kind, ...step.effects.map((effect) => effect.kind)].join(" "), next[at]);
    });
  }
}

test("every kind of line is in the table of pairs", () => {
  const kinds = new Set<Line["kind"]>(["echo", "final", "information", "prompt", "banner", "junk"]);
  for (const { input } of Object.values(pairs)) if (input.kind === "line") kinds.delete(input.line.kind);
  assert.equal([...kinds], []);
});

test("a report with the name of the reply is told by its fields, before and behind the reply", () => {
  const { outcomes, effects } = play(newExchange, [send("AT+CREG?"), "+CREG: 2", "+CREG: 1,5", "+CREG: 0", "OK"]);
  assert.equal(outcomes, [{ kind: "ok", info: ["+CREG: 1,5"] }]);
  assert.equal(
    effects.flatMap((effect) => (effect.kind === "urc" ? [effect.text] : [])),
    ["+CREG: 2", "+CREG: 0"],
  );
});

test("a second +CPIN line is news, not a part of the reply", () => {
  const { outcomes, kinds } = play(newExchange, [send("AT+CPIN?"), "+CPIN: READY", "+CPIN: NOT READY", "OK"]);
  assert.equal(outcomes, [{ kind: "ok", info: ["+CPIN: READY"] }]);
  assert.equal(kinds, ["write", "urc", "settle"]);
});

test("a line of several commands gives the lines of all, and still knows news", () => {
  const several = combined([command("AT+CSQ"), command("AT+CEREG?"), command("AT+CGACT?")]);
  assert.is(several.request, "AT+CSQ;+CEREG?;+CGACT?");
  const replies = ["+CSQ: 20,99", "+CEREG: 3,1", "+CEREG: 2", "+CGACT: 1,1", "+CGACT: 2,0"];
  const { outcomes, kinds } = play(newExchange, [{ kind: "send", command: several }, ...replies, "OK"]);
  assert.equal(outcomes, [{ kind: "ok", info: replies.filter((line) => line !== "+CEREG: 2") }]);
  assert.equal(kinds, ["write", "urc", "settle"]);
});

test("a late reply with another name is dropped, and so is its final", () => {
  const { outcomes } = play(newExchange, [
    send("AT+COPS=?"),
    deadline,
    rested,
    send("AT+CSQ"),
    '+COPS: (2,"CMCC")',
    "OK",
    "+CSQ: 20,99",
    "OK",
  ]);
  assert.equal(outcomes, [
    { kind: "silent", afterMs: 1_000 },
    { kind: "ok", info: ["+CSQ: 20,99"] },
  ]);
});

test("of two replies to the same question the newer one counts", () => {
  const inputs = [send("AT+QCCID"), deadline, rested, send("AT+QCCID"), "+QCCID: 89A", "OK", "+QCCID: 89B", "OK"];
  const { outcomes, state } = play(newExchange, inputs);
  assert.equal(outcomes[1], { kind: "ok", info: ["+QCCID: 89B"] });
  assert.equal(state, { kind: "resting", owed: [] });
});

test("a final that may be owed is held, and stands when nothing follows", () => {
  const { outcomes, kinds } = play(newExchange, [
    send("AT+CPIN?"),
    deadline,
    rested,
    send("AT+CPIN?"),
    "+CME ERROR: 10",
    deadline,
  ]);
  assert.equal(outcomes[1], { kind: "cme", code: 10, text: "10" });
  assert.ok(kinds.includes("hurry"));
});

test("information that only this command gives makes the final its own at once", () => {
  const { outcomes, kinds } = play(newExchange, [
    send("AT+CPIN?"),
    deadline,
    rested,
    send("AT+CSQ"),
    "+CSQ: 9,99",
    "OK",
  ]);
  assert.equal(outcomes[1], { kind: "ok", info: ["+CSQ: 9,99"] });
  assert.not(kinds.includes("hurry"));
});

test("what is owed is forgotten after a reset, and never more than sixteen commands", () => {
  const tired = play(newExchange, Array.from({ length: 20 }, () => [send("AT"), deadline, rested]).flat());
  assert.is(tired.state.kind === "idle" && tired.state.owed.length, 16);
  assert.equal(play(tired.state, [line("RDY")]).state, newExchange);
});

test("a modem left in numeric results is understood where a bare digit cannot be information", () => {
  assert.equal(play(newExchange, [send("AT"), "0"]).outcomes, [{ kind: "ok", info: [] }]);
  const named = play(newExchange, [send("AT+CSQ"), "+CSQ: 1,2", "0"]);
  assert.equal(named.outcomes, [{ kind: "ok", info: ["+CSQ: 1,2"] }]);
  assert.equal(play(newExchange, [send("AT+CIMI"), "0"]).outcomes, []);
  assert.equal(play(newExchange, [send("ATE0"), "4"]).outcomes, [{ kind: "error" }]);
});

test("a reply that does not end is cut", () => {
  const { state, kinds } = play(newExchange, [send("AT+CEER"), ...Array.from({ length: 100 }, () => "+CEER: again")]);
  assert.is(state.kind === "waiting" && state.info.length, 64);
  assert.is(kinds.filter((kind) => kind === "unknown").length, 36);
});

test("the table knows which commands need a SIM", () => {
  assert.ok(command("AT+CIMI").needsSim);
  assert.not(command("AT+CPIN?").needsSim);
});

test("a bare digit before the deadline ends a reply whose form nobody knows", () => {
  const information = play(newExchange, [send("AT+XYZ?"), "+XYZ: 1", "0", deadline]);
  assert.equal(information.outcomes, [{ kind: "ok", info: ["+XYZ: 1"] }]);
  assert.equal(play(newExchange, [send("AT+XYZ=1"), "4", deadline]).outcomes, [{ kind: "error" }]);
  assert.is(play(newExchange, [send("AT+XYZ?"), "+XYZ: 0", deadline]).outcomes[0]?.kind, "silent");
});

test("an answer in hand stands when the modem starts anew behind it", () => {
  const owing = [send("AT+COPS=?"), deadline, rested];
  const restart = play(newExchange, [...owing, send("AT+CFUN=1,1"), "OK", "RDY"]);
  assert.equal(restart.outcomes.at(-1), { kind: "ok", info: [] });
  assert.is(restart.kinds.at(-1), "reset");
});

test.run();
