/**
 * The mind of the fleet: it hears what terminals report, and when it is asked names what many of them have in common, and what those
 * concerned are to be told of it. Pure: time is what it is told, names of incidents are made by whoever owns it.
 */
import { type Concerned, createHints, type HintOrder, type HintPace, usualPace } from "./hints.ts";
import type { Incident } from "./incident.ts";
import type { Member, Told } from "./member.ts";
import { createTenantMind, type TenantMind } from "./tenant-mind.ts";

export interface FleetMindOptions {
  /** Of a new incident; never the same twice. */
  newId(): string;
  readonly pace?: HintPace;
  /** More terminals are not taken, and counted. */
  readonly mostMembers?: number;
}

export interface Judgement {
  /** Those that began, grew, shrank or ended. */
  readonly incidents: readonly Incident[];
  readonly hints: readonly HintOrder[];
}

export interface FleetCounts {
  readonly members: number;
  readonly underWay: number;
  /** Terminals there was no room for; told by strangers; faults and issuers there was no room for. */
  readonly refused: number;
  readonly strangers: number;
  readonly overflowed: number;
  readonly hintsDeferred: number;
}

export interface FleetMind {
  /** A terminal, or that it has other properties now. False: there is no room. */
  enrol(member: Member): boolean;
  forget(id: number): void;
  hear(id: number, told: Told): void;
  /** An incident that was under way when the mind before this one ended; its terminals come back by what they are. */
  resume(incident: Incident): void;
  /** Every ten seconds or so; time never goes back. */
  judge(nowMs: number): Judgement;
  counts(): FleetCounts;
}

const usualMembers = 250_000;

interface State {
  readonly tenants: Map<string, TenantMind>;
  readonly homes: Map<number, TenantMind>;
  readonly options: FleetMindOptions;
  readonly tally: { refused: number; strangers: number; overflowed: number };
  nowMs: number;
}

function tenantOf({ tenants, options, nowMs }: State, tenant: string): TenantMind {
  const mind = tenants.get(tenant) ?? createTenantMind({ tenant, nowMs, newId: options.newId });
  tenants.set(tenant, mind);
  return mind;
}

function enrol(state: State, member: Member): boolean {
  const { homes, options, tally } = state;
  const home = homes.get(member.id);
  if (!home && homes.size >= (options.mostMembers ?? usualMembers)) {
    tally.refused += 1;
    return false;
  }
  const mind = tenantOf(state, member.tenant);
  if (home !== mind) home?.forget(member.id);
  homes.set(member.id, mind);
  mind.roll.enrol(member);
  return true;
}

function hear({ homes, tally }: State, id: number, told: Told): void {
  const mind = homes.get(id);
  if (mind) tally.overflowed += mind.hear(id, told);
  else tally.strangers += 1;
}

export function createFleetMind(options: FleetMindOptions): FleetMind {
  const tally = { refused: 0, strangers: 0, overflowed: 0 };
  const state: State = { tenants: new Map(), homes: new Map(), options, tally, nowMs: 0 };
  const hints = createHints(options.pace ?? usualPace);
  return {
    enrol: (member) => enrol(state, member),
    forget: (id) => {
      state.homes.get(id)?.forget(id);
      state.homes.delete(id);
    },
    hear: (id, told) => hear(state, id, told),
    resume: (incident) => tenantOf(state, incident.tenant).resume(incident),
    judge: (nowMs) => {
      state.nowMs = Math.max(state.nowMs, nowMs);
      const judged = [...state.tenants.values()].map((mind) => mind.judge(nowMs));
      const all = (of: (each: (typeof judged)[number]) => readonly Concerned[]): readonly Concerned[] =>
        judged.flatMap(of);
      return {
        incidents: judged.flatMap(({ incidents }) => incidents),
        hints: hints.due(
          all(({ underWay }) => underWay),
          all(({ ended }) => ended),
          nowMs,
        ),
      };
    },
    counts: () => ({
      ...tally,
      members: state.homes.size,
      underWay: [...state.tenants.values()].reduce((sum, { size }) => sum + size, 0),
      hintsDeferred: hints.deferred,
    }),
  };
}
