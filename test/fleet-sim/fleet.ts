/** A simulated fleet in one process: every terminal of a world, each with a real session at a real broker. */
import { setMaxListeners } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sale } from "../../hw-sim/fleet/till.ts";
import { createFleetWorld, type FleetWorld } from "../../hw-sim/fleet.ts";
import { hashOf } from "../../src/agent/identity.ts";
import { catalogue } from "../../src/faults/index.ts";
import { createFleetClock } from "./fleet-clock.ts";
import { createMember, type Member } from "./member.ts";
import type { FleetSite } from "./site.ts";

export interface FleetOptions extends Pick<FleetSite, "tenant" | "uplink" | "keysFile" | "measuresMs" | "heartbeatMs"> {
  readonly seed: number;
  readonly terminals: number;
  /** Hour of the day at which it begins. */
  readonly startHour: number;
  /** How often faster than life. */
  readonly speed: number;
  /** Over so long the terminals come up. */
  readonly rampMs: number;
  /** Kept afterwards, where it is given; else a folder that is removed at the end. */
  readonly dir?: string | undefined;
}

export interface Fleet extends AsyncDisposable {
  readonly world: FleetWorld;
  readonly members: readonly Member[];
  /** Milliseconds of its time. */
  nowMs(): number;
  /** Sales by how they ended. */
  readonly sales: Readonly<Partial<Record<Sale["end"], number>>>;
  /** Rejects when the simulation itself broke. */
  readonly broken: Promise<never>;
}

const tickMs = 1_000;
/** A second's work is spread over the second. */
const slices = 10;

async function folderOf(dir: string | undefined): Promise<string> {
  if (dir === undefined) return mkdtemp(join(tmpdir(), "posdiag-fleet-"));
  await mkdir(dir, { recursive: true });
  return dir;
}

/** Moves a slice of the members on at a time. */
function startTicking(members: readonly Member[], site: FleetSite, { speed, rampMs }: FleetOptions): () => void {
  const startMs = (place: number) => (rampMs * place) / members.length;
  let slice = 0;
  const timer = setInterval(
    () => {
      const nowMs = site.clock.nowMs();
      for (let place = slice; place < members.length; place += slices) {
        if (startMs(place) <= nowMs) members[place]?.tick(nowMs);
      }
      slice = (slice + 1) % slices;
    },
    Math.max(1, tickMs / slices / speed),
  );
  return () => clearInterval(timer);
}

/** Rejects when its folder cannot be made. */
export async function openFleet(options: FleetOptions): Promise<Fleet> {
  const { seed, terminals, startHour, speed, dir } = options;
  setMaxListeners(0); // A boot of a terminal has more listeners to its end than Node takes for a leak.
  const world = createFleetWorld({ seed, terminals, startHour });
  const folder = await folderOf(dir);
  const { tenant, uplink, keysFile, measuresMs, heartbeatMs } = options;
  const site: FleetSite = {
    ...{ world, catalogue, tenant, uplink, keysFile, measuresMs, heartbeatMs, dir: folder },
    ...{ clock: createFleetClock(speed), catalogueHash: hashOf(catalogue) },
  };
  const sales: Partial<Record<Sale["end"], number>> = {};
  let onFailure: (error: unknown) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    onFailure = reject;
  });
  broken.catch(() => {}); // Whoever wants to know awaits it.
  const onSale = ({ end }: Sale): void => {
    sales[end] = (sales[end] ?? 0) + 1;
  };
  const members = world.population.terminals.map((each) => createMember(site, each, { onSale, onFailure }));
  const stopTicking = startTicking(members, site, options);
  return {
    ...{ world, members, sales, broken, nowMs: site.clock.nowMs },
    [Symbol.asyncDispose]: async () => {
      stopTicking();
      await Promise.all(members.map((member) => member.end()));
      if (dir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
