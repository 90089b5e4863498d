/** The reasoning about one tenant's fleet: nobody learns of another's trouble, and nobody's words mean anything to another. */
import { tallyOf } from "./cell.ts";
import { choose } from "./choice.ts";
import type { Concerned, Receiver } from "./hints.ts";
import type { Incident, Life } from "./incident.ts";
import { createIssuerLives, type IssuerLives } from "./issuer-lives.ts";
import { age, leave, open, place, placeShop } from "./lives.ts";
import type { Told } from "./member.ts";
import { nameOf } from "./naming.ts";
import { createRoll, type Roll } from "./roll.ts";
import type { Slot } from "./slot.ts";
import { concerned, ended, incidentOf, lifeOf, outlineOf, type Teller } from "./story.ts";
import { suspectsOf } from "./suspects.ts";

export interface TenantOptions {
  readonly tenant: string;
  readonly nowMs: number;
  newId(): string;
}

/** Incidents under way at one time; a tenant with more has one that nobody understands. */
const mostLives = 64;
/** Found again after so long, it is no flicker. */
const settleMs = 9_000;
/** The past learns so often. */
const learnMs = 60_000;
/** An incident is told again when it has grown or shrunk by so much, or after so long if anything changed. */
const toldShare = 0.1;
const toldMs = 60_000;

export interface TenantJudgement {
  readonly incidents: readonly Incident[];
  readonly underWay: readonly Concerned[];
  readonly ended: readonly Concerned[];
}

export interface TenantMind {
  readonly roll: Roll;
  /** Incidents under way. */
  readonly size: number;
  forget(id: number): void;
  /** How much of it there was no room for. */
  hear(id: number, told: Told): number;
  resume(incident: Incident): void;
  judge(nowMs: number): TenantJudgement;
}

interface State extends Teller {
  readonly lives: Map<string, Life>;
  readonly issuers: IssuerLives;
  newId(): string;
  suspectedSinceMs: number | undefined;
  learntMs: number | undefined;
}

function learn(state: State, nowMs: number): void {
  const spanMs = nowMs - (state.learntMs ?? nowMs);
  if (state.learntMs !== undefined && spanMs < learnMs) return;
  state.learntMs = nowMs;
  for (const cell of state.roll.books.cells.values())
    cell.past?.stoodBy(tallyOf(cell, 0).fine, Math.min(spanMs, 10 * learnMs), nowMs);
}

/** Names what is left to name, strongest first; what one explains is out of the counts before the next is looked for. */
function discover(state: State, nowMs: number): readonly Incident[] {
  const { roll, lives } = state;
  const parts: Incident[] = [];
  let choice = choose(roll, suspectsOf(roll));
  state.suspectedSinceMs = choice ? (state.suspectedSinceMs ?? nowMs) : undefined;
  if (nowMs - (state.suspectedSinceMs ?? nowMs) < settleMs) return parts;
  while (choice && lives.size < mostLives) {
    const { life, absorbed } = open(roll, lives, { choice, id: state.newId() });
    parts.push(...absorbed.map((part) => ended(state, part, { nowMs, partOf: life.id })));
    choice = choose(roll, suspectsOf(roll));
  }
  return parts;
}

function isNews(life: Life, nowMs: number): boolean {
  const { size } = life.members;
  if (life.toldAffected < 0) return true;
  if (Math.abs(size - life.toldAffected) > toldShare * Math.max(size, life.toldAffected)) return true;
  return size !== life.toldAffected && nowMs - life.toldMs >= toldMs;
}

interface News {
  readonly incident: Incident;
  readonly isNews: boolean;
}

function tellOf(state: State, life: Life, nowMs: number): News {
  if (age(state.roll, life, nowMs)) {
    state.lives.delete(life.id);
    return { incident: ended(state, life, { nowMs }), isNews: true };
  }
  if (!isNews(life, nowMs)) return { incident: outlineOf(state, life, nowMs), isNews: false };
  if (life.members.size > 0) life.fault = nameOf(life.dimension, life.members);
  Object.assign(life, { toldAffected: life.members.size, toldMs: nowMs });
  return { incident: incidentOf(state, life, nowMs), isNews: true };
}

const receiverOf = ({ member, onlineMs }: Slot): Receiver => ({ id: member.id, onlineMs });

function judge(state: State, nowMs: number): TenantJudgement {
  const { roll, lives, issuers } = state;
  roll.advance(nowMs);
  learn(state, nowMs);
  for (const slot of roll.changed()) {
    place(roll, lives, slot);
    placeShop(roll, lives, slot);
  }
  const parts = discover(state, nowMs);
  const told = [...lives.values()].map((life) => ({
    ...tellOf(state, life, nowMs),
    ...{ dimension: life.dimension, to: concerned(life) },
  }));
  const ofIssuers = issuers
    .judge(roll.books.banks, nowMs)
    .map((each) => ({ ...each, dimension: "issuer" as const, to: [...roll.books.banks].map(receiverOf) }));
  const all = [...told, ...ofIssuers];
  return {
    incidents: [...parts, ...all.flatMap((each) => (each.isNews ? each.incident : []))],
    underWay: all.filter(({ incident }) => incident.endedMs === undefined),
    ended: all.filter(({ incident }) => incident.endedMs !== undefined),
  };
}

export function createTenantMind({ tenant, nowMs, newId }: TenantOptions): TenantMind {
  const roll = createRoll();
  roll.advance(nowMs);
  const lives = new Map<string, Life>();
  const issuers = createIssuerLives({ tenant, newId });
  const state: State = { tenant, roll, lives, issuers, newId, suspectedSinceMs: undefined, learntMs: undefined };
  return {
    roll,
    get size() {
      return lives.size;
    },
    forget: (id) => {
      const slot = roll.slot(id);
      const life = slot?.incident === undefined ? undefined : lives.get(slot.incident);
      if (slot && life) leave(roll, life, slot);
      roll.forget(id);
    },
    hear: (id, told) => {
      const overflowed = told.kind === "payments" ? issuers.hear(told) : 0;
      return overflowed + (roll.tell(id, told) === "full" ? 1 : 0);
    },
    resume: (incident) => {
      const { id, beganMs, scope } = incident;
      if (scope.issuer !== undefined) issuers.resume(scope.issuer, { id, beganMs });
      else lives.set(id, lifeOf(incident));
    },
    judge: (nowMs) => judge(state, nowMs),
  };
}
