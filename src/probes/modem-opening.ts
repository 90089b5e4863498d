/** The wait for a port to open. */
import type { Clock } from "../base/clock.ts";
import type { Session } from "../modem/session.ts";

const patienceMs = 10_000;

export interface Wait {
  readonly clock: Clock;
  readonly stop: AbortSignal;
  /** Called again and again while the port does not finish opening. */
  onLate(): void;
}

/**
 * A broken device can hold the open call for ever; it is told, and not called again, or it would hold a second thread.
 * Undefined when `stop` aborts first; rejects when opening fails.
 */
export async function awaitSession(
  opening: Promise<Session>,
  { clock, stop, onLate }: Wait,
): Promise<Session | undefined> {
  let session: Session | undefined;
  while (!session && !stop.aborted) {
    const over = new AbortController();
    const enough = clock.sleep(patienceMs, AbortSignal.any([over.signal, stop])).then(() => undefined);
    try {
      session = await Promise.race([opening, enough]);
    } finally {
      // However the opening ends, the sleep beside it ends too: it would keep a stopped agent alive.
      over.abort();
    }
    if (!session && !stop.aborted) onLate();
  }
  // Whoever stops does not wait: what still opens is closed again, and what still fails concerns nobody any more.
  if (!session) void opening.then((late) => late.close()).catch(() => undefined);
  return session;
}
