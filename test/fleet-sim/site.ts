/** What all terminals of a simulated fleet share. */
import type { FleetWorld } from "../../hw-sim/fleet.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { UplinkOptions } from "../../src/uplink/options.ts";
import type { FleetClock } from "./fleet-clock.ts";

export interface FleetSite {
  readonly world: FleetWorld;
  readonly clock: FleetClock;
  readonly catalogue: Catalogue;
  readonly catalogueHash: string;
  /** Each terminal has a folder of its own in it. */
  readonly dir: string;
  readonly tenant: string;
  /** Without who it is. */
  readonly uplink: Omit<UplinkOptions, "tenant" | "serial" | "clientId">;
  /** List of keys whose commands and hints are taken; without it none are. */
  readonly keysFile: string | undefined;
  /** Between records of measurements, and between records of how the agent is, milliseconds; 0: none. */
  readonly measuresMs: number;
  readonly heartbeatMs: number;
}
