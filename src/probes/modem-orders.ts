/** Single commands that others order to be sent to the modem, in between its looks. */
import type { Command } from "../at/command.ts";
import type { Outcome } from "../at/exchange.ts";
import type { Clock } from "../base/clock.ts";
import { isReset } from "../modem/recovery.ts";
import type { Session } from "../modem/session.ts";
import type { Restarts } from "./modem-restarts.ts";

/** A reset may take the port away before it is answered. */
const obeyed: ReadonlySet<Outcome["kind"]> = new Set(["ok", "reset", "port_lost"]);

export interface OrderBook {
  readonly clock: Clock;
  readonly restarts: Restarts;
}

/** Sends behind the command under way. A reset is booked as asked for before its first sign can come. */
export async function sendOrder(command: Command, session: Session, { clock, restarts }: OrderBook): Promise<Outcome> {
  if (!isReset(command.request)) return session.send(command);
  restarts.order(clock.monoMs());
  const outcome = await session.send(command);
  if (obeyed.has(outcome.kind)) restarts.order(clock.monoMs());
  else restarts.recall();
  return outcome;
}
