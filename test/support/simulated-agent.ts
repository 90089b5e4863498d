/**
 * The network probe of one terminal in virtual time, before hosts that answer or are silent: the real schedule, ladder and
 * governor, and rungs that take their time and note when they were climbed.
 */
import { type Random, seededRandom } from "../../src/base/random.ts";
import { reading } from "../../src/model/reading.ts";
import { createGovernor } from "../../src/probes/governor/governor.ts";
import type { Level } from "../../src/probes/governor/permit.ts";
import { createNetworkProbe, type NetworkProbe } from "../../src/probes/network.ts";
import type { Path } from "../../src/probes/path.ts";
import { type RungId, rungs } from "../../src/probes/rungs.ts";
import { createPaperLedger } from "./paper-ledger.ts";
import { VirtualClock } from "./virtual-clock.ts";

export const usualLimits = {
  hour: { connections: 12, bytes: 24 * 1_024 },
  day: { connections: 48, bytes: 32 * 1_024 },
} as const;

export interface Climb {
  readonly rung: RungId;
  readonly atMs: number;
}

export interface AgentTerms {
  readonly seed: number;
  readonly level?: Level;
  /** Whether the host answers; it does not unless this says so. */
  readonly isUp?: (nowMs: number) => boolean;
  /** Rungs that this terminal has; all but the echo's terminal number when nothing is said. */
  readonly has?: readonly RungId[];
}

export interface SimulatedAgent {
  readonly clock: VirtualClock;
  readonly probe: NetworkProbe;
  readonly random: Random;
  readonly climbs: readonly Climb[];
  /** The payment application reports. */
  pays(outcome: "approved" | "timeout"): void;
  end(): Promise<void>;
}

/** Default of acquirer.connect_timeout_s. */
const timeoutMs = 5_000;
const usual: readonly RungId[] = ["gateway", "name", "outside", "host", "host_ping"];

/** When connections to the acquirer's host began. */
export const visits = (climbs: readonly Climb[]): readonly number[] =>
  climbs.filter(({ rung }) => rungs[rung].level >= 2 && rungs[rung].connections > 0).map(({ atMs }) => atMs);

export function simulateAgent({ seed, level = 2, isUp = () => false, has = usual }: AgentTerms): SimulatedAgent {
  const clock = new VirtualClock();
  const random = seededRandom(seed);
  const climbs: Climb[] = [];
  const path: Path = {
    given: () => [],
    isNameKnown: () => climbs.some(({ rung }) => rung === "name"),
    errand: (rung) => (has.includes(rung) ? () => climb(rung) : undefined),
  };

  async function climb(rung: RungId) {
    climbs.push({ rung, atMs: clock.monoMs() });
    const answered = rungs[rung].level < 2 || isUp(clock.monoMs());
    await clock.sleep(answered ? 50 : timeoutMs);
    const nowMs = clock.monoMs();
    if (rung !== "host" && rung !== "tls") return [];
    const tcp = reading("net.tcp_host", answered ? "ok" : "timeout", nowMs);
    return rung === "tls" && answered ? [tcp, reading("host.tls", "ok", nowMs)] : [tcp];
  }

  const probe = createNetworkProbe({
    path,
    governor: createGovernor({
      ...{ level, clock },
      limits: usualLimits,
      holdFile: "/nonexistent/hold",
      ledger: createPaperLedger(),
    }),
    spreadMs: 15_000,
    closeMs: 3_000,
    ...{ clock, random },
    emit: () => {},
  });
  const stop = new AbortController();
  const running = probe.run(stop.signal);
  return {
    ...{ clock, probe, random, climbs },
    pays: (outcome) => probe.see([reading("txn.outcome", outcome, clock.monoMs())]),
    end: async () => {
      stop.abort();
      await clock.settle(running);
    },
  };
}
