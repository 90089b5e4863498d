/** What happens in every fleet on every day: singles, shops with a router or a fuse of their own, and terminals switched off at night. */
import type { Random } from "../../../src/base/random.ts";
import type { Scope } from "../../../src/fleet/scope.ts";
import { type Happening, type Span, silence, telling } from "./happenings.ts";
import { between, pickBy, type Terminal, type World, waiting } from "./world.ts";

export interface Truth {
  readonly scope: Scope;
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Told {
  readonly happenings: readonly Happening[];
  readonly truths: readonly Truth[];
}

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
/** Of one terminal, and of one shop, between two troubles. */
const singleHours = 50;
const shopHours = 400;

/** Undefined: it just falls silent for a while. */
const singles: readonly (readonly [string | undefined, number])[] = [
  [undefined, 30],
  ["cell.signal_weak", 12],
  ["cell.no_service", 4],
  ["unlisted.no_path", 5],
  ["net.unstable", 6],
  ["host.timeout", 5],
  ["txn.state_unknown", 8],
  ["sim.data_exhausted", 3],
  ["printer.paper_out", 12],
  ["reader.chip_fault", 8],
  ["sw.app_bug", 3],
  ["power.battery_low", 8],
  ["lan.cable_loose", 4],
];

const spanAt = (fromMs: number, lastsMs: number): Span => ({ fromMs, toMs: fromMs + lastsMs });

function singlesOf(terminal: Terminal, { fromMs, toMs }: Span, random: Random): readonly Happening[] {
  const found: Happening[] = [];
  for (let atMs = fromMs; ; ) {
    atMs += waiting(singleHours * hourMs, random);
    if (atMs >= toMs) return found;
    const fault = pickBy(singles, random);
    const span = spanAt(atMs, between(4, 240, random) * minuteMs);
    found.push(...(fault === undefined ? silence(terminal, span, random) : telling(terminal, span, { fault, random })));
    atMs = span.toMs;
  }
}

/** Who has another way says so; who has none falls silent. */
export function deadRouter(shop: readonly Terminal[], span: Span, random: Random): readonly Happening[] {
  return shop
    .filter(({ way }) => way === "line")
    .flatMap((each) =>
      each.spare ? telling(each, span, { fault: "lan.router_fault", random }) : silence(each, span, random),
    );
}

/** A battery lasts, and says what it is for. */
export function darkShop(shop: readonly Terminal[], span: Span, random: Random): readonly Happening[] {
  return shop.flatMap((each) =>
    each.way === "radio" && random() < 0.7
      ? telling(each, span, { fault: "power.mains_unstable", random })
      : silence(each, span, random),
  );
}

function nightsOf(terminal: Terminal, { fromMs, toMs }: Span, random: Random): readonly Happening[] {
  const { hours } = terminal;
  if (!hours) return [];
  const [opens, closes] = hours;
  const found: Happening[] = [];
  for (let dayAt = Math.floor(fromMs / dayMs) * dayMs; dayAt < toMs; dayAt += dayMs) {
    const offMs = dayAt + (closes + between(-3, 3, random)) * minuteMs;
    const onMs = dayAt + dayMs + (opens + between(-3, 3, random)) * minuteMs;
    found.push(...silence(terminal, { fromMs: offMs, toMs: onMs }, random));
  }
  return found.filter(({ atMs }) => atMs >= fromMs);
}

function shopTroubles({ shops }: World, { fromMs, toMs }: Span, random: Random): Told {
  const happenings: Happening[] = [];
  const truths: Truth[] = [];
  for (const [shop, terminals] of shops) {
    const atMs = fromMs + waiting(shopHours * hourMs, random);
    if (atMs >= toMs) continue;
    const span = spanAt(atMs, between(10, 120, random) * minuteMs);
    happenings.push(...(random() < 0.6 ? deadRouter : darkShop)(terminals, span, random));
    truths.push({ scope: { shop }, ...span });
  }
  return { happenings, truths };
}

export function background(world: World, span: Span, random: Random): Told {
  const { happenings, truths } = shopTroubles(world, span, random);
  const own = world.terminals.flatMap((each) => [...singlesOf(each, span, random), ...nightsOf(each, span, random)]);
  return { happenings: [...happenings, ...own], truths };
}
