/** What is done to a shop, and the verdict that must come of it: this one and no other. */

import type { HostBehaviour } from "../../../hw-sim/acquirer/behaviour.ts";
import type { LineResult } from "../../../hw-sim/cashier/dial-up.ts";
import type { HostMode } from "../../../hw-sim/host.ts";
import type { LabOptions, LabState } from "../../../hw-sim/lab/lab.ts";
import type { Sections } from "../../../hw-sim/rig/shop.ts";

/** One thing that happens; what is not named stays as it is. */
export interface Happening {
  readonly lab?: Partial<LabState>;
  readonly acquirer?: Partial<HostBehaviour>;
  readonly host?: HostMode;
  /** What the second address of the host does. */
  readonly alternate?: HostMode;
  /** The application refuses to sell, and sends nothing. */
  readonly refuses?: boolean;
  /** What the application says with every sale from now on: things that it alone knows. */
  readonly says?: Readonly<Record<string, string | number | boolean>>;
  /** The agent is started again with these changes, its memory kept. */
  readonly restart?: Sections;
}

export interface NetworkFault {
  readonly name: string;
  readonly shop?: Omit<LabOptions, "seed" | "names">;
  readonly tls?: boolean;
  /** Seconds that the agent's clock, and nobody else's, is ahead. */
  readonly clockAheadS?: number;
  readonly config?: Sections;
  /** A terminal that dials up: what its line says, in turn; the last for ever. */
  readonly line?: readonly LineResult[];
  /** How long the application waits for an answer, milliseconds; six seconds when nothing is said. */
  readonly answerMs?: number;
  /** Before anything is wrong; half a dozen sales when nothing is said. */
  readonly healthyS?: number;
  readonly happens: readonly Happening[];
  /** Most seconds from what happened to the case; a minute when nothing is said. */
  readonly withinS?: number;
  /** Undefined: all is well, and nothing may be said. */
  readonly verdict: string | undefined;
}
