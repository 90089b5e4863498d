/** All that is known of modems as data: what comes with the program, and what a deployment adds to it. */
import type { VendorProfile } from "./profile.ts";
import { profiles } from "./profiles/index.ts";
import { quirks } from "./quirk-table.ts";
import type { Quirk } from "./quirks.ts";
import type { UsbLayout } from "./usb-layouts.ts";
import { builtInLayouts, type LayoutBook } from "./usb-table.ts";

export interface ModemKnowledge {
  /** Of equals the first counts. */
  readonly profiles: readonly VendorProfile[];
  /** All that fit count, of two that say the same the last. */
  readonly quirks: readonly Quirk[];
  /** By USB id. */
  readonly layouts: LayoutBook;
}

/** What a deployment adds. */
export interface OwnModems {
  readonly profiles: readonly VendorProfile[];
  readonly quirks: readonly Quirk[];
  readonly layouts: readonly UsbLayout[];
}

export const builtInModems: ModemKnowledge = { profiles, quirks, layouts: builtInLayouts };

/** A profile of the same name and a layout of the same id take the place of ours; quirks come to ours. */
export function modemsWith(own: OwnModems | undefined): ModemKnowledge {
  if (!own) return builtInModems;
  const named = new Set(own.profiles.map(({ id }) => id));
  return {
    profiles: [...own.profiles, ...profiles.filter(({ id }) => !named.has(id))],
    quirks: [...quirks, ...own.quirks],
    layouts: new Map([...builtInLayouts, ...own.layouts.flatMap((each) => each.ids.map((id) => [id, each] as const))]),
  };
}
