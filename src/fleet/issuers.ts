/**
 * Which card issuers refuse: of every report of payments, how many of each issuer's were refused, beside the other issuers and the
 * issuer's own past. A terminal's word counts for a few payments at most: one customer who tries twenty times is not twenty.
 */
import type { Tally } from "./cell.ts";
import type { PaymentsTold } from "./member.ts";
import { expected, likelihoodRatio, logOdds } from "./odds.ts";

const stepMs = 300_000;
/** An hour, as long as a report looks back. */
const steps = 12;
const mostIssuers = 1_000;
const mostOfReport = 4;
/** An issuer fails no oftener than any thing of its size. */
const costs = 3;
/** The usual share of refusals before anything is known, believed like so many payments; and what the past keeps a day. */
const usualShare = 0.08;
const usualPayments = 50;
const keptADay = 0.8;
/** Shares of refusals differ between issuers for their own reasons: so much above what is expected is no news. */
const slack = 1.5;
const leastReports = 5;
const leastShare = 0.25;
/** Over, when it is down to a third of what it was at the most; where nobody pays any more, when nothing was heard for an hour. */
const overAt = 1 / 3;
const silentMs = steps * stepMs;

interface Step {
  readonly at: number;
  payments: number;
  refused: number;
  reports: number;
  refusing: number;
}

interface Issuer {
  readonly name: string;
  readonly steps: Step[];
  pastPayments: number;
  pastRefused: number;
  /** Of the trouble under way, the highest share. */
  worst: number | undefined;
  heardMs: number | undefined;
}

export interface IssuerState {
  readonly issuer: string;
  readonly failPct: number;
  readonly peersFailPct: number;
  readonly affected: number;
  readonly total: number;
  readonly odds: number;
  readonly isOver: boolean;
}

export interface Issuers {
  /** How many names there was no room for. */
  hear(told: PaymentsTold): number;
  /** Those that are in trouble, and those whose trouble is over. */
  judge(nowMs: number): readonly IssuerState[];
  /** It was in trouble when the mind before this one ended. */
  resume(name: string): void;
}

function stepOf({ steps: all }: Issuer, atMs: number): Step {
  const at = Math.floor(atMs / stepMs);
  const found = all.find((step) => step.at === at);
  if (found) return found;
  const step: Step = { at, payments: 0, refused: 0, reports: 0, refusing: 0 };
  all.push(step);
  return step;
}

function add(issuer: Issuer, { approved, refused }: { approved: number; refused: number }, atMs: number): void {
  const all = approved + refused;
  if (all <= 0) return;
  issuer.heardMs = atMs;
  const share = Math.min(all, mostOfReport) / all;
  const step = stepOf(issuer, atMs);
  step.payments += all * share;
  step.refused += refused * share;
  step.reports += 1;
  if (refused > approved) step.refusing += 1;
}

/** What leaves the hour goes into the past, unless the issuer was in trouble then. */
function shift(issuer: Issuer, nowMs: number): void {
  const first = Math.floor(nowMs / stepMs) - steps;
  const kept = keptADay ** (stepMs / 86_400_000);
  for (let at = issuer.steps.findIndex((step) => step.at < first); at >= 0; ) {
    const [old] = issuer.steps.splice(at, 1);
    issuer.pastPayments *= kept;
    issuer.pastRefused *= kept;
    if (old && issuer.worst === undefined) {
      issuer.pastPayments += old.payments;
      issuer.pastRefused += old.refused;
    }
    at = issuer.steps.findIndex((step) => step.at < first);
  }
}

type Sums = Omit<Step, "at">;

function sumOf(issuer: Issuer, fromAt: number): Sums {
  const sums = { payments: 0, refused: 0, reports: 0, refusing: 0 };
  for (const step of issuer.steps) {
    if (step.at < fromAt) continue;
    sums.payments += step.payments;
    sums.refused += step.refused;
    sums.reports += step.reports;
    sums.refusing += step.refusing;
  }
  return sums;
}

const shareOf = ({ payments, refused }: Sums): number => (payments === 0 ? 0 : refused / payments);
const tallyOf = ({ payments, refused, reports, refusing }: Sums): Tally => ({
  fine: reports - refusing,
  fresh: refusing,
  freshWeight: refused,
  fineWeight: payments - refused,
});
const less = (whole: Sums, part: Sums): Sums => ({
  payments: whole.payments - part.payments,
  refused: whole.refused - part.refused,
  reports: whole.reports - part.reports,
  refusing: whole.refusing - part.refusing,
});
const percent = (share: number): number => Math.round(share * 1_000) / 10;

interface Judged {
  readonly nowMs: number;
  readonly issuer: Issuer;
  readonly own: Sums;
  readonly peers: Sums;
  readonly among: number;
}

function hasEnded(issuer: Issuer, lately: Sums, nowMs: number): boolean {
  issuer.heardMs ??= nowMs;
  const sums = lately.reports >= leastReports ? lately : sumOf(issuer, 0);
  if (sums.reports >= leastReports) return shareOf(sums) < overAt * (issuer.worst ?? 0);
  return nowMs - issuer.heardMs >= silentMs;
}

function stateOf({ issuer, own, peers, among, nowMs }: Judged): IssuerState | undefined {
  const past = (issuer.pastRefused + usualPayments * usualShare) / (issuer.pastPayments + usualPayments);
  const odds = logOdds(likelihoodRatio(tallyOf(own), slack * expected(past, [tallyOf(peers)])), costs, among);
  const share = shareOf(own);
  const isSeen = odds > 0 && own.refusing >= leastReports && share >= leastShare;
  if (issuer.worst === undefined && !isSeen) return undefined;
  issuer.worst = Math.max(issuer.worst ?? 0, share);
  const isOver = hasEnded(issuer, own, nowMs);
  if (isOver) issuer.worst = undefined;
  return {
    ...{ issuer: issuer.name, failPct: percent(share), peersFailPct: percent(shareOf(peers)) },
    ...{ affected: own.refusing, total: own.reports, odds, isOver },
  };
}

/** The last quarter of an hour, and the step that has just begun. */
const lately = (nowMs: number): number => Math.floor(nowMs / stepMs) - 3;

function judge(issuers: ReadonlyMap<string, Issuer>, nowMs: number): readonly IssuerState[] {
  const all = [...issuers.values()];
  for (const issuer of all) shift(issuer, nowMs);
  const sums = all.map((issuer) => ({ issuer, own: sumOf(issuer, lately(nowMs)) }));
  const whole = sums.reduce((sum, { own }) => less(sum, less({ ...nothing }, own)), nothing);
  // Whoever is in trouble is no peer of the others.
  const healthy = sums.reduce((rest, { issuer, own }) => (issuer.worst === undefined ? rest : less(rest, own)), whole);
  return sums.flatMap(({ issuer, own }) => {
    const peers = issuer.worst === undefined ? less(healthy, own) : healthy;
    return stateOf({ issuer, own, peers, among: all.length, nowMs }) ?? [];
  });
}

const nothing: Sums = { payments: 0, refused: 0, reports: 0, refusing: 0 };

const createIssuer = (name: string): Issuer => ({
  name,
  steps: [],
  pastPayments: 0,
  pastRefused: 0,
  worst: undefined,
  heardMs: undefined,
});

export function createIssuers(): Issuers {
  const issuers = new Map<string, Issuer>();
  return {
    hear: ({ issuers: told, atMs }) => {
      let noRoom = 0;
      for (const { issuer: name, ...payments } of told) {
        const issuer = issuers.get(name) ?? createIssuer(name);
        if (!issuers.has(name) && issuers.size >= mostIssuers) noRoom += 1;
        else {
          issuers.set(name, issuer);
          add(issuer, payments, atMs);
        }
      }
      return noRoom;
    },
    judge: (nowMs) => judge(issuers, nowMs),
    resume: (name) => void issuers.set(name, { ...createIssuer(name), worst: leastShare }),
  };
}
