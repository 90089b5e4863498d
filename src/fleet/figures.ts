/** What an incident is to a terminal: figures of the fleet, as evidence beside its own. */
import type { Concern, Figure } from "../model/hint.ts";
import type { Incident } from "./incident.ts";
import type { Dimension } from "./scope.ts";

interface Words {
  readonly own: string;
  readonly peers?: string;
  /** Percent, from which on it says of a terminal's own trouble that it is this: less would speak against it (the catalogue's observations). */
  readonly from: number;
}

/** A whole fleet that fails is told to nobody: most often it is we who hear nothing. */
const words: Readonly<Record<Dimension | "issuer", Words | undefined>> = {
  fleet: undefined,
  carrier: { own: "fleet.same_carrier_fail_pct", peers: "fleet.other_carrier_fail_pct", from: 25 },
  place: { own: "fleet.same_carrier_fail_pct", peers: "fleet.other_carrier_fail_pct", from: 25 },
  region: { own: "fleet.same_region_fail_pct", from: 50 },
  acquirer: { own: "fleet.same_acquirer_fail_pct", from: 12 },
  version: { own: "fleet.same_version_fail_pct", peers: "fleet.other_version_fail_pct", from: 40 },
  shop: undefined,
  issuer: { own: "fleet.same_issuer_fail_pct", peers: "fleet.other_issuer_fail_pct", from: 50 },
};

/** The pattern of `fleet.same_shop_fail` has room for four digits. */
const mostOfShop = 9_999;

export function figuresOf(
  dimension: Dimension | "issuer",
  incident: Pick<Incident, "failPct" | "peersFailPct" | "affected" | "total">,
): readonly Figure[] {
  const { failPct, peersFailPct, affected, total } = incident;
  if (dimension === "shop") {
    const value = `${Math.min(affected, mostOfShop)}/${Math.min(total, mostOfShop)}`;
    return [{ signal: "fleet.same_shop_fail", value }];
  }
  const { [dimension]: told } = words;
  if (!told) return [];
  const peers = told.peers !== undefined && peersFailPct !== undefined;
  return [{ signal: told.own, value: failPct }, ...(peers ? [{ signal: told.peers, value: peersFailPct }] : [])];
}

/** Whether they speak for what the incident is. A shop's two of three do. */
export function areTelling(dimension: Dimension | "issuer", { failPct }: Pick<Incident, "failPct">): boolean {
  return failPct > (words[dimension]?.from ?? 0);
}

/** Issuers are no property of a terminal: such a hint concerns whoever it is sent to. */
export function concernOf({ issuer: _, ...concern }: Incident["scope"]): Concern {
  return concern;
}
