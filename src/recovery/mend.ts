/**
 * What a modem may mend by itself, on which rung to begin, and how it is seen that it did. The signs are asked for, not the
 * verdict: a bearer that is down for no reason has many possible causes, and trying is how they are told apart.
 */
import type { RungId } from "../model/attempt.ts";
import type { Ask } from "./ask.ts";

export interface Mend {
  readonly first: RungId;
  /** Its signs: all must be so, and have been for so long, because most of this passes by itself. */
  readonly whilst: readonly Ask[];
  readonly afterMs: number;
  /** Faults, open or likelier than not, that explain it, and that a restart would leave as they are or make worse. */
  readonly unless: readonly string[];
  /** All must be read afterwards. */
  readonly mended: readonly Ask[];
  readonly source: string;
}

const minuteMs = 60_000;
const registered: Ask = { signal: "modem.reg_state", is: ["home", "roaming"] };

/** A starting module draws its peak current. */
const starving = ["power.brownout_under_load"];
const notOurs = [
  ...starving,
  "sim.absent",
  "sim.contact_bad",
  "sim.pin_locked",
  "sim.invalid",
  "sim.data_exhausted",
  "sim.expired",
  "sim.arrears",
  "sim.not_subscribed",
  "sim.locked_imei",
  "net.apn_wrong",
  "cell.registration_denied",
  "cell.congested",
  "cell.carrier_outage",
];

const hung: Mend = {
  // The gentler rungs are questions to the same firmware.
  first: "reset",
  afterMs: minuteMs,
  whilst: [
    { signal: "modem.port", is: ["open"] },
    { signal: "modem.at_response", is: ["timeout"] },
  ],
  unless: starving,
  mended: [{ signal: "modem.at_response", is: ["ok"] }],
  source: "field: answers again after a module reset",
};

const noService: Mend = {
  // Without registration there is nothing to detach from.
  first: "radio",
  afterMs: 5 * minuteMs,
  whilst: [
    { signal: "modem.at_response", is: ["ok"] },
    { signal: "modem.reg_state", is: ["searching", "unregistered"] },
  ],
  unless: notOurs,
  mended: [registered],
  source: "3GPP TS 36.304 5.2.7: a module may stay in limited service; TS 27.007 8.2: CFUN=4/1 starts a new search",
};

/** By the id of the fault that it would be; the most basic fault first, because what it hides cannot be judged. */
export const mends: Readonly<Record<string, Mend>> = {
  "modem.hung": hung,
  "cell.no_service": noService,
  "unlisted.no_bearer": {
    first: "reattach",
    afterMs: 3 * minuteMs,
    whilst: [
      { signal: "modem.at_response", is: ["ok"] },
      registered,
      // With a cause from the network it is `rejected`, and no business of ours.
      { signal: "modem.pdp_state", is: ["inactive"] },
    ],
    unless: notOurs,
    mended: [{ signal: "modem.pdp_state", is: ["active"] }],
    source: "3GPP TS 24.301 6.5.1: the default bearer comes with the attach; ESM 39, 54: re-activate",
  },
};

/** What a rung is tried against first: by its signs it is seen whether it helped. */
export function mendedBy(rung: RungId): string {
  return Object.entries(mends).find(([, { first }]) => first === rung)?.[0] ?? "";
}
