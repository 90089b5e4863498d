/**
 * The states that the broker has kept. A shared subscription does not bring them (MQTT 5.0 section 4.8.2), so they are read once over a link of
 * their own, a few at a time, so that what is new does not wait for them.
 */
import type { Clock } from "../base/clock.ts";
import type { Message } from "../uplink/link.ts";
import { type DialOptions, dial } from "./dial.ts";

export interface KeptStatesOptions extends Pick<DialOptions, "broker" | "clientId"> {
  readonly clock: Clock;
  /** As for the link itself: `release` when it is stored. */
  onMessage(message: Message, release: () => void): Promise<void> | undefined;
}

const atATime = 100;
/** Nothing more came for so long, and all is stored: that was all. */
const quietMs = 3_000;
const lookMs = 250;
const filters = ["pos/v1/+/+/state/+"];

/** Resolves to how many there were; undefined when the link broke, or `stop` aborted. */
export async function readKeptStates(options: KeptStatesOptions, stop: AbortSignal): Promise<number | undefined> {
  const { clock } = options;
  let [count, open, lastMs] = [0, 0, clock.monoMs()];
  const onMessage = (message: Message, release: () => void): Promise<void> | undefined => {
    if (!message.retained) {
      release(); // Said just now: it comes over the other link as well.
      return undefined;
    }
    count += 1;
    open += 1;
    return options.onMessage(message, () => {
      open -= 1;
      lastMs = clock.monoMs();
      release();
    });
  };
  const result = await dial({ ...options, sessionS: 0, receiveMaximum: atATime, onMessage }, stop);
  if (result.kind === "failed") return undefined;
  const { intake } = result;
  let isClosed = false;
  void intake.closed.then(() => {
    isClosed = true;
  });
  void intake.keepAlive();
  const isGranted = await intake.subscribe(filters, "all");
  lastMs = clock.monoMs();
  while (isGranted && !isClosed && !stop.aborted && (open > 0 || clock.monoMs() - lastMs < quietMs))
    await clock.sleep(lookMs, stop);
  await intake.end();
  return isGranted && !isClosed && !stop.aborted ? count : undefined;
}
