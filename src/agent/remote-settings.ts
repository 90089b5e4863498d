/** Settings from afar, in force or on trial: read before the agent starts, kept before they are used, given up in time. */
import { join } from "node:path";
import type { Clock } from "../base/clock.ts";
import { createKeptFile } from "../base/kept-file.ts";
import type { Log } from "../base/log.ts";
import type { Done } from "../commands/task.ts";
import {
  decodeStanding,
  encodeStanding,
  merged,
  type Standing,
  type Start,
  startWith,
  type Trial,
} from "../commands/trial.ts";
import type { Config } from "../config/config.ts";
import { basisOf, override } from "../config/overrides.ts";
import type { Setting, Verb } from "../model/command.ts";
import type { SettingsView } from "../model/command-view.ts";
import { commandsFolder } from "./commands-folder.ts";

export interface RemoteSettings {
  /** The configuration with what is in force. */
  readonly config: Config;
  /** A trial of an earlier start that came to nothing. */
  readonly failed: Trial | undefined;
  set(id: string, order: Extract<Verb, { kind: "set_config" }>): Promise<Done>;
  confirm(id: string): Promise<Done>;
  /** Ends a trial that is not confirmed in time. Resolves after `stop` aborts. */
  run(stop: AbortSignal): Promise<void>;
  view(): SettingsView;
}

export interface RemoteSettingsOptions {
  /** As the file has it. */
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether somebody starts the agent again when it ends. */
  readonly isSupervised: boolean;
  /** Ends the agent in good order, so that it is started anew. */
  restart(): void;
}

const mostBytes = 65_536;
/** The answer is to be on disk before the agent ends. */
const restartMs = 2_000;
const lookMs = 1_000;

function jsonOf({ value }: Setting): unknown {
  try {
    return JSON.parse(value);
  } catch {
    // No JSON is no value of any key.
    return undefined;
  }
}

class Remote implements RemoteSettings {
  readonly config: Config;
  readonly failed: Trial | undefined;
  readonly #options: RemoteSettingsOptions;
  readonly #keep: (standing: Standing) => Promise<boolean>;
  readonly #sinceMs: number;
  #standing: Standing;

  constructor(options: RemoteSettingsOptions, given: Start, keep: (standing: Standing) => Promise<boolean>) {
    const overridden = override(options.config, given.settings);
    this.#options = options;
    this.#keep = keep;
    this.#standing = given.standing;
    this.failed = given.failed;
    this.#sinceMs = options.clock.monoMs();
    // What another version of the agent does not take any more is left away.
    this.config = "config" in overridden ? overridden.config : options.config;
    if ("what" in overridden) options.log("warning", "commands.settings_unusable", { what: overridden.what });
  }

  async set(id: string, { settings, trialS }: Extract<Verb, { kind: "set_config" }>): Promise<Done> {
    const { config, isSupervised, clock, restart } = this.#options;
    if (!isSupervised) return { kind: "failed", reason: "no_supervisor" };
    if (this.#standing.trial) return { kind: "failed", reason: "on_trial" };
    const change = Object.fromEntries(settings.map((each) => [each.key, jsonOf(each)]));
    const whole = merged(this.#standing.good, change);
    const overridden = override(config, whole);
    if ("what" in overridden) return { kind: "failed", reason: overridden.what };
    const standing = { ...this.#standing, trial: { id, settings: whole, trialS, begun: false } };
    if (!(await this.#change(standing))) return { kind: "failed", reason: "not_kept" };
    void clock.sleep(restartMs).then(restart);
    return { kind: "done", result: { id, on_trial: Object.keys(change), trial_s: trialS } };
  }

  async confirm(id: string): Promise<Done> {
    const { trial } = this.#standing;
    if (!trial?.begun || trial.id !== id) return { kind: "failed", reason: "no_such_trial" };
    const standing = { ...this.#standing, good: trial.settings, trial: undefined };
    if (!(await this.#change(standing))) return { kind: "failed", reason: "not_kept" };
    return { kind: "done", result: { settings: trial.settings } };
  }

  async run(stop: AbortSignal): Promise<void> {
    const { clock, log, restart } = this.#options;
    while (!stop.aborted && this.#standing.trial) {
      if (this.#leftMs() <= 0 && this.#standing.trial.begun) {
        log("warning", "commands.settings_fell_back");
        // Not kept, the next start gives them up as well: the trial has begun.
        await this.#change({ ...this.#standing, trial: undefined });
        restart();
        return;
      }
      await clock.sleep(lookMs, stop);
    }
  }

  view(): SettingsView {
    const { good, trial } = this.#standing;
    const left_s = trial?.begun ? Math.max(0, Math.round(this.#leftMs() / 1_000)) : null;
    return { set: Object.keys(good), on_trial: Object.keys(trial?.settings ?? {}), left_s };
  }

  #leftMs(): number {
    const { trial } = this.#standing;
    return (trial?.trialS ?? 0) * 1_000 - (this.#options.clock.monoMs() - this.#sinceMs);
  }

  async #change(standing: Standing): Promise<boolean> {
    const isKept = await this.#keep(standing);
    if (isKept) this.#standing = standing;
    return isKept;
  }
}

/** Undefined where nobody may ask, so that whoever takes the keys away ends what they have set as well. */
export async function openRemoteSettings(options: RemoteSettingsOptions): Promise<RemoteSettings | undefined> {
  const { config, log } = options;
  if (config["commands.keys_file"] === undefined) return undefined;
  const file = createKeptFile({
    ...{ path: join(commandsFolder(config), "settings.json"), name: "commands", log, mostBytes },
    ...{ decode: decodeStanding, encode: encodeStanding },
  });
  const found = await file.read();
  const basis = basisOf(config);
  const start = startWith(found, basis);
  const isSame = found === undefined ? start.standing.trial === undefined : found === start.standing;
  if (isSame || (await file.write(start.standing))) return new Remote(options, start, file.write);
  // A trial whose begin cannot be kept would begin again with every start.
  const good = { ...start, settings: start.standing.good, standing: { ...start.standing, trial: undefined } };
  return new Remote(options, good, file.write);
}
