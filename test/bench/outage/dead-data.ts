/** A carrier's data is dead, and two shops' routers as well: how soon it is called so, and who is counted to it. */
import type { Population } from "../../../hw-sim/fleet/population.ts";
import { concerns } from "../../../hw-sim/fleet/trouble.ts";
import { readTrouble } from "../../../hw-sim/fleet/trouble-text.ts";
import { routerShops } from "./router-shops.ts";
import { carrier, incidentsIn, isRight, type Sighting, serialsOf, watch } from "./sight.ts";
import type { Stage } from "./stage.ts";

const spec = `carrier:${carrier}=data`;
const lastsS = 180;
const overWithinS = 600;

const isOfCarrier = (each: Sighting): boolean => each.concerns.includes(`"carrier":"${carrier}"`);

export interface DeadData {
  /** Terminals with a card of the carrier, and of these such with nothing else. */
  readonly concerned: number;
  readonly bound: number;
  /** Seconds from the onset until there was an incident of the carrier, and until it was called what it is. */
  readonly firstS: number | undefined;
  readonly namedS: number | undefined;
  readonly named: Pick<Sighting, "affected" | "total" | "concerns" | "fault"> | undefined;
  readonly peak: number;
  /** Serials that were ever members, without the trouble concerning them. */
  readonly unconcerned: readonly string[];
  readonly shops: readonly string[];
  /** Terminals of the two shops, those of them that were members, and of these such whose own card is not of the carrier. */
  readonly behindRouters: number;
  readonly counted: readonly string[];
  readonly swept: readonly string[];
  /** Seconds from the end of the trouble. */
  readonly overS: number | undefined;
  /** Incidents of something else than the carrier or these shops. */
  readonly others: readonly string[];
}

/** What has been seen so far. */
interface Notes {
  readonly members: Set<string>;
  readonly others: Set<string>;
  firstS?: number;
  namedS?: number;
  named?: Sighting;
  peak: number;
}

/** Returns whether every incident of the carrier is over. */
function note(
  notes: Notes,
  all: readonly Sighting[],
  { atS, shops }: { atS: number; shops: readonly string[] },
): boolean {
  const isOfShop = (each: Sighting) => shops.some((shop) => each.concerns === JSON.stringify({ shop }));
  const ofCarrier = all.filter(isOfCarrier);
  for (const serial of ofCarrier.flatMap((each) => each.members)) notes.members.add(serial);
  for (const each of all.filter((one) => !isOfCarrier(one) && !isOfShop(one)))
    notes.others.add(`${each.fault} ${each.concerns}`);
  if (ofCarrier.length > 0) notes.firstS ??= atS;
  const right = all.find(isRight);
  if (right) {
    notes.namedS ??= atS;
    notes.named ??= right;
    notes.peak = right.peak;
  }
  return ofCarrier.every((each) => each.isOver);
}

function judged(
  { members, others, ...notes }: Notes,
  population: Population,
  shops: readonly string[],
): Omit<DeadData, "overS"> {
  const trouble = readTrouble(spec, population, 0);
  const concerned = population.terminals.filter((each) => concerns(trouble, each));
  const known = new Set(concerned.map(({ serial }) => serial));
  const inShops = population.terminals.filter(({ shop }) => shops.includes(shop.id));
  const counted = inShops.filter(({ serial }) => members.has(serial));
  return {
    ...{ concerned: concerned.length, bound: concerned.filter(({ ways }) => ways.length === 1).length },
    ...{ firstS: notes.firstS, namedS: notes.namedS, named: notes.named, peak: notes.peak },
    ...{ shops, others: [...others], unconcerned: [...members].filter((serial) => !known.has(serial)) },
    ...{ behindRouters: inShops.length, counted: counted.map(({ serial }) => serial) },
    swept: counted.filter(({ serial }) => !known.has(serial)).map(({ serial }) => serial),
  };
}

export async function deadData({ fleet, store }: Stage, say: (line: string) => void): Promise<DeadData> {
  const { world, nowMs } = fleet;
  const { population } = world;
  const serials = await serialsOf(store);
  const shops = routerShops(population, carrier).map(({ id }) => id);
  const begin = (text: string) => world.begin(readTrouble(text, population, nowMs()), nowMs());
  const notes: Notes = { members: new Set(), others: new Set(), peak: 0 };
  const look = async (atS: number) => note(notes, await incidentsIn(store, serials), { atS, shops });

  for (const id of shops) begin(`router:${id}`);
  begin(spec);
  say(`outage: data of ${carrier} is dead, and the routers of ${shops.join(" and ")}`);
  await watch(lastsS, async (atS) => {
    await look(atS);
    return false;
  });
  world.end({ kind: "carrier", name: carrier, region: undefined }, nowMs());
  say("outage: data passes again, the routers stay dead");
  let overS: number | undefined;
  await watch(overWithinS, async (atS) => {
    const isOver = await look(lastsS + atS);
    if (isOver && notes.namedS !== undefined) overS = atS;
    return isOver;
  });
  return { ...judged(notes, population, shops), overS };
}
