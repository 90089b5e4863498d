/**
 * The commands of vendor support that keep a database or serve pages. They lie in a file of their own beside the program, which is loaded when one
 * of them is asked for: a terminal neither has it nor pays for it. This is the one place that imports something while the program runs.
 */
import { systemCode } from "../base/errors.ts";
import type { Command, Io } from "./command.ts";
import { dispatch } from "./dispatch.ts";

/** EX_UNAVAILABLE of sysexits.h. */
const notHere = 69;

const summaries = [
  ["collector", "store what terminals report, and confirm it to them"],
  ["console", "serve the page on which vendor support sees and asks terminals"],
  ["console user", "make an account of the console"],
  ["support list", "list terminals and what is wrong with them"],
  ["support show", "tell what is wrong with one terminal, since when, and who must act"],
  ["support export", "write what is kept of terminals in the forms that other programs read"],
] as const;

/** What there is without that file: names for the overview, and the reason why they cannot be used. */
export const officeNames: readonly Command[] = summaries.map(([name, summary]) => ({
  name,
  summary,
  help: `posdiag ${name}: ${summary}\n\nThis installation has no vendor side: posdiag-office.cjs is not there.\n`,
  run: async (_, io) => {
    io.err(`posdiag ${name}: this installation has no vendor side (posdiag-office.cjs is not there)\n`);
    return notHere;
  },
}));

export function isForOffice(args: readonly string[]): boolean {
  return officeNames.some(({ name }) => name.split(" ").every((word, place) => args[place] === word));
}

/** Resolves to the exit code. Rejects only for a bug. */
export async function runOffice(args: readonly string[], io: Io): Promise<number> {
  const office = await loadOffice();
  return office ? office.runOffice(args, io) : dispatch(officeNames, args, io);
}

async function loadOffice(): Promise<typeof import("../office.ts") | undefined> {
  try {
    return await import("../office.ts");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The file itself, and nothing that it asks for in turn. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error) || systemCode(error) !== "ERR_MODULE_NOT_FOUND") return false;
  return /^Cannot find module '[^']*office\.(?:cjs|ts)'/.test(error.message);
}
