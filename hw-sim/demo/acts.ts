/** What the demo does to the terminal. Physics only: what posdiag makes of it is not written here. */
import type { Fact } from "../cashier/fact.ts";
import type { SetRequest } from "../world-input.ts";

export interface Act {
  /** Pressed in the interactive demo. */
  readonly key: string;
  readonly title: string;
  /** To the terminal and the world around it; nothing where it happens at the counter. */
  readonly harm: SetRequest;
  readonly mend: SetRequest;
  readonly mending: string;
  /** From the harm until the console's page must show what is wrong; else it is counted from when support heard of it. */
  readonly pageWithinMs?: number;
  /** What the payment application says of it, when it happens and when it is mended. */
  readonly told?: { readonly harm: readonly Fact[]; readonly mend: readonly Fact[] };
}

export const acts: readonly Act[] = [
  {
    key: "1",
    title: "The SIM card is pulled out",
    harm: { sim: "absent" },
    mend: { sim: "ready" },
    mending: "The SIM card is put back",
    pageWithinMs: 15_000,
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
  {
    key: "6",
    title: "A payment is approved, and the paper is out",
    harm: {},
    mend: {},
    mending: "A new roll is put in, and the slip is reprinted",
    told: {
      harm: [
        { signal: "printer.state", value: "paper_out" },
        { signal: "txn.receipt_printed", value: false },
      ],
      mend: [
        { signal: "printer.state", value: "ok" },
        { signal: "txn.receipt_printed", value: true },
      ],
    },
  },
];
