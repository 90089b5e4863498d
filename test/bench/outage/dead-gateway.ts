/** A carrier's data is dead but for the vendor's own line: how soon that is called so, and how many terminals a hint makes sure. */
import { concerns } from "../../../hw-sim/fleet/trouble.ts";
import { readTrouble } from "../../../hw-sim/fleet/trouble-text.ts";
import { carrier, hasHint, incidentsIn, isRight, type Sighting, serialsOf, sure, telling, watch } from "./sight.ts";
import type { Stage } from "./stage.ts";

const lastsS = 300;
/** Longer where the hint comes late. */
const afterHintS = 125;
const mostS = 480;
const everyS = 5;

export interface Share {
  /** Seconds from the first hint. */
  readonly atS: number;
  /** Terminals that have told a trouble of it by then, and those that have the verdict. */
  readonly told: number;
  readonly sure: number;
}

export interface DeadGateway {
  readonly concerned: number;
  readonly namedS: number | undefined;
  readonly named: Pick<Sighting, "affected" | "total" | "concerns" | "fault"> | undefined;
  readonly hintS: number | undefined;
  /** Had the verdict before there was a hint. */
  readonly sureBefore: number;
  readonly shares: readonly Share[];
  /** Serials that got the verdict, and whom the trouble does not concern. */
  readonly wrongly: readonly string[];
}

export async function deadGateway({ fleet, store }: Stage, say: (line: string) => void): Promise<DeadGateway> {
  const { world, nowMs } = fleet;
  const { population } = world;
  const serials = await serialsOf(store);
  const trouble = readTrouble(`carrier:${carrier}=gateway`, population, nowMs());
  const known = new Set(population.terminals.filter((each) => concerns(trouble, each)).map(({ serial }) => serial));
  const [told, wrongly, shares] = [new Set<string>(), new Set<string>(), [] as Share[]];
  let [namedS, hintS, nextS]: [number?, number?, number?] = [];
  let [named, sureBefore]: [Sighting | undefined, number] = [undefined, 0];

  async function count(atS: number): Promise<void> {
    const are = await sure(store);
    const rightly = are.filter((serial) => known.has(serial));
    for (const serial of are.filter((each) => !known.has(each))) wrongly.add(serial);
    for (const serial of [...rightly, ...(await telling(store, serials)).filter((each) => known.has(each))])
      told.add(serial);
    if (hintS === undefined) sureBefore = Math.max(sureBefore, rightly.length);
    else shares.push({ atS: atS - hintS, told: told.size, sure: rightly.length });
  }

  world.begin(trouble, nowMs());
  say(`outage: data of ${carrier} is dead, but the vendor's own line holds`);
  await watch(mostS, async (atS) => {
    const right = (await incidentsIn(store, serials)).find(isRight);
    if (right) {
      namedS ??= atS;
      named ??= right;
    }
    // Counted once more before the hint is taken note of.
    const isFirst = hintS === undefined && (await hasHint(store));
    if (isFirst || atS >= (nextS ?? 0)) {
      await count(atS);
      nextS = atS + everyS;
    }
    if (isFirst) {
      hintS = atS;
      say(`outage: the first hint after ${atS} s, ${told.size} have told a trouble of it`);
    }
    return atS >= lastsS && (hintS === undefined || atS >= hintS + afterHintS);
  });
  world.end({ kind: "carrier", name: carrier, region: undefined }, nowMs());
  return { concerned: known.size, namedS, named, hintS, sureBefore, shares, wrongly: [...wrongly] };
}
