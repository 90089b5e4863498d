/**
 * What is done to the simulated modem and its surroundings, and the verdict that must come of it: this one and no other.
 * The bench knows only what is done; what it means stands here.
 */
import type { SetRequest } from "../../hw-sim/world-input.ts";
import type { Terms } from "../support/living-terminal.ts";

export interface ModemFault {
  readonly name: string;
  readonly terms?: Terms;
  /** Megabytes used before it happens. */
  readonly used?: number;
  readonly set: SetRequest;
  /** What makes it good again, one thing after the other. */
  readonly undo?: readonly SetRequest[];
  /** How long it lasts, seconds; a minute when nothing is said. */
  readonly lasts?: number;
  /**
   * How long after it was made good the case may stay open; a minute and a half when nothing is said. 0: a pattern is
   * remembered for an hour, which nobody waits for here.
   */
  readonly heals?: number;
  /** What may be said until the pattern shows: a card that is gone for the first time is simply gone. */
  readonly first?: string;
  /** Undefined: all is well, and nothing may be said. */
  readonly verdict: string | undefined;
}

const young: Terms = { planMb: 30, activated: "2025-09-01", apn: "cmnet" };
const home: SetRequest = { registration: "home" };
/** After these causes a modem takes the card for invalid until it is switched off (3GPP TS 24.301 §5.5.1.2.5). */
const restart: readonly SetRequest[] = [{ registration: "home" }, { power: "off" }, { power: "on" }];

export const modemFaults: readonly ModemFault[] = [
  {
    name: "plan exhausted: attached, an address, and nothing comes back",
    terms: young,
    used: 30,
    set: { data: "dry" },
    undo: [{ data: "ok" }],
    lasts: 150,
    verdict: "sim.data_exhausted",
  },
  {
    name: "expired: not subscribed any more, a year after it was activated",
    terms: { ...young, activated: "2024-10-01" },
    set: { pdp: { rejected: 33 } },
    undo: [{ pdp: "active" }],
    verdict: "sim.expired",
  },
  {
    name: "arrears: barred by the operator",
    terms: young,
    set: { pdp: { rejected: 8 } },
    undo: [{ pdp: "active" }],
    verdict: "sim.arrears",
  },
  ...[5, 6].map(
    (cause): ModemFault => ({
      name: `machine-card lock: EMM ${cause}`,
      terms: young,
      set: { registration: { stat: 3, cause } },
      undo: restart,
      verdict: "sim.locked_imei",
    }),
  ),
  {
    name: "machine-card lock: the card of another terminal, attached, and nothing comes back",
    terms: young,
    set: { card: "other", data: "dry" },
    undo: [{ card: "own", data: "ok" }],
    lasts: 400,
    verdict: "sim.locked_imei",
  },
  {
    name: "APN unknown: ESM 27",
    terms: young,
    set: { apn: "internet" },
    undo: [{ apn: "cmnet" }],
    verdict: "net.apn_wrong",
  },
  {
    name: "not subscribed: ESM 33, a young card, the right APN",
    terms: young,
    set: { pdp: { rejected: 33 } },
    undo: [{ pdp: "active" }],
    verdict: "sim.not_subscribed",
  },
  {
    name: "congestion: EMM 22",
    terms: young,
    set: { registration: { stat: 3, cause: 22 } },
    undo: [home],
    verdict: "cell.congested",
  },
  {
    name: "congestion: the bearer refused with ESM 26",
    terms: young,
    set: { pdp: { rejected: 26 } },
    undo: [{ pdp: "active" }],
    verdict: "cell.congested",
  },
  {
    name: "roaming refused: EMM 13 abroad",
    terms: young,
    set: { registration: "roaming_refused" },
    undo: [home],
    verdict: "cell.registration_denied",
  },
  {
    name: "card no longer known: EMM 3",
    terms: young,
    set: { registration: { stat: 3, cause: 3 } },
    undo: restart,
    verdict: "sim.invalid",
  },
  {
    name: "the network fails: ESM 38",
    terms: young,
    set: { pdp: { rejected: 38 } },
    undo: [{ pdp: "active" }],
    verdict: "cell.carrier_outage",
  },
  {
    name: "SIM contact: the card comes and goes",
    terms: young,
    set: { contact: "loose" },
    undo: [{ contact: "ok" }],
    lasts: 180,
    heals: 0,
    first: "sim.absent",
    verdict: "sim.contact_bad",
  },
  {
    name: "SIM pulled",
    terms: young,
    set: { sim: "absent" },
    undo: [{ sim: "ready" }],
    verdict: "sim.absent",
  },
  {
    name: "SIM PIN",
    terms: young,
    set: { sim: "pin" },
    undo: [{ sim: "ready" }],
    verdict: "sim.pin_locked",
  },
  {
    name: "SIM PUK",
    terms: young,
    set: { sim: "puk" },
    undo: [{ sim: "ready" }],
    verdict: "sim.pin_locked",
  },
  {
    name: "no service",
    terms: young,
    set: { signal: "none" },
    undo: [{ signal: "good" }],
    verdict: "cell.no_service",
  },
  {
    name: "weak signal",
    terms: young,
    set: { signal: "weak" },
    undo: [{ signal: "good" }],
    verdict: "cell.signal_weak",
  },
  {
    name: "fading signal",
    terms: young,
    // It wanders by chance, and hurts nobody above -115 dBm: from here it comes there within minutes whatever the dice say.
    set: { signal: { rsrp: -113, rsrq: -14, sinr: 0 }, fading: { rsrp: -126, rsrq: -17, sinr: -5 } },
    undo: [{ signal: "good", fading: null }],
    lasts: 400,
    heals: 180,
    verdict: "cell.signal_weak",
  },
  {
    name: "modem hung",
    terms: young,
    set: { silent: true },
    undo: [{ silent: false }],
    verdict: "modem.hung",
  },
  {
    name: "brown-out: the supply gives way while the modem transmits",
    terms: young,
    set: { power: "brownout" },
    undo: [{ power: "on" }],
    lasts: 150,
    heals: 0,
    verdict: "power.brownout_under_load",
  },
  {
    name: "garbage on the line",
    terms: young,
    set: { wire: { split: true, noise: 0.2, garbage: 0.2 } },
    undo: [{ wire: "clean" }],
    lasts: 300,
    verdict: undefined,
  },
  { name: "port renumbered", terms: young, set: { renumber: "modem7" }, verdict: undefined },
  {
    name: "a storm of reports",
    terms: young,
    set: { storm: true },
    undo: [{ storm: false }],
    verdict: undefined,
  },
  { name: "nothing", terms: young, set: { data: "ok" }, lasts: 600, verdict: undefined },
];
