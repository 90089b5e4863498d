/** What the agent and systemd say of the agent, on the machine under test. */
import type { AgentStatus } from "../../src/model/view.ts";
import type { Said } from "./machine/machine.ts";
import { type Come, done, eventually, type Stage } from "./step.ts";

/** Undefined when it is not the status: nobody answers yet. */
export function readStatus(output: string): AgentStatus | undefined {
  const line = output.split("\n").find((one) => one.startsWith('{"version"'));
  return line === undefined ? undefined : JSON.parse(line);
}

/** Something to wait for: said in words, and looked for. */
export interface Wish<T> {
  readonly what: string;
  readonly fits: (state: T) => boolean;
}

/** Asks until what it says fits. */
export function statusThat(stage: Stage, { what, fits }: Wish<AgentStatus>): Promise<Come<AgentStatus>> {
  const read = ({ output }: Said) => {
    const status = readStatus(output);
    return status && fits(status) ? status : undefined;
  };
  return eventually(stage, { what, script: "posdiag status --json", read });
}

/** Newest value of a signal. */
export function signalOf(status: AgentStatus, signal: string) {
  return status.readings.find((reading) => reading.signal === signal)?.value;
}

const properties = [
  ...["ActiveState", "SubState", "Type", "User", "MainPID", "NRestarts", "Result", "ExecMainStatus"],
  ...["UnitFileState", "WatchdogUSec", "StatusText", "InvocationID", "LoadState"],
];

export type UnitState = Readonly<Record<string, string>>;

const showUnit = `systemctl show posdiag ${properties.map((name) => `-p ${name}`).join(" ")}`;

function readUnit(output: string): UnitState {
  return Object.fromEntries(output.split("\n").map((line) => line.split(/=(.*)/s).slice(0, 2)));
}

export async function unitState(stage: Stage): Promise<UnitState> {
  return readUnit(await done(stage, showUnit));
}

export function unitThat(stage: Stage, { what, fits }: Wish<UnitState>): Promise<Come<UnitState>> {
  const read = ({ output }: Said) => {
    const unit = readUnit(output);
    return fits(unit) ? unit : undefined;
  };
  return eventually(stage, { what, script: showUnit, read });
}
