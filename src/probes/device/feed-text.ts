/**
 * The feed's text, read from `unknown` (docs/feed.md). What is wrong in one entry costs that entry and is named; what is
 * wrong with the whole costs the whole.
 */
import { type TotalName, type Totals, totalNames } from "../../model/device-fact.ts";
import { isPlausible, isSignalId, type SignalId } from "../../model/signal.ts";
import type { Scalar } from "../../model/signal-shape.ts";
import { isBootReason } from "./boot-reason.ts";
import { isFeedSignal } from "./feed-terms.ts";

const version = 1;
const mostEntries = 128;
const longestValue = 256;
const versionText = /^[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}$/;

export interface Feed {
  readonly kind: "feed";
  readonly signals: ReadonlyMap<SignalId, Scalar>;
  readonly totals: Totals;
  readonly osVersion: string | undefined;
  readonly paramVersion: string | undefined;
  readonly bootReason: string | undefined;
  /** Entries that were not taken, with why; names as they stood there, if they look like names. */
  readonly passedOver: readonly string[];
}

export type FeedRefusal = "not_json" | "not_an_object" | "wrong_version" | "too_many_entries" | "card_data";

type Read = Feed | { readonly kind: "refused"; readonly why: FeedRefusal };

/** What belongs to card data is kept out by who is asked here, not by this file. */
export type HoldsCardData = (value: unknown) => boolean;

type Entries = Readonly<Record<string, unknown>>;

function isEntries(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is written into the log must not be what somebody else wrote into a file. */
function nameOf(name: string): string {
  return isSignalId(name) || /^[a-z][a-z_.]{0,39}$/.test(name) ? name : "a name that is none";
}

class Reading {
  readonly passedOver: string[] = [];

  entries(given: Entries, field: string): readonly (readonly [string, unknown])[] {
    const value = given[field];
    if (value === undefined) return [];
    if (isEntries(value)) return Object.entries(value);
    this.passedOver.push(`${field}: no object`);
    return [];
  }

  signals(given: Entries): ReadonlyMap<SignalId, Scalar> {
    const found = this.entries(given, "signals").flatMap(([name, value]) => {
      if (!isSignalId(name) || !isFeedSignal(name)) return this.#pass(`${nameOf(name)}: unknown_signal`);
      const short = typeof value !== "string" || value.length <= longestValue;
      return short && isPlausible(name, value) ? [[name, value] as const] : this.#pass(`${name}: bad_value`);
    });
    return new Map(found);
  }

  totals(given: Entries): Totals {
    const found = this.entries(given, "totals").flatMap(([name, value]) => {
      const total = totalNames.find((each) => each === name);
      if (total === undefined) return this.#pass(`totals.${nameOf(name)}: unknown_total`);
      const isCount = typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
      return isCount ? [[total, value] satisfies [TotalName, number]] : this.#pass(`totals.${name}: bad_value`);
    });
    return Object.fromEntries(found);
  }

  text(given: Entries, field: string, fits: (text: string) => boolean): string | undefined {
    const value = given[field];
    if (value === undefined) return undefined;
    if (typeof value === "string" && fits(value)) return value;
    this.passedOver.push(`${field}: bad_value`);
    return undefined;
  }

  #pass(what: string): [] {
    this.passedOver.push(what);
    return [];
  }
}

const known: ReadonlySet<string> = new Set(["feed", "signals", "totals", "os_version", "param_version", "boot_reason"]);

function readEntries(given: Entries): Feed {
  const reading = new Reading();
  for (const name of Object.keys(given))
    if (!known.has(name)) reading.passedOver.push(`${nameOf(name)}: unknown_field`);
  const isVersion = (text: string): boolean => versionText.test(text);
  return {
    kind: "feed",
    signals: reading.signals(given),
    totals: reading.totals(given),
    osVersion: reading.text(given, "os_version", isVersion),
    paramVersion: reading.text(given, "param_version", isVersion),
    bootReason: reading.text(given, "boot_reason", isBootReason),
    passedOver: reading.passedOver,
  };
}

function sizeOf(given: Entries): number {
  return Object.values(given).reduce<number>(
    (sum, each) => sum + 1 + (isEntries(each) ? Object.keys(each).length : 0),
    0,
  );
}

const refused = (why: FeedRefusal): Read => ({ kind: "refused", why });

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

export function readFeed(text: string, holdsCardData: HoldsCardData): Read {
  const json = parsed(text);
  if (!json) return refused("not_json");
  if (!isEntries(json.value)) return refused("not_an_object");
  if (sizeOf(json.value) > mostEntries) return refused("too_many_entries");
  if (holdsCardData(json.value)) return refused("card_data");
  return json.value["feed"] === version ? readEntries(json.value) : refused("wrong_version");
}
