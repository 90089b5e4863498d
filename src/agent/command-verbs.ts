/** What each verb of support does on this terminal. Everything goes through what guards it when a person at the counter asks. */
import { rm } from "node:fs/promises";
import { createBucket } from "../base/bucket.ts";
import type { Clock } from "../base/clock.ts";
import { replaceFile } from "../base/durable-file.ts";
import { systemCode } from "../base/errors.ts";
import type { Done, Execute, Task } from "../commands/task.ts";
import type { TrustFile } from "../commands/trust-file.ts";
import { viewReading } from "../diagnosis-view.ts";
import type { Verb } from "../model/command.ts";
import { type Language, languages } from "../model/text.ts";
import type { Parts } from "./agent.ts";
import { makeBundle } from "./bundle.ts";
import { readModem } from "./command-at.ts";
import type { CommandGuard } from "./command-guard.ts";
import { clean, resultOf } from "./command-result.ts";
import { createDeviceTests } from "./device-tests.ts";
import type { Site } from "./site.ts";
import { statusOf } from "./status.ts";

export interface VerbParts {
  readonly site: Site;
  readonly parts: Parts;
  readonly trust: TrustFile;
  readonly guard: CommandGuard;
  /** The diagnosis as it is told to whoever asks. */
  told(language: Language): unknown;
}

type Doing<K extends Verb["kind"]> = (verb: Extract<Verb, { kind: K }>, task: Task, given: VerbParts) => Promise<Done>;

/** Resolves when the task's time is over. */
function over({ stop }: Task): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve(), { once: true });
  });
}

const diagnose: Doing<"diagnose"> = async ({ active, language: wanted }, task, { site, parts, told }) => {
  const language = languages.find((known) => known === wanted) ?? site.config["merchant.language"];
  const step = ({ test }: { readonly test: string }) => task.step(test);
  if (active) await Promise.race([parts.interview.test(language, step), over(task)]);
  return resultOf(told(language), site.cardData);
};

const runTest: Doing<"run_test"> = async ({ test }, _, { site, parts }) => {
  const { probes, thinker } = parts;
  const nowMs = () => site.clock.monoMs();
  const tests = createDeviceTests({ probes, nowMs, newest: () => thinker.book.newest() });
  if (!tests.has(test)) return { kind: "failed", reason: "unknown_test" };
  const outcome = await tests.make(test);
  if (outcome.kind === "refused") return { kind: "failed", reason: outcome.why };
  const found = outcome.readings.map((reading) => viewReading(reading, nowMs()));
  return resultOf({ test, found }, site.cardData);
};

const minuteMs = 60_000;

/** In memory, and as the file that outlives a restart of the agent. */
const hold: Doing<"hold"> = async ({ minutes }, _, { site, parts }) => {
  const { clock, config, log } = site;
  parts.probes.network.hold(clock.monoMs() + minutes * minuteMs);
  const until = `${new Date(clock.wallMs() + minutes * minuteMs).toISOString().slice(0, 19)}Z`;
  try {
    await replaceFile(config["probes.hold_file"], `${until}\n`);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    log("warning", "commands.hold_not_kept", { code });
    return { kind: "done", result: { until, kept: false } };
  }
  return { kind: "done", result: { until, kept: true } };
};

const release: Doing<"release"> = async (_, __, { site, parts }) => {
  parts.probes.network.hold(site.clock.monoMs());
  await rm(site.config["probes.hold_file"], { force: true });
  return { kind: "done" };
};

const recover: Doing<"recover"> = async ({ rung }, { stop }, { site, parts }) => {
  const came = parts.recovery ? await parts.recovery.order(rung, stop) : "recovery_off";
  if (typeof came === "string") return { kind: "failed", reason: came };
  const nowMs = site.clock.monoMs();
  const view = (readings: typeof came.before) => readings.map((reading) => viewReading(reading, nowMs));
  const { reply, helped, tookMs, before, after } = came;
  const told = { rung, reply, helped, took_s: Math.round(tookMs / 1_000), before: view(before), after: view(after) };
  return resultOf(told, site.cardData);
};

const noSettings: Done = { kind: "failed", reason: "no_settings" };

function perform(task: Task, given: VerbParts): Promise<Done> | Done {
  const { verb } = task;
  const { site, parts, trust } = given;
  switch (verb.kind) {
    case "diagnose":
      return diagnose(verb, task, given);
    case "read_state":
      return resultOf(statusOf(site, parts), site.cardData);
    case "run_test":
      return runTest(verb, task, given);
    case "at_read":
      return readModem(verb.requests, { ...given, stop: task.stop });
    case "log_tail":
      return { kind: "done", result: clean((site.logTail?.() ?? []).slice(-verb.lines), site.cardData) };
    case "hold":
      return hold(verb, task, given);
    case "release":
      return release(verb, task, given);
    case "bundle":
      return { kind: "done", result: makeBundle(site, parts) };
    case "recover":
      return recover(verb, task, given);
    case "rotate_keys":
      return trust.rotate(verb);
    case "set_config":
      return site.settings?.set(task.id, verb) ?? noSettings;
    case "confirm_config":
      return site.settings?.confirm(verb.id) ?? noSettings;
  }
}

/** Each may cost as much of the SIM's data as a quiet week: at once, and a second. */
const bundles = [3, 6 / 86_400] as const;

export function createExecute(clock: Pick<Clock, "monoMs">, given: () => VerbParts): Execute {
  const bucket = createBucket(...bundles);
  return async (task) => {
    if (task.verb.kind === "bundle" && !bucket.take(clock.monoMs())) return { kind: "failed", reason: "too_often" };
    return perform(task, given());
  };
}
