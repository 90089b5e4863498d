import { readModem } from "../../src/agent/command-at.ts";
import type { Outcome } from "../../src/at/exchange.ts";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import type { Hindrance } from "../../src/commands/verbs.ts";
import { reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("agent/command-at");

function bench(simState: string, answer: (request: string) => Outcome = () => ({ kind: "ok", info: [] })) {
  const sent: string[] = [];
  const stop = new AbortController();
  let hindrance: Hindrance | undefined;
  const asked = {
    site: { cardData: createCardDataGuard() },
    parts: {
      thinker: { book: { of: () => [reading("sim.state", simState, 1)] } },
      probes: {
        modem: {
          perform: async ({ request }: { readonly request: string }) => {
            sent.push(request);
            return answer(request);
          },
        },
      },
    },
    guard: { hindered: () => hindrance },
    stop: stop.signal,
  };
  const hinder = (by: Hindrance) => {
    hindrance = by;
  };
  return { asked, sent, stop, hinder };
}

test("one command that is not read only keeps back them all", async () => {
  const { asked, sent } = bench("ready");
  assert.equal(await readModem(["AT+CSQ", "AT+CFUN=0"], asked), { kind: "failed", reason: "not_a_reading_command" });
  assert.equal(sent, []);
});

test("tells what the modem said, without who anybody is; what only a SIM can answer is not asked without one", async () => {
  const answers: Readonly<Record<string, Outcome>> = {
    "AT+CSQ": { kind: "ok", info: ["+CSQ: 23,99"] },
    "AT+CGSN": { kind: "ok", info: ["860000000000012"] },
    "AT+CPIN?": { kind: "cme", code: 10, text: "SIM not inserted" },
  };
  const { asked, sent } = bench("absent", (request) => answers[request] ?? { kind: "silent", afterMs: 1_000 });
  const done = await readModem(["AT+CSQ", "AT+CGSN", "AT+CPIN?", "AT+CIMI", "AT+CESQ"], asked);
  assert.equal(done.kind === "done" && done.result, [
    { request: "AT+CSQ", outcome: "ok", info: ["+CSQ: 23,99"] },
    { request: "AT+CGSN", outcome: "ok", info: ["***************".replaceAll("*", "#")] },
    { request: "AT+CPIN?", outcome: "cme", code: 10, info: [] },
    { request: "AT+CIMI", outcome: "no_sim", info: [] },
    { request: "AT+CESQ", outcome: "silent", info: [] },
  ]);
  assert.equal(sent, ["AT+CSQ", "AT+CGSN", "AT+CPIN?", "AT+CESQ"]);
});

test("a payment that begins in between keeps back the rest, and so does the end of its time", async () => {
  const paid = bench("ready", () => {
    paid.hinder("payment_running");
    return { kind: "ok", info: [] };
  });
  const done = await readModem(["AT+CSQ", "AT+CESQ"], paid.asked);
  assert.match(JSON.stringify(done), /"AT\+CESQ","outcome":"payment_running"/);
  const late = bench("ready");
  late.stop.abort();
  assert.match(JSON.stringify(await readModem(["AT+CSQ"], late.asked)), /"outcome":"stopped"/);
  assert.equal([paid.sent, late.sent], [["AT+CSQ"], []]);
});

test.run();
