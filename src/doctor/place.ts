/** What every check is given: the machine, the installation, and what was asked once for all of them. */
import type { Clock } from "../base/clock.ts";
import type { Random } from "../base/random.ts";
import type { Config } from "../config/config.ts";
import type { Problem } from "../config/problem.ts";
import type { Roots } from "../modem/ports.ts";
import type { RunTool } from "../probes/way/tool.ts";
import type { Account } from "./account.ts";
import type { AgentAnswer } from "./agent-answer.ts";
import type { Finding } from "./finding.ts";
import type { ServiceState } from "./service-state.ts";
import type { CheckId } from "./texts.ts";

/** What came of the configuration file. */
export type Given =
  /** `problems`: what is wrong with files that it names; it is sound itself. */
  | { readonly kind: "config"; readonly config: Config; readonly problems: readonly Problem[] }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] }
  | { readonly kind: "gone" }
  | { readonly kind: "unreadable"; readonly code: string }
  | { readonly kind: "no_file"; readonly error: string };

export interface Place {
  readonly clock: Clock;
  readonly random: Random;
  /** Aborts when the run is to end. */
  readonly stop: AbortSignal;
  readonly run: RunTool;
  /** Holds `sys`, `proc`, `run`, `etc` and `dev`: of this machine, or of a bench. */
  readonly root: string;
  readonly roots: Roots;
  /** Nothing leaves the machine. */
  readonly offline: boolean;
  readonly program: Program;
  /** Path of the configuration as it was asked for. */
  readonly file: string;
  readonly given: Given;
  /** Who the agent is; who asks may be another. */
  readonly account: Promise<Account>;
  readonly agent: Promise<AgentAnswer>;
  /** Undefined where no systemd runs. */
  readonly service: Promise<ServiceState | undefined>;
}

export interface Program {
  readonly version: string;
  /** Range of Node.js that it needs, as package.json has it. */
  readonly engines: string;
}

export interface Check {
  readonly id: CheckId;
  /** How long after the start of the run it must have an answer. */
  readonly limitMs: number;
  look(place: Place): Promise<Finding>;
}

export function configOf({ given }: Place): Config | undefined {
  return given.kind === "config" ? given.config : undefined;
}
