/** What the demo does to the terminal. Physics only: what posdiag makes of it is not written here. */
import type { SetRequest } from "../world-input.ts";

export interface Act {
  /** Pressed in the interactive demo. */
  readonly key: string;
  readonly title: string;
  readonly harm: SetRequest;
  readonly mend: SetRequest;
  readonly mending: string;
}

export const acts: readonly Act[] = [
  {
    key: "1",
    title: "The SIM card is pulled out",
    harm: { sim: "absent" },
    mend: { sim: "ready" },
    mending: "The SIM card is put back",
  },
  {
    key: "2",
    title: "The terminal is carried into the cellar: weak signal",
    harm: { signal: "weak" },
    mend: { signal: "good" },
    mending: "It is carried upstairs again",
  },
  {
    key: "3",
    title: "The acquirer's host is stopped",
    harm: { host: "down" },
    mend: { host: "up" },
    mending: "The host is started again",
  },
  {
    key: "4",
    title: "The host takes payments and does not answer",
    harm: { host: "silent" },
    mend: { host: "up" },
    mending: "The host answers again",
  },
  {
    key: "5",
    title: "The modem hangs",
    harm: { silent: true },
    mend: { silent: false },
    mending: "The modem comes to itself",
  },
];
