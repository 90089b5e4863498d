/**
 * One look at the way to the host, from below: router, names, the world outside, the host, its TLS, an echo. Each rung is
 * climbed only where it belongs to the look and the governor permits it; what depends on nothing is done at the same time.
 */
import type { Clock } from "../base/clock.ts";
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Governor } from "./governor/governor.ts";
import type { Refusal } from "./governor/permit.ts";
import { type CurrentLook, createCurrentLook } from "./look.ts";
import type { Errand, Path } from "./path.ts";
import type { Emit } from "./probe.ts";
import { askedGapMs, type LookKind, type RungId, rungs, rungsOf } from "./rungs.ts";

export interface LadderOptions {
  readonly path: Path;
  readonly governor: Pick<Governor, "ask" | "giveBack" | "isPaying">;
  readonly emit: Emit;
  readonly clock: Clock;
}

export interface Ladder {
  /**
   * Resolves when the look is over: with false when a payment came in between. The same look then goes on where it was, because
   * a shop that tries again and again leaves gaps of seconds.
   */
  look(kind: LookKind): Promise<boolean>;
  /** These rungs only, one after the other, because somebody asks; of each what it read, or why it was not climbed. */
  climb(rungs: readonly RungId[]): Promise<readonly Climbed[]>;
}

/** Neither readings nor a refusal: there is nothing to climb, here and now. */
export interface Climbed {
  readonly readings?: readonly Reading[];
  readonly refusal?: Refusal;
}

const has = (signal: SignalId, wanted: string) => (readings?: readonly Reading[]) =>
  readings?.some((each) => each.signal === signal && each.value === wanted) === true;
const isOpen = has("net.tcp_host", "ok");
const isWell = has("host.tls", "ok");

type Climb = (rung: RungId, kind: LookKind) => Promise<Climbed>;

/** One rung at a time: whether it belongs to the look, whether it is permitted, and what came of it. */
function createClimb({ path, governor, emit }: LadderOptions, current: CurrentLook): Climb {
  async function perform(rung: RungId, errand: Errand): Promise<readonly Reading[]> {
    const readings = await errand();
    // A handshake that never began costs no more than its connection.
    if (rung === "tls" && !isOpen(readings)) governor.giveBack(rungs.tls.bytes - rungs.host.bytes);
    current.note(rung, readings);
    emit(readings);
    return readings;
  }

  async function refusalOf(rung: RungId, kind: LookKind): Promise<Refusal | undefined> {
    const refusal = await governor.ask(rungs[rung], kind === "asked" ? askedGapMs[rung] : 0);
    // A reversal that only waits withholds some rungs, and does not end the look.
    if (refusal === "payment" && governor.isPaying()) current.breakOff();
    return refusal;
  }

  return async (rung, kind) => {
    const before = current.found(rung);
    if (before) return { readings: before };
    const errand = rungsOf[kind].includes(rung) ? path.errand(rung) : undefined;
    if (!errand) return {};
    const refusal = await refusalOf(rung, kind);
    return refusal === undefined ? { readings: await perform(rung, errand) } : { refusal };
  };
}

export function createLadder(options: LadderOptions): Ladder {
  const { path, emit } = options;
  const current = createCurrentLook(options.clock);
  const climb = createClimb(options, current);

  async function names(kind: LookKind): Promise<void> {
    // In a trouble that lasts the address is known: only a name that failed is asked for again.
    if (kind === "rare" && path.isNameKnown()) return;
    await climb("name", kind);
    await climb("other_name", kind);
  }

  /**
   * A handshake begins with a connection: with one of them the other is not needed. Whether the host may be spoken to: what was
   * seen a moment ago need not be seen again.
   */
  async function host(kind: LookKind): Promise<boolean> {
    const shaken = await climb("tls", kind);
    if (shaken.readings) return isWell(shaken.readings);
    const dialled = shaken.refusal === "too_soon" ? shaken : await climb("host", kind);
    return dialled.refusal === "too_soon" || isOpen(dialled.readings);
  }

  /** What needs the host's address. */
  async function beyond(kind: LookKind): Promise<boolean> {
    await names(kind);
    const others = ["alternate", "host_ping", "other_path"] as const;
    const [answers] = await Promise.all([host(kind), ...others.map((rung) => climb(rung, kind))]);
    return answers;
  }

  return {
    climb: async (wanted) => {
      current.begin("asked");
      const climbed: Climbed[] = [];
      for (const rung of wanted) climbed.push(await climb(rung, "asked"));
      return climbed;
    },
    look: async (kind) => {
      current.begin(kind);
      emit(path.given());
      const [answers] = await Promise.all([
        beyond(kind),
        ...(["gateway", "outside", "quality"] as const).map((rung) => climb(rung, kind)),
      ]);
      if (!answers) return current.end();
      // Of the two the host speaks one.
      await climb("echo", kind);
      await climb("secure_echo", kind);
      return current.end();
    },
  };
}
