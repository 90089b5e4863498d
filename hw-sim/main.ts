/** `npm run sim`: the bench for people and programs. Runs until told to quit, SIGINT or SIGTERM. */
import { createInterface } from "node:readline";
import type { Bank } from "./acquirer/bank.ts";
import { type Bench, startBench } from "./bench.ts";
import { readCommand } from "./commands.ts";
import { LAB_USAGE, readLabOptions, runLab } from "./lab/prompt.ts";
import { readOptions, type SimOptions, USAGE } from "./options.ts";
import { personaNames } from "./persona-file.ts";
import { createJsonPrinter, createTextPrinter, type Printer } from "./printer.ts";
import { CARD_NAMES } from "./shop/drawer.ts";
import { readOrder } from "./shop/orders.ts";
import { createSimBank, createSimTill, type SimTill } from "./shop/sim-till.ts";
import { loadScenario, playScenario, type Scenario } from "./timeline.ts";

const EXIT_WRONG_CONFIGURATION = 78; // EX_CONFIG of sysexits.h

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--lab")) return openForPeople(args);
  const wanted = readWanted(args);
  if (!wanted) return;
  const { options, scenario } = wanted;
  const { json, wire, broker, brokerPort, pace, persona, ports, dir } = options;
  const seed = options.seed ?? scenario?.seed ?? 1;
  const bank = createSimBank();
  const { authorise } = bank;
  const where = dir !== undefined && { dir };
  const bench = await startBench({ seed, broker, brokerPort, pace, persona, ports, authorise, ...where });
  const write = (text: string) => void process.stdout.write(text);
  const printer = json ? createJsonPrinter(write) : createTextPrinter(write);
  const till = openTill({ bench, bank, printer }, { ...options, seed });
  serve({ bench, printer, till });
  printer.paths(bench.paths);
  bench.onEvent(printer.event);
  if (wire) bench.onWire(printer.wire);
  if (scenario) play(scenario, bench, printer);
}

/** A lab is another thing than a bench, with options of its own. */
async function openForPeople(args: readonly string[]): Promise<void> {
  try {
    await runLab(readLabOptions(args));
  } catch (error) {
    // Wrong options, or a machine that does not allow namespaces: both say so in words.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${LAB_USAGE}`);
    process.exitCode = EXIT_WRONG_CONFIGURATION;
  }
}

function readWanted(args: readonly string[]): { options: SimOptions; scenario: Scenario | undefined } | undefined {
  try {
    const options = readOptions(args);
    const text = options.help ? USAGE : options.listPersonas ? `${personaNames().join("\n")}\n` : undefined;
    if (text !== undefined) process.stdout.write(text);
    const scenario = options.scenario === undefined ? undefined : loadScenario(options.scenario);
    return text === undefined ? { options, scenario } : undefined;
  } catch (error) {
    // Everything thrown here says what is wrong with the command line or the scenario file.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = EXIT_WRONG_CONFIGURATION;
    return undefined;
  }
}

function play(scenario: Scenario, bench: Bench, printer: Printer): void {
  playScenario(scenario, bench.clock, {
    step: (step) => {
      printer.step(step);
      void bench.set(step.set);
    },
  });
}

interface Site {
  readonly bench: Bench;
  readonly printer: Printer;
  readonly till: SimTill;
}

function openTill(
  { bench, bank, printer }: Omit<Site, "till"> & { readonly bank: Bank },
  { seed, pace, agent, lang, root }: Pick<SimOptions, "pace" | "agent" | "lang" | "root"> & { readonly seed: number },
): SimTill {
  const { host, dns } = bench.paths;
  const { masterKey } = bench.acquirer;
  const at = { ...(agent !== undefined && { agent }), ...(root !== undefined && { root }) };
  return createSimTill({ seed, pace, bank, masterKey, way: { host, dns }, lang, ...at, show: printer.screen });
}

/** Takes commands until the end. A closed stdin is no reason to stop: the bench then just runs. */
function serve({ bench, printer, till }: Site): void {
  const input = createInterface({ input: process.stdin });
  const stop = once(async () => {
    input.close();
    process.stdin.destroy();
    till.close();
    await bench.close();
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  // The reader of our output has gone; nobody is left to bench for.
  process.stdout.on("error", () => void stop());
  let turn: Promise<void> = Promise.resolve();
  input.on("line", (line) => {
    if (line.trim() !== "") turn = turn.then(() => obey(line, { bench, printer, till, stop }));
  });
}

type Reach = Site & { readonly stop: () => Promise<void> };

/** What is for the counter is done there; undefined when it is for the bench. */
async function attend(line: string, { printer, till }: Site): Promise<"done" | undefined> {
  const order = readOrder(line);
  switch (order?.kind) {
    case "sell":
      await till.sell(order.shopper);
      return "done";
    case "reprint":
      await till.reprint();
      return "done";
    case "cards":
      printer.cards(CARD_NAMES);
      return "done";
    case "change":
      till.change(order.change);
      printer.counter(till.state());
      return "done";
    case "bad":
      printer.error(order.error);
      return "done";
    case undefined:
      return undefined;
  }
}

async function obey(line: string, { bench, printer, till, stop }: Reach): Promise<void> {
  if (await attend(line, { bench, printer, till })) return;
  const command = readCommand(line);
  switch (command.kind) {
    case "bad":
      return printer.error(command.error);
    case "help":
      return printer.help();
    case "quit":
      return stop();
    case "set":
      await bench.set(command.change);
      break;
    case "inject":
      bench.inject(command.text);
      break;
    case "get":
      break;
  }
  printer.state({ ...bench.state(), counter: till.state() });
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= act();
    return done;
  };
}
