/** Where a platform is tried: its Node, the bundle, and the flags of the systemd unit. */
import { type Program, shippedEnv, shippedFlags } from "../../hw-sim/rig/program.ts";
import type { Platform } from "./platform.ts";

export interface Place {
  readonly platform: Platform;
  /** Folder with posdiag.cjs, posdiag-client.cjs and prebuilds. */
  readonly bundle: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export function placeOf(platform: Platform, bundle: string): Place {
  return { platform, bundle, flags: shippedFlags, env: shippedEnv };
}

/** The agent's program. */
export function programOf({ platform, bundle, flags, env }: Place): Program {
  const [file, ...first] = platform.words;
  return { words: [file, ...first, ...flags, `${bundle}/posdiag.cjs`], env };
}
