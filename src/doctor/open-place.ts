/** Puts together what the checks are given, and asks what is asked once. */
import type { Clock } from "../base/clock.ts";
import type { Random } from "../base/random.ts";
import { schema } from "../config/schema.ts";
import { rootsUnder } from "../modem/ports.ts";
import type { RunTool } from "../probes/way/tool.ts";
import { type Account, findAccount, readNames } from "./account.ts";
import { askForStatus } from "./agent-answer.ts";
import { readGiven } from "./given.ts";
import type { Given, Place, Program } from "./place.ts";
import { askService, type ServiceState } from "./service-state.ts";

export interface PlaceOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly run: RunTool;
  readonly stop: AbortSignal;
  readonly program: Program;
  readonly file: string;
  readonly offline: boolean;
  /** As whom the agent runs, where it is said. */
  readonly user: string | undefined;
  /** In place of this machine's `/`: of a bench. */
  readonly root: string | undefined;
}

function rootFor(options: PlaceOptions, given: Given): string {
  const configured = given.kind === "config" ? given.config["system.root"] : undefined;
  return options.root ?? configured ?? "/";
}

/** Users stand in the root's files; where a bench has none, in this machine's. */
async function accountFor(
  root: string,
  user: string | undefined,
  service: Promise<ServiceState | undefined>,
): Promise<Account> {
  const state = await service;
  const unit = state?.there ? { user: state.user, groups: state.groups } : undefined;
  return findAccount(readNames(root), { asked: user, service: unit });
}

export async function openPlace(options: PlaceOptions): Promise<Place> {
  const { clock, random, run, stop, program, file, offline, user } = options;
  const given = await readGiven(file);
  const root = rootFor(options, given);
  const service = askService(root, run);
  const socket = given.kind === "config" ? given.config["ipc.socket"] : schema["ipc.socket"].default;
  return {
    ...{ clock, random, run, stop, program, file, offline, given, service },
    ...{ root, roots: rootsUnder(options.root), account: accountFor(root, user, service) },
    agent: askForStatus(socket, stop),
  };
}
