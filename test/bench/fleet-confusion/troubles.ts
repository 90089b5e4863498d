/** The troubles that many terminals have in common, as physics: who is struck, what reaches the mind, and what the truth is. */
import type { Random } from "../../../src/base/random.ts";
import type { Scope } from "../../../src/fleet/scope.ts";
import { deadRouter, type Truth } from "./background.ts";
import { type Happening, type Span, silence, telling } from "./happenings.ts";
import {
  acquirers,
  between,
  carriers,
  newVersion,
  pick,
  pickBy,
  regions,
  smallCarrier,
  type Terminal,
  type World,
  waiting,
} from "./world.ts";

export interface Trouble {
  readonly truths: readonly Truth[];
  readonly happenings: readonly Happening[];
  /** Refuses all its cards meanwhile. */
  readonly issuer?: string;
}

export interface Setting {
  readonly world: World;
  readonly span: Span;
  readonly random: Random;
}

export type Story = (setting: Setting) => Trouble;

const minuteMs = 60_000;

/** What they tell who get through now and then, or have seen it before they fell silent: each by what it sees alone. */
const radioFaults: readonly (readonly [string, number])[] = [
  ["txn.state_unknown", 40],
  ["cell.no_service", 20],
  ["unlisted.no_path", 10],
  ["net.down", 10],
  ["sim.data_exhausted", 10],
  ["cell.congested", 5],
  ["host.timeout", 5],
];

function withoutCarrier(terminals: readonly Terminal[], { span, random }: Setting): readonly Happening[] {
  return terminals
    .filter(({ way }) => way === "radio")
    .flatMap((each) => {
      if (random() > 0.92) return [];
      return random() < 0.3
        ? telling(each, span, { fault: pickBy(radioFaults, random), random })
        : silence(each, span, random);
    });
}

function carrierOutage(carrier: string, region: string | undefined, setting: Setting): Trouble {
  const struck = setting.world.terminals.filter(
    ({ member }) => member.carrier === carrier && (region === undefined || member.region === region),
  );
  const scope: Scope = { carrier, ...(region !== undefined && { region }) };
  return { truths: [{ scope, ...setting.span }], happenings: withoutCarrier(struck, setting) };
}

const nationwide: Story = (setting) => carrierOutage(pickBy(carriers, setting.random), undefined, setting);
const inOneRegion: Story = (setting) =>
  carrierOutage(pickBy(carriers, setting.random), pick(regions, setting.random), setting);
const smallOne: Story = (setting) => carrierOutage(smallCarrier, undefined, setting);

/** Routers go dark, base stations often too; a terminal with a battery and a living base station says what it is. */
const powerCut: Story = ({ world, span, random }) => {
  const region = pick(regions, random);
  const stationsStand = random() < 0.5;
  const happenings = world.terminals
    .filter(({ member }) => member.region === region)
    .flatMap((each) => {
      if (random() > 0.95) return [];
      const tells = (each.way === "radio" || each.spare) && random() < (stationsStand ? 0.6 : 0.1);
      const fault = random() < 0.5 ? "power.mains_unstable" : "power.supply_interrupted";
      return tells ? telling(each, span, { fault, random }) : silence(each, span, random);
    });
  return { truths: [{ scope: { region }, ...span }], happenings };
};

const hostFaults: readonly (readonly [string, number])[] = [
  ["host.down", 40],
  ["txn.state_unknown", 25],
  ["host.timeout", 20],
  ["unlisted.no_answer", 8],
  ["unlisted.no_path", 7],
];

/** Seen when the next customer pays. */
const hostDown: Story = ({ world, span, random }) => {
  const acquirer = pick(acquirers, random);
  const happenings = world.terminals
    .filter(({ member }) => member.acquirer === acquirer)
    .flatMap((each) => {
      const fromMs = span.fromMs + waiting(4 * minuteMs, random);
      return telling(each, { fromMs, toMs: span.toMs }, { fault: pickBy(hostFaults, random), random });
    });
  return { truths: [{ scope: { acquirer }, ...span }], happenings };
};

const versionFaults: readonly (readonly [string, number])[] = [
  ["sw.app_bug", 50],
  ["sw.crash", 20],
  ["reader.chip_fault", 20],
  ["host.tls_failed", 10],
];

/** A third of the fleet is updated within an hour, and four in ten of those fail some minutes later. */
const badVersion: Story = ({ world, span, random }) => {
  const happenings = world.terminals
    .filter(() => random() < 0.33)
    .flatMap((each) => {
      const atMs = span.fromMs + between(0, 60, random) * minuteMs;
      const member = { ...each.member, version: newVersion };
      const update: Happening = { atMs, id: member.id, member };
      if (random() > 0.4) return [update];
      const fromMs = atMs + between(2, 20, random) * minuteMs;
      return [update, ...telling(each, { fromMs, toMs: span.toMs }, { fault: pickBy(versionFaults, random), random })];
    });
  return { truths: [{ scope: { version: newVersion }, ...span }], happenings };
};

/** A shop in which somebody can tell: the others' silence might be anything. */
function router({ world, span, random }: Setting, hasCarrier?: string): Trouble {
  const candidates = [...world.shops].filter(
    ([, shop]) =>
      shop.length >= 3 &&
      shop.some(({ spare, member }) => spare && (hasCarrier === undefined || member.carrier === hasCarrier)),
  );
  const [shop, terminals] = pick(candidates, random);
  return { truths: [{ scope: { shop }, ...span }], happenings: deadRouter(terminals, span, random) };
}

const both = (...troubles: readonly Trouble[]): Trouble => ({
  truths: troubles.flatMap(({ truths }) => truths),
  happenings: troubles.flatMap(({ happenings }) => happenings),
});
const later = (setting: Setting, ms: number): Setting => ({
  ...setting,
  span: { ...setting.span, fromMs: setting.span.fromMs + ms },
});

const issuerDown: Story = ({ span, random }) => {
  const issuer = pick(["b1", "b2", "b3"], random);
  return { truths: [{ scope: { issuer }, ...span }], happenings: [], issuer };
};

/** The broker lives, and nobody reaches it: everybody falls silent, and nothing is wrong with anybody. */
const ownLine: Story = ({ world, span, random }) => ({
  truths: [{ scope: {}, ...span }],
  happenings: world.terminals.flatMap((each) => silence(each, span, random)),
});

export const stories: Readonly<Record<string, Story>> = {
  "nothing but every day": () => ({ truths: [], happenings: [] }),
  "a carrier, everywhere": nationwide,
  "a carrier, in one region": inOneRegion,
  "a carrier with 12 terminals": smallOne,
  "power cut in a region": powerCut,
  "an acquirer's host down": hostDown,
  "an issuer out": issuerDown,
  "a bad version spreads": badVersion,
  "our broker's own line": ownLine,
  "a shop's router": (setting) => router(setting),
  "a carrier, and a shop's router": (setting) =>
    both(carrierOutage("46000", undefined, setting), router(setting, "46000")),
  "a carrier, and an acquirer": (setting) => both(nationwide(setting), hostDown(later(setting, 5 * minuteMs))),
  "power cut, and a carrier elsewhere": (setting) => both(powerCut(setting), nationwide(later(setting, 2 * minuteMs))),
};
