/** The ladder against a modem on a real serial port. */
import { startBench } from "../../hw-sim/bench.ts";
import { bringUp, openRig } from "../../hw-sim/rig/rig.ts";
import { type Clock, systemClock } from "../../src/base/clock.ts";
import { seededRandom } from "../../src/base/random.ts";
import type { Attempt, RungId } from "../../src/model/attempt.ts";
import { serialPort } from "../../src/modem/port.ts";
import { createModemProbe } from "../../src/probes/modem.ts";
import { createRecovery } from "../../src/recovery/runner.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createLedger } from "../recovery/passing-ledger.ts";

const test = suite("recovery on a real port", { timeoutMs: 60_000 });

/** A minute a second, until it is told to go like others: the ladder waits minutes before it does anything. */
class FastClock implements Clock {
  readonly #beganMs = systemClock.monoMs();
  #aheadMs = 0;
  #fast = true;

  readonly sleep = systemClock.sleep;
  readonly wallMs = systemClock.wallMs;

  monoMs(): number {
    const nowMs = systemClock.monoMs();
    if (this.#fast) this.#aheadMs = 59 * (nowMs - this.#beganMs);
    return nowMs + this.#aheadMs;
  }

  calm(): void {
    this.monoMs();
    this.#fast = false;
  }
}

interface Mended {
  readonly attempt: Attempt;
  /** What was sent that changes something. */
  readonly sent: readonly string[];
}

/** A modem that has stopped looking for a network which is there all the time; `cure` makes it look again. */
async function mend(cure: string, perDay: Readonly<Record<RungId, number>>): Promise<Mended> {
  const bench = await startBench({ seed: 5, broker: false, pace: 10 });
  await bench.set({ registration: "searching" });
  const clock = new FastClock();
  const sent: string[] = [];
  bench.onWire(({ direction, text }) => {
    if (direction === "to_modem" && /^AT\+(CFUN|CGATT)=/.test(text)) sent.push(text);
    if (direction === "to_modem" && text.startsWith("AT+CFUN=")) clock.calm();
    if (direction === "to_modem" && text === cure) void bench.set({ registration: "home" });
  });
  const stop = new AbortController();
  let see: () => void = () => {};
  const seen = new Promise<void>((resolve) => {
    see = resolve;
  });
  const probe = createModemProbe({
    open: serialPort({ path: bench.paths.modem, baudRate: 115_200 }),
    ...{ clock: systemClock, random: seededRandom(1), log: () => {} },
    paces: { slow: 500, quick: 500 },
    emit: (readings) => {
      recovery.see(readings.map((each) => ({ ...each, atMs: clock.monoMs() })));
      if (readings.some(({ signal, value }) => signal === "modem.reg_state" && value === "searching")) see();
    },
  });
  let tell: (attempt: Attempt) => void = () => {};
  const tried = new Promise<Attempt>((resolve) => {
    tell = resolve;
  });
  const recovery = createRecovery({
    ...{ clock, log: () => {}, ledger: createLedger(), perDay },
    recipe: () => probe.recovery(),
    perform: (command) => probe.perform(command),
    faults: () => [],
    onBreak: () => {},
    onAttempt: (attempt) => tell(attempt),
  });
  const probing = probe.run(stop.signal);
  await seen;
  const mending = recovery.run(stop.signal);
  const attempt = await tried;
  stop.abort();
  await Promise.all([probing, mending]);
  await bench.close();
  return { attempt, sent };
}

function registration(readings: Attempt["before"]): unknown {
  return readings.find(({ signal }) => signal === "modem.reg_state")?.value;
}

test("a module that does not find its network again has its radio switched off and on, and finds it", async () => {
  const { attempt, sent } = await mend("AT+CFUN=1", { reattach: 1, radio: 1, reset: 1 });
  assert.equal(sent, ["AT+CFUN=4", "AT+CFUN=1"]);
  assert.equal([attempt.rung, attempt.reply, attempt.helped], ["radio", "done", "yes"]);
  assert.equal([registration(attempt.before), registration(attempt.after)], ["searching", "home"]);
});

test("a restart goes through the loss of the port, and is seen to have helped when the module is back", async () => {
  const { attempt, sent } = await mend("AT+CFUN=1,1", { reattach: 0, radio: 0, reset: 1 });
  assert.equal(sent, ["AT+CFUN=1,1"]);
  assert.equal([attempt.rung, attempt.reply, attempt.helped], ["reset", "done", "yes"]);
});

test("an agent that may mend says that there is nothing to mend, and stops at once", async () => {
  const rig = await openRig({ seed: 6, config: { recovery: { enabled: true, reset_per_day: 0 } } });
  const { agent, door } = await bringUp(rig);
  const { status: said } = await door.ask("posdiag.status");
  assert.equal(JSON.parse(JSON.stringify(said)).recovery, {
    ...{ state: "rest", fault: null, held_by: null, last: null },
    today: { reattach: 0, radio: 0, reset: 0 },
  });
  door.close();
  assert.is(await agent.end(), 0);
  await rig.close();
});

test.run();
