/** What a broker keeps of terminals, for a command that looks once; how it went is told on standard error. */

import type { KeptStates } from "../support/fleet-view-book.ts";
import { type CollectOptions, collectStates } from "../support/fleet-view-broker.ts";
import type { Io } from "./command.ts";
import { createTeller } from "./support-link.ts";

/** For what a broker keeps, once it is reached. */
const limitMs = 3_000;

type Asked = Pick<CollectOptions, "broker" | "clock" | "random" | "connectMs" | "tenant" | "serial">;

/** EX_TEMPFAIL of sysexits.h. */
export const unreachedExit = 75;

/** Undefined when nobody answers in time. */
export async function collectKept(command: string, asked: Asked, io: Io): Promise<readonly KeptStates[] | undefined> {
  const tell = createTeller(command, io);
  const onState: CollectOptions["onState"] = (state) => {
    if (state !== "connected") tell(state);
  };
  const { book, end } = await collectStates({ ...asked, limitMs, onState }, io.stop);
  const notes = [
    ...(end === "unreached" ? ["the broker was not reached"] : []),
    ...(end === "late" ? ["the broker was still telling after 3 s: there are more"] : []),
    ...(book.unreadable > 0 ? [`${book.unreadable} messages could not be read`] : []),
    ...(book.passedOver > 0 ? [`${book.passedOver} messages of more terminals than are looked at`] : []),
  ];
  for (const note of notes) io.err(`posdiag ${command}: ${note}\n`);
  return end === "unreached" ? undefined : book.terminals;
}
