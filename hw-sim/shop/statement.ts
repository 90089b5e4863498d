/** What the payment application tells posdiag: all that one step has shown in one message, as `posdiag.tell` takes it. */
import { createTeller, type Fact, type Tell } from "../cashier/fact.ts";

/** Signal → value. */
export type Telling = Readonly<Record<string, Fact["value"]>>;
export type TellAll = (telling: Telling) => void;

export interface Statement {
  /** Adds a fact to this step; the same signal twice makes two messages, in order. */
  readonly add: Tell;
  /** Adds, and sends. */
  say(telling: Telling): void;
  /** Sends what was added. */
  send(): void;
  /** The newest value said of a signal since the payment began. */
  said(signal: string): Fact["value"] | undefined;
  /** Another payment. */
  begin(): void;
}

export function createStatement(tell: TellAll): Statement {
  let step: Record<string, Fact["value"]> = {};
  const payment = new Map<string, Fact["value"]>();
  const send = (): void => {
    if (Object.keys(step).length > 0) tell(step);
    step = {};
  };
  // Steps of the way that go well are told once only, after they did not.
  const add = createTeller(({ signal, value }) => {
    if (Object.hasOwn(step, signal)) send();
    step[signal] = value;
    payment.set(signal, value);
  });
  return {
    add,
    send,
    say: (telling) => {
      for (const [signal, value] of Object.entries(telling)) add({ signal, value });
      send();
    },
    said: (signal) => payment.get(signal),
    begin: () => payment.clear(),
  };
}
