/**
 * How a terminal's trouble looks from far away. A terminal names its fault by what it sees alone, and many that suffer from one cause name
 * different faults; so faults are taken together by how far things get, and each thing that terminals can have in common is judged
 * by those troubles that it can bring about.
 */
import { familyOf, unlistedId, unlistedOf } from "../model/unlisted.ts";

/** `silent` is nothing told: its connection broke. `own`: of the terminal's own body, a matter of versions at most. */
export const troubles = ["silent", "radio", "path", "line", "power", "host", "bank", "program", "own"] as const;
export type Trouble = (typeof troubles)[number];

/** Of single faults and unlisted conditions that do not go with their family. */
const single: Readonly<Record<string, Trouble>> = {
  "net.apn_wrong": "radio",
  // What a carrier's fault looks like from one terminal: the plan is used up, the card is not let in.
  "sim.data_exhausted": "radio",
  "sim.expired": "radio",
  "sim.arrears": "radio",
  "sim.invalid": "radio",
  "sim.not_subscribed": "radio",
  // Sent, and no answer is known: often all that is certain when a network dies.
  "txn.state_unknown": "path",
  "txn.reversal_pending": "path",
  "txn.reversal_failed": "path",
  "net.isp_outage": "line",
  "net.firewall_blocked": "line",
  "net.config_wrong": "own",
  "env.disaster": "power",
  "power.mains_unstable": "power",
  "power.supply_interrupted": "power",
  "lan.cable_loose": "own",
  "wifi.weak": "own",
  "line.busy": "own",
  "issuer.unreachable": "bank",
  "issuer.maintenance": "bank",
  not_registered: "radio",
  no_bearer: "radio",
  no_path: "path",
  no_route: "path",
  path_poor: "path",
  payments_fail: "path",
  link_down: "line",
  wifi_link_lost: "line",
  no_address: "line",
  gateway_dead: "line",
  names_wrong: "line",
  host_gone: "host",
  host_unreachable: "host",
  tls_fails: "host",
  no_answer: "host",
};

const families: Readonly<Record<string, Trouble>> = {
  cell: "radio",
  net: "path",
  lan: "line",
  wifi: "line",
  line: "line",
  power: "own",
  host: "host",
  switch: "host",
  sw: "program",
  reader: "own",
  printer: "own",
  device: "own",
  modem: "own",
  sim: "own",
  key: "own",
  session: "own",
  env: "own",
  txn: "own",
};

/** Undefined: a card's, a customer's or a merchant's own matter, which terminals do not have in common. */
export function troubleOf(fault: string): Trouble | undefined {
  const of = unlistedOf(fault) ?? fault;
  return single[of] ?? families[familyOf(of)];
}

const ways: readonly (Trouble | undefined)[] = ["radio", "path", "line", "host"];

/**
 * What to make of a terminal that cannot decide between these faults, likeliest first. Between two faults of the way it is certain that
 * the way is what fails; else the likeliest is as good a guess as any.
 */
export function guessOf(candidates: readonly string[]): string | undefined {
  const [first] = candidates;
  const isOfTheWay = candidates.length > 1 && candidates.slice(0, 2).every((fault) => ways.includes(troubleOf(fault)));
  return isOfTheWay ? unlistedId("no_path") : first;
}

/**
 * What is counted of each kind of common cause. `air`: of a carrier; a terminal that blames the shop's line or its supply does not count.
 * `way`: of a place. `host`: of an acquirer; who is silent says nothing about it. `any`: of a version, and of everything at once.
 */
export const looks = ["air", "way", "host", "any"] as const;
export type Look = (typeof looks)[number];

/** How many open faults there are of each trouble; `silent` is 1 or 0. */
export type Troubles = Readonly<Record<Trouble, number>>;

/** `out`: it can neither fail nor be fine in this respect. */
export type Standing = "fine" | "failing" | "out";

const failingWhen = (fails: boolean): Standing => (fails ? "failing" : "fine");

const standings: Readonly<Record<Look, (of: Troubles) => Standing>> = {
  air: (of) => (of.line + of.power > 0 ? "out" : failingWhen(of.silent + of.radio + of.path + of.host > 0)),
  way: (of) => failingWhen(of.silent + of.radio + of.path + of.line + of.power > 0),
  host: (of) => (of.host + of.path > 0 ? "failing" : of.silent > 0 ? "out" : "fine"),
  any: (of) => failingWhen(of.silent + of.radio + of.path + of.line + of.power + of.host + of.program + of.own > 0),
};

export const standingOf = (look: Look, of: Troubles): Standing => standings[look](of);
