/**
 * What goes down to terminals, over whichever link there is: receipts, and hints. No more at a time than the broker takes, no more waiting than a
 * bound; what is dropped is counted, because terminals send again what nobody confirmed.
 */
import type { Outward } from "../uplink/link.ts";
import type { Intake } from "./intake.ts";

export interface Post {
  /** Of two with the same key only the later is sent. */
  send(key: string, message: Outward): void;
  /** Over this link from now on; none while there is none. */
  use(intake: Intake | undefined): void;
  /** Resolves when nothing is under way or waits. */
  idle(): Promise<void>;
}

export interface PostOptions {
  onSent(): void;
  onDropped(): void;
}

const mostWaiting = 20_000;
/** At a time, where the broker takes more. */
const mostUnderWay = 200;

export function createPost({ onSent, onDropped }: PostOptions): Post {
  const waiting = new Map<string, Outward>();
  let intake: Intake | undefined;
  let underWay = 0;
  let tellIdle = () => {};

  function next(): Outward | undefined {
    const [first] = waiting;
    if (!first) return undefined;
    waiting.delete(first[0]);
    return first[1];
  }

  async function sendOne(link: Intake, message: Outward): Promise<void> {
    underWay += 1;
    const isTaken = await link.publish(message);
    underWay -= 1;
    if (isTaken) onSent();
    else onDropped();
    pump();
  }

  function pump(): void {
    while (intake && underWay < Math.min(mostUnderWay, intake.window)) {
      const message = next();
      if (!message) break;
      void sendOne(intake, message);
    }
    if (underWay === 0 && waiting.size === 0) tellIdle();
  }

  return {
    send: (key, message) => {
      waiting.delete(key);
      waiting.set(key, message);
      if (waiting.size > mostWaiting && next()) onDropped();
      pump();
    },
    use: (link) => {
      intake = link;
      pump();
    },
    idle: () =>
      new Promise((resolve) => {
        if (underWay === 0 && waiting.size === 0) resolve();
        else tellIdle = resolve;
      }),
  };
}
