/** The speed of a serial port as an option of the command line. */
import { usageError } from "./arguments.ts";

const usual = 115_200;
const [least, most] = [300, 4_000_000];

/** In bit/s. @throws AgentError USAGE */
export function readSpeed(command: string, text: string | undefined): number {
  const speed = text === undefined ? usual : Number(text);
  if (Number.isInteger(speed) && speed >= least && speed <= most) return speed;
  throw usageError(command, `--baud is ${JSON.stringify(text)}, not a whole number from ${least} to ${most}`);
}
