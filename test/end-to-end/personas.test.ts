/** The modem probe in front of every simulated module, in virtual time: two halves of the knowledge that nobody wrote together. */
import { createMeter } from "../../hw-sim/meter.ts";
import { loadPersona, personaNames } from "../../hw-sim/persona-file.ts";
import { createTerminal, type Terminal } from "../../hw-sim/terminal.ts";
import { seededRandom } from "../../src/base/random.ts";
import type { ModemFact } from "../../src/model/modem-fact.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import { createModemProbe, type ModemProbeHandle } from "../../src/probes/modem.ts";
import { assert, suite } from "../front-door/suite.ts";
import { ScriptedPort } from "../modem/scripted-port.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("every persona");

/** Which profile knows which module. */
const profiles: Readonly<Record<string, string>> = {
  "cinterion-els61": "cinterion",
  "fibocom-fm160": "fibocom_qualcomm",
  "fibocom-l610": "fibocom_unisoc",
  "huawei-me909": "huawei",
  "meig-slm750": "meig",
  "neoway-n720": "neoway",
  "quectel-ec25": "quectel",
  "quectel-rm500u": "quectel_unisoc",
  "sierra-em7455": "sierra",
  "simcom-a7670": "simcom_asr",
  "simcom-sim7600": "simcom_qualcomm",
  "telit-le910": "telit",
  "u-blox-lara-r6": "u-blox",
};

interface Pair {
  readonly terminal: Terminal;
  readonly probe: ModemProbeHandle;
  readonly readings: Reading[];
  readonly facts: ModemFact[];
  readonly sent: string[];
  live(ms: number): Promise<void>;
  newest(signal: SignalId): unknown;
  stop(): Promise<void>;
}

/** After the release of the agent, before which no clock is believed. */
class Present extends VirtualClock {
  override wallMs(): number {
    return Date.UTC(2026, 10, 22, 2, 15, 30) + this.monoMs();
  }
}

function pairOf(name: string): Pair {
  const clock = new Present();
  const port = new ScriptedPort();
  const simClock = {
    nowMs: () => clock.monoMs(),
    after: (ms: number, act: () => void) => {
      let on = true;
      clock.at(ms, () => on && act());
      return () => {
        on = false;
      };
    },
  };
  const terminal = createTerminal({
    ...{ persona: loadPersona(name), clock: simClock, seed: 1, meter: createMeter(simClock) },
    wallMs: () => clock.wallMs(),
    port: {
      attach: () => {},
      hangUp: () => port.lose(),
      write: (bytes, role) => role === "at" && port.say(bytes.toString("latin1")),
    },
  });
  const [readings, facts, sent]: [Reading[], ModemFact[], string[]] = [[], [], []];
  port.onRequest = (request) => {
    sent.push(request);
    terminal.modem.receive(Buffer.from(`${request}\r`, "latin1"));
  };
  const probe = createModemProbe({
    ...{ open: port.open, clock, random: seededRandom(1), log: () => {} },
    emit: (news) => readings.push(...news),
    onFact: (fact) => facts.push(fact),
  });
  const end = new AbortController();
  const run = probe.run(end.signal);
  return {
    ...{ terminal, probe, readings, facts, sent },
    live: (ms) => clock.advance(ms),
    newest: (signal) => readings.filter((each) => each.signal === signal).at(-1)?.value,
    stop: async () => {
      end.abort();
      await clock.settle(run);
    },
  };
}

test("every persona is tried", () => assert.equal([...personaNames()].sort(), Object.keys(profiles).sort()));

for (const [name, profile] of Object.entries(profiles)) {
  test(`${name}: recognised, read and understood to the last line`, async () => {
    const { probe, live, newest, readings, facts, sent, stop } = pairOf(name);
    await live(75_000);
    sent.length = 0;
    await live(59_000);
    const { unknownLines, iccid, counts, ...status } = probe.status();
    assert.is(status.profile, profile);
    assert.equal([...unknownLines], []);
    assert.is(counts.timeouts, 0);
    assert.match(iccid ?? "", /…\d{4}/);
    assert.equal(
      [newest("sim.state"), newest("modem.reg_state"), newest("modem.pdp_state")],
      ["ready", "home", "active"],
    );
    const rsrp = readings
      .filter(({ signal, quality }) => signal === "modem.rsrp_dbm" && quality === "ok")
      .at(-1)?.value;
    assert.ok(typeof rsrp === "number" && Math.abs(rsrp + 87) <= 1, `${rsrp} dBm`);
    for (const kind of ["identity", "cell"])
      assert.ok(
        facts.some((fact) => fact.kind === kind),
        kind,
      );
    const [time] = facts.flatMap((fact) => (fact.kind === "network_time" ? [fact] : []));
    assert.ok(time && Math.abs(time.skewMs) < 2_000, JSON.stringify(time));
    assert.ok(sent.length <= 6 * 3 + 2, `${sent.length} lines in a minute`);
    await stop();
  });

  test(`${name}: a pulled card is told and no command hangs; put back, it is ready again`, async () => {
    const { terminal, probe, live, newest, readings, stop } = pairOf(name);
    await live(30_000);
    terminal.set({ sim: "absent" });
    await live(60_000);
    assert.is(newest("sim.state"), "absent");
    assert.is(probe.status().counts.timeouts, 0);
    terminal.set({ sim: "ready" });
    await live(90_000);
    assert.is(newest("sim.state"), "ready");
    await stop();
    assert.not(readings.some(({ signal, value }) => signal === "modem.at_response" && value === "timeout"));
  });

  test(`${name}: a refusal is told, a hang is told, and both end`, async () => {
    const { terminal, live, newest, stop } = pairOf(name);
    await live(30_000);
    terminal.set({ registration: "denied", reject_cause: 17 });
    await live(60_000);
    assert.is(newest("modem.reg_state"), "denied");
    terminal.set({ silent: true });
    await live(30_000);
    assert.is(newest("modem.at_response"), "timeout");
    terminal.set({ silent: false, registration: "home", reject_cause: null });
    await live(120_000);
    assert.is(newest("modem.at_response"), "ok");
    assert.is(newest("modem.reg_state"), "home");
    await stop();
  });
}

test.run();
