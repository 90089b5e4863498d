/** `npm run fleet`: a simulated fleet at a broker, with troubles to let loose while it runs. */
import { createInterface } from "node:readline";
import { isAgentError } from "../../src/base/errors.ts";
import { type Fleet, openFleet } from "./fleet.ts";
import { type Arguments, help, readArguments } from "./options.ts";
import { createProgress } from "./progress.ts";
import { answer, letLoose } from "./prompt.ts";

const say = (text: string): void => void process.stdout.write(text === "" ? "" : `${text}\n`);

/** Heard more than once: a shell sends it to the program that started this one too, which passes it on. */
const signalled = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve());
});

/** Resolves when it is to end: by a signal, by `quit`, or because the time is over. */
function untilEnd(fleet: Fleet, { forS }: Arguments, status: () => string): Promise<void> {
  // The end of what is typed is not the end of the fleet: it may run behind a pipe or none.
  const lines = createInterface({ input: process.stdin });
  const ended = new Promise<void>((resolve, reject) => {
    void signalled.then(resolve);
    if (forS > 0) setTimeout(resolve, forS * 1_000).unref();
    fleet.broken.catch(reject);
    lines.on("line", (line) => {
      const answered = answer(fleet, line, status);
      if (answered.kind === "quit") resolve();
      else say(answered.text);
    });
  });
  return ended.finally(() => lines.close());
}

async function run(given: Arguments): Promise<void> {
  const fleet = await openFleet(given.fleet);
  const status = createProgress(fleet);
  const { terminals, shops } = fleet.world.population;
  try {
    for (const spec of given.troubles) say(`${letLoose(fleet, spec)} is to come`);
    say(`${terminals.length} terminals in ${shops.length} shops, seed ${given.fleet.seed}; help tells what to type`);
    const telling = given.everyS > 0 ? setInterval(() => say(status()), given.everyS * 1_000) : undefined;
    await untilEnd(fleet, given, status);
    clearInterval(telling);
    say("ending …");
  } finally {
    await fleet[Symbol.asyncDispose]();
  }
}

async function main(args: readonly string[]): Promise<number> {
  try {
    const given = await readArguments(args);
    if (given) await run(given);
    else say(help);
    return 0;
  } catch (error) {
    // A mistake of whoever typed it, in one line; what is broken in here keeps its trace.
    if (!isAgentError(error) && !(error instanceof Error && error.name === "Error")) throw error;
    process.stderr.write(`fleet: ${error.message.replace("posdiag fleet", "npm run fleet --")}\n`);
    return isAgentError(error) && error.code === "USAGE" ? 64 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
