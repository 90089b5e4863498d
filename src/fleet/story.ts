/** What is told of an incident under way, and of one that is over. */
import { percentOf, rest, spansMs, type Tally, tallyOf } from "./cell.ts";
import type { Receiver } from "./hints.ts";
import type { Incident, Life } from "./incident.ts";
import { cellKey } from "./membership.ts";
import type { Roll } from "./roll.ts";
import { type Dimension, dimensionNames, dimensions, type Scope } from "./scope.ts";
import type { Look, Trouble } from "./trouble.ts";

export interface Teller {
  readonly tenant: string;
  readonly roll: Roll;
}

const nobody: Tally = { fine: 0, fresh: 0, fineWeight: 0, freshWeight: 0 };

/** Those in scope that are fine, and how many of their peers fail: of a carrier in a region, the other carriers there. */
function figuresOf({ cells }: Roll["books"], life: Life): Pick<Incident, "total" | "failPct" | "peersFailPct"> {
  const longest = spansMs.length - 1;
  const own = cells.get(cellKey(life.dimension, life.scope));
  const tally = own ? tallyOf(own, longest) : nobody;
  const around = cells.get(life.dimension === "place" ? cellKey("region", life.scope) : cellKey("fleet", {}));
  const total = tally.fine + life.members.size;
  const failPct = percentOf({ fine: tally.fine, fresh: life.members.size });
  if (!own || !around || around === own) return { total, failPct };
  return { total, failPct, peersFailPct: percentOf(rest(tallyOf(around, longest, life.look), tally)) };
}

/** Without the list of its terminals: what an estate's outage costs most. */
export function outlineOf({ tenant, roll }: Teller, life: Life, nowMs: number): Incident {
  const { id, scope, fault, beganMs, confidence, peak, members } = life;
  return {
    ...{ id, tenant, scope, fault, beganMs, updatedMs: nowMs, peak, confidence },
    ...{ affected: members.size, ...figuresOf(roll.books, life) },
    members: [],
    ...(life.dimension === "version" && scope.version !== undefined && { hold: { version: scope.version } }),
  };
}

export function incidentOf(teller: Teller, life: Life, nowMs: number): Incident {
  return { ...outlineOf(teller, life, nowMs), members: [...life.members].map(({ member }) => member.id) };
}

export function ended(teller: Teller, life: Life, { nowMs, partOf }: { nowMs: number; partOf?: string }): Incident {
  return { ...outlineOf(teller, life, nowMs), endedMs: nowMs, ...(partOf !== undefined && { partOf }) };
}

/** What an incident can make clearer, by how it looks: who has told something else knows better what it is. */
const clears: Readonly<Record<Look, readonly Trouble[]>> = {
  air: ["radio", "path", "host"],
  way: ["radio", "path", "line", "power"],
  host: ["host", "path"],
  any: ["radio", "path", "host", "program", "own"],
};

/** Those who have told such a trouble, and can hear: for who is silent nothing is kept longer than its session. */
export function concerned({ members, look }: Life): readonly Receiver[] {
  const found: Receiver[] = [];
  for (const { online, onlineMs, troubles, member } of members)
    if (online !== false && clears[look].some((trouble) => troubles[trouble] > 0))
      found.push({ id: member.id, onlineMs });
  return found;
}

function dimensionOf(scope: Scope): Dimension {
  const given = Object.values(scope).length;
  const fits = (dimension: Dimension): boolean => {
    const { of } = dimensions[dimension];
    return of.length === given && of.every((name) => scope[name] !== undefined);
  };
  return dimensionNames.find(fits) ?? "fleet";
}

/** As it was told before a restart; its terminals are found again by what they are. */
export function lifeOf({ id, scope, fault, beganMs, confidence, peak }: Incident): Life {
  const dimension = dimensionOf(scope);
  return {
    ...{ id, dimension, scope, look: dimensions[dimension].look, fault, beganMs, confidence, peak, members: new Set() },
    ...{ lowSinceMs: undefined, toldAffected: -1, toldMs: 0 },
  };
}
