/** What mends a modem, as its profile and its quirks say together. */
import type { RecoveryRequests, VendorProfile } from "./profile.ts";
import { profiles } from "./profiles/index.ts";
import { quirks } from "./quirk-table.ts";
import type { Oddities } from "./quirks.ts";

export function recoveryOf(profile: VendorProfile, oddities: Oddities): RecoveryRequests {
  let { reset, radioOff } = profile.recovery;
  for (const own of oddities.of("recovery")) {
    reset = own.reset ?? reset;
    radioOff = own.radioOff ?? radioOff;
  }
  return { ...profile.recovery, reset, radioOff };
}

const resets: ReadonlySet<string | undefined> = new Set([
  ...profiles.map(({ recovery }) => recovery.reset),
  ...quirks.map(({ oddity }) => (oddity.kind === "recovery" ? oddity.reset : undefined)),
]);

/** Whether a command starts the module anew, on any modem known. */
export function isReset(request: string): boolean {
  return resets.has(request);
}
