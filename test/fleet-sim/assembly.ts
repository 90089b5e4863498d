/**
 * What one terminal is made of: the real thinker, brain, alarms, reporter, outbox, network probe and uplink. Whoever sees the
 * world for it feeds the brain; the rungs of its ladder are climbed in the simulated world.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { FleetTerminal } from "../../hw-sim/fleet/population.ts";
import { type Brain, createBrain } from "../../src/agent/brain.ts";
import { createMeasureBook } from "../../src/agent/measures.ts";
import { createReporter } from "../../src/agent/reporter.ts";
import { type Alarms, openAlarms } from "../../src/alarms/alarms.ts";
import { createStore } from "../../src/alarms/store.ts";
import type { Clock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { type Random, seededRandom, systemRandom } from "../../src/base/random.ts";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import { type Outbox, openOutbox } from "../../src/outbox/outbox.ts";
import type { Ledger } from "../../src/probes/governor/day-count.ts";
import { createGovernor } from "../../src/probes/governor/governor.ts";
import { createNetworkProbe, type NetworkProbe, type NetworkProbeOptions } from "../../src/probes/network.ts";
import type { Pace } from "../../src/probes/probe.ts";
import { createThinker } from "../../src/think.ts";
import type { Uplink } from "../../src/uplink/uplink.ts";
import { openEar } from "./ear.ts";
import type { BootParts } from "./parts.ts";
import { capabilitiesOf } from "./readings.ts";
import type { FleetSite } from "./site.ts";
import { wireUplink } from "./wired-uplink.ts";
import { createWorldPath } from "./world-path.ts";

/** What one terminal is between its boots. */
export interface Identity {
  readonly terminal: FleetTerminal;
  /** Counts up. */
  readonly boots: number;
  /** What probes have cost, over its boots. */
  readonly ledger: Ledger;
  /** In the fleet's time. */
  readonly bootMs: number;
}

export interface Assembled extends BootParts {
  pace(): Pace;
}

/** As src/agent/settings.ts has it with the usual times. */
const holdMs = 150_000;
const limits = { bytes: 524_288, count: 1_000, ageMs: 30 * 86_400_000 };
const rearmMs = 24 * 3_600_000;
/** As deployed where the acquirer has agreed to handshakes; the rest as src/config has it by default. */
const level = 3;
const probeLimits = { hour: { connections: 12, bytes: 24_576 }, day: { connections: 48, bytes: 32_768 } };
const [spreadMs, closeMs] = [15_000, 3_000];
const clockQuality = () => "ntp" as const;

interface Place {
  readonly site: FleetSite;
  readonly identity: Identity;
  readonly dir: string;
  readonly clock: Clock;
  readonly random: Random;
}

function openStore({ dir, clock, identity }: Place): Promise<Outbox> {
  // Boots are named by true chance: two runs of the same fleet must not be taken for one.
  const own = { systemBoot: `${identity.terminal.serial} ${identity.boots}`, random: systemRandom };
  return openOutbox({ dir: join(dir, "outbox"), limits, clock, log: silentLog, ...own });
}

function openInventory({ dir, clock, site }: Place): Promise<Alarms> {
  return openAlarms({
    ...{ clock, clockQuality, rearmMs },
    store: createStore(join(dir, "alarms.json"), silentLog),
    rankOf: (fault) => site.catalogue.faults[fault]?.rank,
  });
}

function createNetwork({ site, identity, dir, clock, random }: Place, emit: NetworkProbeOptions["emit"]): NetworkProbe {
  const { terminal, ledger } = identity;
  return createNetworkProbe({
    path: createWorldPath(terminal, clock, () => site.world.stateOf(terminal, site.clock.nowMs())),
    governor: createGovernor({ level, limits: probeLimits, holdFile: join(dir, "hold"), clock, ledger }),
    ...{ spreadMs, closeMs, clock, random, emit },
  });
}

async function findPlace(site: FleetSite, identity: Identity): Promise<Place> {
  const { terminal, bootMs } = identity;
  const dir = join(site.dir, terminal.serial);
  await mkdir(dir, { recursive: true });
  const random = seededRandom(site.world.population.seed * 100_003 + terminal.index);
  return { site, identity, dir, clock: site.clock.since(bootMs), random };
}

/** Rejects when its folder cannot be used. */
export async function assemble(site: FleetSite, identity: Identity): Promise<Assembled> {
  const place = await findPlace(site, identity);
  const { dir, clock, random } = place;
  const { terminal } = identity;
  const { catalogue, keysFile } = site;
  const [outbox, alarms] = await Promise.all([openStore(place), openInventory(place)]);
  const ear =
    keysFile === undefined ? undefined : await openEar(site, { terminal, dir, keysFile, clock, parts: () => parts });
  const thinker = createThinker({ catalogue, capabilities: capabilitiesOf(terminal), holdMs });
  const measures = createMeasureBook(clock.monoMs());
  let pace: Pace = "slow";
  const reporter = createReporter({
    ...{ outbox, clock, clockQuality, log: silentLog, cardData: createCardDataGuard() },
    standing: () => uplink.status().data,
    cases: () => thinker.cases.open(),
    newest: () => thinker.book.newest(),
    onFaultSet: () => uplink.faultSetChanged(),
  });
  const network = createNetwork(place, (readings) => brain.see(readings));
  const brain: Brain = createBrain({
    ...{ thinker, clock },
    onReadings: (readings) => {
      network.see(readings);
      measures.see(readings);
      ear?.see(readings);
    },
    onThought: (thought) => {
      alarms.see(thought);
      reporter.see(thought);
    },
    onCases: (events) => reporter.tell(alarms.hear(events)),
    onTurn: () => {},
    onPace: (now) => {
      pace = now;
      network.setPace(now);
    },
  });
  const uplink: Uplink = wireUplink(site, { terminal, clock, outbox, reporter, random, ear });
  const parts: Assembled = {
    ...{ clock, outbox, thinker, alarms, reporter, brain, uplink, network, measures, ear },
    pace: () => pace,
  };
  return parts;
}
