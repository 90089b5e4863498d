/**
 * The configuration of this start. Where the file is wrong or gone, or the agent could not live with it, the last one that was good is
 * used: a terminal that looks with yesterday's settings is worth more than one that is blind until somebody comes (decision 83).
 */
import { join } from "node:path";
import type { Clock } from "../base/clock.ts";
import { AgentError, isAgentError } from "../base/errors.ts";
import { createKeptFile, type KeptFile } from "../base/kept-file.ts";
import type { Log } from "../base/log.ts";
import { type Config, isKey } from "../config/config.ts";
import { readConfigText } from "../config/file.ts";
import { loadConfig } from "../config/load.ts";
import { formatProblem } from "../config/problem.ts";
import {
  type ConfigStanding,
  chooseFor,
  decodeConfigStanding,
  encodeConfigStanding,
  ended,
  noConfig,
  proved,
  type Unused,
} from "../config/standing.ts";
import { readSyntax } from "../config/syntax.ts";
import type { ConfigurationView } from "../model/pack-view.ts";

export interface StartConfiguration {
  readonly config: Config;
  /** Writes down that a trial begins, once. To be called when nobody else can be the agent of this terminal. */
  begin(): Promise<void>;
  /** Takes the file for good when it has lasted. Resolves then, or when `stop` aborts. */
  run(stop: AbortSignal): Promise<void>;
  /** The agent ends in good order. */
  end(): Promise<void>;
  view(): ConfigurationView;
}

export interface StartConfigurationOptions {
  readonly path: string;
  /** Folder in which the last good one is kept; undefined: none is, and a wrong file ends the agent. */
  readonly state: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** A configuration has 256 KB at most, and JSON writes a line end with two letters. */
const mostBytes = 1_048_576;

type Given =
  | { readonly kind: "config"; readonly text: string; readonly config: Config }
  | { readonly kind: "unused"; readonly why: Unused; readonly text: string; readonly error: AgentError };

async function given(path: string): Promise<Given> {
  try {
    const text = await readConfigText(path);
    const loaded = loadConfig(text);
    if (loaded.kind === "config") return { kind: "config", text, config: loaded.config };
    const lines = loaded.problems.map(formatProblem);
    return {
      kind: "unused",
      why: "wrong",
      text,
      error: new AgentError("CONFIG_INVALID", [path, ...lines].join("\n  ")),
    };
  } catch (error) {
    if (!isAgentError(error, "INPUT_UNREADABLE")) throw error;
    return { kind: "unused", why: "unreadable", text: "", error };
  }
}

function goodOf({ good }: ConfigStanding): Config | undefined {
  const loaded = good === undefined ? undefined : loadConfig(good);
  return loaded?.kind === "config" ? loaded.config : undefined;
}

/** Whether nothing in the file, however broken it is, says that this is another terminal now. */
function isSameTerminal(text: string, good: Config): boolean {
  const { entries } = readSyntax(text, isKey);
  return (["terminal.tenant", "terminal.serial"] as const).every((key) => {
    const said = entries.findLast((entry) => entry.key === key)?.value;
    return typeof said !== "string" || said === good[key];
  });
}

function standby(text: string, standing: ConfigStanding): Config | undefined {
  const good = goodOf(standing);
  return good && isSameTerminal(text, good) ? good : undefined;
}

interface Begun {
  readonly config: Config;
  readonly standing: ConfigStanding;
  /** What is to be kept when it has lasted; undefined where nothing is on trial. */
  readonly onTrial: string | undefined;
  readonly view: Omit<ConfigurationView, "trial_left_s">;
}

const fromFile = { source: "file", why: null, problem: null } as const;

/** @throws the error of the file where there is nothing to go back to */
function chosen(file: Given, standing: ConfigStanding): Begun {
  const good = standby(file.text, standing);
  if (file.kind === "unused") {
    if (!good) throw file.error;
    const problem = file.error.message.split("\n")[1]?.trim() ?? file.error.message;
    return { config: good, standing, onTrial: undefined, view: { source: "last_good", why: file.why, problem } };
  }
  const { config, text } = file;
  if (!config["start.fall_back"]) return { config, standing: noConfig, onTrial: undefined, view: fromFile };
  const choice = chooseFor(standing, text, good !== undefined);
  if (choice.source === "last_good" && good)
    return {
      config: good,
      ...choice,
      onTrial: undefined,
      view: { source: "last_good", why: "did_not_live", problem: null },
    };
  return { config, ...choice, onTrial: choice.standing.trial && text, view: fromFile };
}

const nothingKept: Pick<KeptFile<ConfigStanding>, "read" | "write"> = {
  read: async () => undefined,
  write: async () => false,
};

/** @throws AgentError INPUT_UNREADABLE or CONFIG_INVALID where there is nothing to go back to */
export async function openConfiguration({
  path,
  state,
  clock,
  log,
}: StartConfigurationOptions): Promise<StartConfiguration> {
  const file =
    state === undefined
      ? nothingKept
      : createKeptFile({
          ...{ path: join(state, "config-good.json"), name: "config", log, mostBytes },
          ...{ decode: decodeConfigStanding, encode: encodeConfigStanding },
        });
  const found = (await file.read()) ?? noConfig;
  const start = chosen(await given(path), found);
  const trialMs = start.config["start.trial_s"] * 1_000;
  const sinceMs = clock.monoMs();
  const { view, onTrial } = start;
  let standing = found;
  let hasBegun = false;
  const change = async (next: ConfigStanding): Promise<void> => {
    if (encodeConfigStanding(next) !== encodeConfigStanding(standing) && (await file.write(next))) standing = next;
  };
  const isOnTrial = () => onTrial !== undefined && standing.trial !== undefined;
  if (view.source === "last_good")
    log("error", "config.fell_back", { why: view.why ?? "", problem: view.problem ?? undefined });
  return {
    config: start.config,
    begin: async () => {
      if (hasBegun) return;
      hasBegun = true;
      await change(start.standing);
    },
    run: async (stop) => {
      if (!isOnTrial()) return;
      await clock.sleep(trialMs, stop);
      if (stop.aborted || onTrial === undefined) return;
      await change(proved(onTrial));
      if (!isOnTrial()) log("notice", "config.good");
    },
    end: async () => {
      if (isOnTrial()) await change(ended(standing));
    },
    view: () => ({
      ...view,
      trial_left_s: isOnTrial() ? Math.max(0, Math.round((trialMs - (clock.monoMs() - sinceMs)) / 1_000)) : null,
    }),
  };
}
