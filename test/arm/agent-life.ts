/** The agent on a simulated terminal, started on one platform: what it reads, concludes, tells and keeps. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createBroker } from "../../hw-sim/broker.ts";
import type { Child } from "../../hw-sim/rig/child.ts";
import { awaitDoor, type Door } from "../../hw-sim/rig/door.ts";
import type { Program } from "../../hw-sim/rig/program.ts";
import { openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import { ticksOf, ticksPerSecond } from "../bench/proc.ts";
import { freePort } from "../support/mosquitto.ts";
import { type Place, programOf } from "./place.ts";
import { type Resident, residentOf } from "./resident.ts";
import { type Steps, until } from "./step.ts";

/** Emulation takes its time. */
const patienceS = 300;

/**
 * Standard output of a program on the platform. This process plays the modem and the hosts meanwhile, so it must not wait for it
 * standing still. A program that gives up on an agent that is slow because it is emulated is started again.
 */
async function runBeside(what: string, [file, ...args]: Program["words"]): Promise<string> {
  return until(what, 2 * patienceS, async () => {
    const { stdout } = await promisify(execFile)(file, args, { timeout: patienceS * 1_000 });
    return stdout;
  });
}

interface Life {
  readonly place: Place;
  readonly rig: Rig;
  readonly brokerPort: number;
  agent: Child;
  door: Door;
}

/** Milliseconds from the start of the process, seen on the modem's wire; and memory. */
export interface Figures {
  /** The agent's first byte: the port is open, and with that its first Reading is made. */
  readonly readyMs: number;
  readonly answerMs: number;
  readonly simMs: number;
  /** Processor time of the agent until modem and card were read: says more than the others on a machine that is busy. */
  readonly cpuMs: number;
  /** Eight seconds later. */
  readonly agent: Resident;
}

const settleMs = 8_000;

interface Status {
  readonly modem: { readonly profile: string | null };
  readonly outbox: { readonly pending: number; readonly lost: number };
  readonly readings: readonly { readonly signal: string; readonly value: unknown }[];
}

// The agent's own shapes; what comes over its socket is checked by what is asked of it below.
const statusOf = async (door: Door): Promise<Status> =>
  JSON.parse(JSON.stringify((await door.ask("posdiag.status")).status));

async function readModem({ door }: Life): Promise<string> {
  return until("modem and card read", patienceS, async () => {
    const { modem, readings } = await statusOf(door);
    const sim = readings.find(({ signal }) => signal === "sim.state")?.value;
    return modem.profile !== null && sim === "ready" ? `profile ${modem.profile}, sim.state ready` : undefined;
  });
}

const sale = `
  const posdiag = require(process.argv[1]).connect({ socket: process.argv[2], language: "en" });
  const sale = posdiag.transaction({ type: "sale", amountFen: 1280 });
  sale.card({ ref: "c1", issuer: "bankX", entry: "icc" });
  sale.sent();
  sale.answered("51", 840);
  sale.ended("declined");
  posdiag.diagnose().then((reply) => {
    posdiag.close();
    process.exitCode = reply.kind === "answer" ? 0 : 1;
  });`;

/** The client library on the same platform tells a sale and asks for the diagnosis. What waits for more than 5 s it throws away: told again. */
async function sellBeside({ place, rig, door }: Life): Promise<string> {
  const [file, ...first] = place.platform.words;
  const words: Program["words"] = [file, ...first, "-e", sale, `${place.bundle}/posdiag-client.cjs`, rig.socket];
  return until("response code 51 heard", patienceS, async () => {
    await runBeside("the client's answer", words);
    const { readings } = await statusOf(door);
    const isHeard = readings.some(({ signal, value }) => signal === "txn.rc" && value === "51");
    return isHeard ? "the agent has heard the sale, and the client its diagnosis" : undefined;
  });
}

async function pullSim({ rig, door }: Life): Promise<string> {
  const bornMs = performance.now();
  await rig.bench.set({ sim: "absent" });
  await until("sim.absent", patienceS, async () => {
    const { diagnosis } = await door.ask("posdiag.diagnose", { lang: "en", active: false });
    return JSON.stringify(diagnosis).includes('"fault":"sim.absent"') ? true : undefined;
  });
  return `sim.absent after ${((performance.now() - bornMs) / 1_000).toFixed(1)} s`;
}

/** `posdiag diagnose`, also on this platform, in both languages. */
async function askByCommand({ place, rig }: Life): Promise<string> {
  const said: string[] = [];
  for (const language of ["en", "zh-CN"]) {
    const [file, ...rest] = programOf(place).words;
    const asked = ["diagnose", "--json", "--lang", language, "--socket", rig.socket];
    const stdout = await runBeside(`posdiag diagnose in ${language}`, [file, ...rest, ...asked]);
    const [first] = JSON.parse(stdout).verdicts;
    if (first?.fault !== "sim.absent") throw new Error(`${language}: ${stdout.slice(0, 200)}`);
    said.push(first.say);
  }
  return said.join(" / ");
}

/** Nobody has taken the reports so far: there was no broker. */
async function killAndKeep(life: Life): Promise<string> {
  const before = await until("a report in the outbox", patienceS, async () => {
    const { pending } = (await statusOf(life.door)).outbox;
    return pending > 0 ? pending : undefined;
  });
  life.door.close();
  await life.agent.end("SIGKILL");
  await restart(life);
  const { pending, lost } = await until(
    "the state after the restart",
    patienceS,
    async () => (await statusOf(life.door)).outbox,
  );
  if (pending < before || lost > 0) throw new Error(`${before} records before, ${pending} after, ${lost} lost`);
  const broker = await createBroker({ port: life.brokerPort });
  try {
    const taken = await until("the outbox sent", patienceS, async () => {
      const { outbox } = await statusOf(life.door);
      return outbox.pending === 0 ? broker.passed.length : undefined;
    });
    return `${before} records before kill -9, ${pending} after the restart, all sent once a broker was there (${taken} messages)`;
  } finally {
    await broker.close();
  }
}

async function awaitAgent(rig: Rig, agent: Child): Promise<Door> {
  const died = agent.ended.then((code) => {
    throw new Error(`the agent ended with ${code}: ${agent.lines.slice(-5).join(" | ")}`);
  });
  return Promise.race([awaitDoor(rig.socket, patienceS * 1_000), died]);
}

async function restart(life: Life): Promise<void> {
  life.agent = life.rig.startAgent();
  life.door = await awaitAgent(life.rig, life.agent);
}

/** Notes when something is first seen on the modem's wire. */
function watchWire(rig: Rig, bornMs: number): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const note = (what: string) => void (seen.has(what) || seen.set(what, performance.now() - bornMs));
  let asked = "";
  rig.bench.onWire(({ direction, text }) => {
    if (direction === "to_modem") {
      asked = text;
      note("first byte");
    } else if (text === "OK") note("answer");
    else if (asked.includes("+CPIN?") && text.startsWith("+CPIN")) note("sim");
  });
  return seen;
}

/** Rejects when the agent does not start; what else fails is a step's result. */
export async function liveThrough(place: Place, steps: Steps): Promise<Figures> {
  const brokerPort = await freePort();
  const config = { modem: { poll_slow_s: 1, poll_quick_s: 1 } };
  const rig = await openRig({ seed: 7, program: programOf(place), broker: `mqtt://127.0.0.1:${brokerPort}`, config });
  try {
    const seen = watchWire(rig, performance.now());
    const agent = rig.startAgent();
    const life: Life = { place, rig, brokerPort, agent, door: await awaitAgent(rig, agent) };
    await steps.step("reads the modem on a serial port", () => readModem(life));
    const cpuMs = (1_000 * ticksOf(agent.pid)) / ticksPerSecond;
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    const resident = residentOf(agent.pid, place.platform.emulated);
    await steps.step("payment client's round trip", () => sellBeside(life));
    await steps.step("SIM pulled: the verdict", () => pullSim(life));
    await steps.step("posdiag diagnose, en and zh-CN", () => askByCommand(life));
    await steps.step("outbox over kill -9", () => killAndKeep(life));
    life.door.close();
    const at = (what: string): number => seen.get(what) ?? Number.NaN;
    return { readyMs: at("first byte"), answerMs: at("answer"), simMs: at("sim"), cpuMs, agent: resident };
  } finally {
    await rig.close();
  }
}
