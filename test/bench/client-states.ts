/** What may have become of the agent when a payment application speaks to it. The agents are real processes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awaitDoor } from "../../hw-sim/rig/door.ts";
import { openRig } from "../../hw-sim/rig/rig.ts";

export interface StateInForce extends AsyncDisposable {
  readonly socket: string;
  /** The till is connected, where it can be. */
  ready(): void;
  /** The first half of the sales is over. */
  half(): void;
}

export interface AgentState {
  readonly title: string;
  open(): Promise<StateInForce>;
}

const nothing = () => {};

function inFolder(): { readonly socket: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-states-"));
  return { socket: join(folder, "agent.sock"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function open(): Promise<StateInForce> {
  const { socket, remove } = inFolder();
  return { socket, ready: nothing, half: () => {}, [Symbol.asyncDispose]: async () => remove() };
}

/** A process that listens, and does with each connection what `answer` says, in JavaScript. */
async function listening(answer: string): Promise<StateInForce & { kill(): Promise<void> }> {
  const { socket, remove } = inFolder();
  const code = `require("node:net").createServer((peer) => { peer.on("error", () => {}); ${answer} }).listen(${JSON.stringify(socket)}, () => console.log("up"))`;
  const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, "close");
    child.kill("SIGKILL");
    await closed;
  };
  return {
    ...{ socket, kill, ready: nothing, half: () => {} },
    [Symbol.asyncDispose]: async () => {
      await kill();
      remove();
    },
  };
}

async function agent(
  act: (pid: number, restart: () => void) => void,
  half: typeof act = () => {},
): Promise<StateInForce> {
  const rig = await openRig({ seed: 3, config: { modem: { source: "none" } } });
  let child = rig.startAgent();
  const restart = () => void child.ended.then(() => (child = rig.startAgent()));
  (await awaitDoor(rig.socket)).close();
  return {
    socket: rig.socket,
    ready: () => act(child.pid, restart),
    half: () => half(child.pid, restart),
    [Symbol.asyncDispose]: async () => {
      // One that stands still does not hear that it is to end.
      process.kill(child.pid, "SIGCONT");
      await rig.close();
    },
  };
}

const halfFrame = '{"type":"posdiag.answer","data":{"request":1,"diag';

export const agentStates: readonly AgentState[] = [
  { title: "well", open: () => agent(() => {}) },
  { title: "not there", open },
  {
    title: "dead, its socket file left",
    open: async () => {
      const state = await listening("");
      await state.kill();
      return state;
    },
  },
  { title: "stopped (SIGSTOP)", open: () => agent((pid) => process.kill(pid, "SIGSTOP")) },
  {
    title: "stopped, going on at half-time",
    open: () =>
      agent(
        (pid) => process.kill(pid, "SIGSTOP"),
        (pid) => process.kill(pid, "SIGCONT"),
      ),
  },
  { title: "takes connections, never reads", open: () => listening("peer.pause();") },
  { title: "reads, never answers", open: () => listening("peer.resume();") },
  {
    title: "killed (SIGKILL) with half an answer said",
    open: () =>
      listening(
        `peer.once("data", () => peer.write(${JSON.stringify(halfFrame)}, () => process.kill(process.pid, "SIGKILL")));`,
      ),
  },
  {
    title: "killed (SIGKILL) at half-time, started again",
    open: () =>
      agent(
        () => {},
        (pid, restart) => {
          process.kill(pid, "SIGKILL");
          restart();
        },
      ),
  },
];
