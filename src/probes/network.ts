/** Watches the way to the host: names while all is well, connections only after a failure and never during a payment. */
import { createNap } from "../base/nap.ts";
import type { Random } from "../base/random.ts";
import { createHostVisits } from "./host-visits.ts";
import { createPath, type PathOptions } from "./path.ts";
import type { Emit, Pace, Probe } from "./probe.ts";

/** A trouble that lasts is looked at as rarely as health is: every look costs data of the SIM. */
const eagerMs = 120_000;
/** An application that died in a payment must not keep the agent blind: no payment runs for longer. */
const longestPaymentMs = 180_000;

export interface NetworkProbeOptions extends PathOptions {
  readonly periodMs: Readonly<Record<Pace, number>>;
  readonly random: Random;
  readonly emit: Emit;
}

export interface NetworkProbe extends Probe {
  /** While a payment runs nothing is sent. */
  setPaymentRunning(running: boolean): void;
  /** A payment was answered: the path works, and the next failure is a new one. */
  proved(): void;
}

export function createNetworkProbe(options: NetworkProbeOptions): NetworkProbe {
  const { clock, random, emit, periodMs } = options;
  const path = createPath(options);
  const nap = createNap(clock);
  const visits = createHostVisits(random);
  let pace: Pace = "slow";
  let putOff = false;
  let eagerUntilMs = Number.NEGATIVE_INFINITY;
  let paymentUntilMs = Number.NEGATIVE_INFINITY;
  const isPaying = (): boolean => clock.monoMs() < paymentUntilMs;

  async function look(): Promise<void> {
    const { answer, readings } = await path.lookUp();
    emit(readings);
    if (isPaying() || !visits.take(pace, clock.monoMs())) return;
    const [host, reference] = await Promise.all([path.visitHost(answer), path.visitReference()]);
    emit([...host, ...reference]);
  }

  return {
    id: "network",
    run: async (stop) => {
      while (!stop.aborted) {
        putOff = isPaying();
        if (!putOff) await look();
        const eager = pace === "quick" && clock.monoMs() < eagerUntilMs;
        await nap.sleep(periodMs[eager ? "quick" : "slow"] * (0.9 + random() / 5), stop);
      }
    },
    setPace: (next) => {
      const quicker = next === "quick" && pace === "slow";
      pace = next;
      if (!quicker) return;
      eagerUntilMs = clock.monoMs() + eagerMs;
      nap.wake();
    },
    proved: () => {
      visits.proved();
      eagerUntilMs = clock.monoMs() + eagerMs;
    },
    setPaymentRunning: (running) => {
      paymentUntilMs = running ? clock.monoMs() + longestPaymentMs : Number.NEGATIVE_INFINITY;
      // A shop that sells without a break leaves only the gaps between payments.
      if (!running && putOff) nap.wake();
    },
  };
}
