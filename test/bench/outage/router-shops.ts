/** Two shops that lose their routers while the carrier fails, and that nobody should take for the carrier's. */
import type { FleetShop, FleetTerminal, Population } from "../../../hw-sim/fleet/population.ts";

/** All go by line, and at least one fits what is wanted. The largest such shop. */
function largest(
  { shops, terminals }: Population,
  fits: (tills: readonly FleetTerminal[]) => boolean,
): FleetShop | undefined {
  const tillsOf = (shop: FleetShop) => terminals.filter((each) => each.shop === shop);
  const fitting = shops.filter((shop) => {
    const tills = tillsOf(shop);
    return tills.every(({ ways }) => ways[0] !== "cellular") && fits(tills);
  });
  return fitting.toSorted((a, b) => tillsOf(b).length - tillsOf(a).length)[0];
}

/** One with a SIM card of the carrier as second way, besides others of that or none; and one with cards of other carriers only. */
export function routerShops(population: Population, carrier: string): readonly FleetShop[] {
  const own = largest(
    population,
    (tills) =>
      tills.some((each) => each.carrier === carrier) &&
      tills.every((each) => each.carrier === carrier || each.carrier === undefined),
  );
  const others = largest(
    population,
    (tills) => tills.some((each) => each.carrier !== undefined) && tills.every((each) => each.carrier !== carrier),
  );
  if (!own || !others) throw new Error("a fleet so small has no shops for it");
  return [own, others];
}
