/** A population of shops and their terminals, drawn from a seed: of the same seed a larger one begins with the smaller one. */
import { createDice, type Dice } from "../random.ts";
import { acquirers, carriers, draw, drawOf, outfits, regions, versions, type Way } from "./shares.ts";

export interface FleetShop {
  readonly id: string;
  readonly region: string;
  readonly town: string;
  readonly acquirer: string;
  /** Hours of the day; it closes after it opens. */
  readonly opens: number;
  readonly closes: number;
  /** Payments of one terminal in an hour of middling trade. */
  readonly salesPerHour: number;
  /** Whether its terminals are switched off for the night. */
  readonly darkAtNight: boolean;
}

export interface FleetTerminal {
  /** Its place in the population. */
  readonly index: number;
  readonly serial: string;
  readonly shop: FleetShop;
  /** Of the programs on it. */
  readonly version: string;
  /** The preferred one first. */
  readonly ways: readonly Way[];
  /** Of its SIM card, where it has one. */
  readonly carrier: string | undefined;
  /** How long it lives on its battery; 0: it has none. Hours. */
  readonly batteryHours: number;
  /** What it receives on a usual day. */
  readonly rsrpDbm: number;
  readonly rssiDbm: number;
  /** Of the SIM card's plan, and how long the card has been in use. */
  readonly planMb: number;
  readonly cardDays: number;
}

export interface Population {
  readonly seed: number;
  readonly shops: readonly FleetShop[];
  readonly terminals: readonly FleetTerminal[];
}

const towns = 3;
/** How many terminals a shop has, by share: most have one or two. */
const sizes = [
  [1, 40],
  [2, 25],
  [3, 12],
  [4, 9],
  [5, 5],
  [6, 4],
  [7, 3],
  [8, 2],
] as const;

function openShop(number: number, dice: Dice): FleetShop {
  const region = draw(dice, regions);
  const opens = dice.between([6, 10]);
  return {
    id: `shop-${String(number).padStart(5, "0")}`,
    region,
    town: `${region}-${dice.between([1, towns])}`,
    acquirer: draw(dice, acquirers),
    opens,
    closes: opens + dice.between([10, 14]),
    // A kiosk sells by card every quarter of an hour, a supermarket's till every two minutes.
    salesPerHour: 4 * Math.exp(2 * dice.roll()),
    darkAtNight: dice.roll() < 0.3,
  };
}

function setUp(index: number, shop: FleetShop, dice: Dice): FleetTerminal {
  const { ways } = drawOf(dice, outfits, ({ share }) => share);
  const hasCard = ways.some((way) => way === "cellular");
  const isPortable = hasCard && dice.roll() < 0.7;
  return {
    index,
    serial: `FS-${String(index + 1).padStart(5, "0")}`,
    shop,
    version: draw(dice, versions),
    ways,
    carrier: hasCard ? draw(dice, carriers) : undefined,
    batteryHours: isPortable ? dice.between([3, 8]) : 0,
    rsrpDbm: dice.between([-101, -76]),
    rssiDbm: dice.between([-66, -42]),
    planMb: 30,
    cardDays: dice.between([40, 320]),
  };
}

/** So many terminals; the last shop may have fewer than it would. */
export function createPopulation(seed: number, count: number): Population {
  const shops: FleetShop[] = [];
  const terminals: FleetTerminal[] = [];
  while (terminals.length < count) {
    const dice = createDice(seed, `shop ${shops.length}`);
    const shop = openShop(shops.length + 1, dice);
    shops.push(shop);
    const [size] = drawOf(dice, sizes, ([, share]) => share);
    for (let number = 0; number < size && terminals.length < count; number += 1) {
      terminals.push(setUp(terminals.length, shop, dice));
    }
  }
  return { seed, shops, terminals };
}
