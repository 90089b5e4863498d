/**
 * Which evidence is only heard of other terminals: it tells what one's own trouble is, and is no trouble by itself. A notice is
 * meant for this terminal.
 */
import type { Evidence } from "../model/evidence.ts";

const ofOthers = /^fleet\.(same|other)_|^compare\.shop$/;

export function isHearsay({ readings }: Evidence): boolean {
  return readings.length > 0 && readings.every(({ signal }) => ofOthers.test(signal));
}
