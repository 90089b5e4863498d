/**
 * Who tells of modem and SIM. The serial port is believed while its modem answers; where it does not, or nobody may open it,
 * an application tells, if the configuration lets it; its readings age like all others.
 */
import type { Clock } from "../base/clock.ts";
import { type Reading, reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import { telephonySignals } from "../model/telephony.ts";
import type { Emit, Probe } from "../probes/probe.ts";

export interface ModemSourceOptions {
  readonly mode: "serial" | "app" | "auto" | "none";
  readonly clock: Clock;
  /** How long what an application said counts. */
  readonly holdMs: number;
  readonly emit: Emit;
}

export type Source = "serial" | "app" | "none";

export interface ModemSource extends Probe {
  /** What the modem probe emits. */
  fromProbe(readings: readonly Reading[]): void;
  /** What an application says of modem and SIM. */
  fromApp(heard: Reading): void;
  /** What the agent itself counts; where an application tells the same, it knows better. */
  fromMemory(readings: readonly Reading[]): void;
  current(): Source;
}

/** The source is said anew this often, because it ages as well. */
const sayMs = 10_000;

/** What the port says while it is of no use must not drown what the application knows. */
const spokenFor: ReadonlySet<SignalId> = new Set([...telephonySignals, "modem.at_response", "modem.module_present"]);

export function createModemSource({ mode, clock, holdMs, emit }: ModemSourceOptions): ModemSource {
  const appMayTell = mode === "app" || mode === "auto";
  let answering = false;
  let heardMs = Number.NEGATIVE_INFINITY;
  /** When the application said it last. */
  const told = new Map<SignalId, number>();
  let said: { readonly source: Source; readonly atMs: number } | undefined;

  function current(): Source {
    if (answering) return "serial";
    return appMayTell && clock.monoMs() - heardMs < holdMs ? "app" : "none";
  }

  function say(): void {
    // Of a modem that there is not nobody tells, and that is no news.
    if (mode === "none") return;
    const [source, atMs] = [current(), clock.monoMs()];
    if (said?.source === source && atMs - said.atMs < sayMs) return;
    said = { source, atMs };
    emit([reading("modem.source", source, atMs)]);
  }

  function isTold(signal: SignalId): boolean {
    return current() === "app" && clock.monoMs() - (told.get(signal) ?? Number.NEGATIVE_INFINITY) < holdMs;
  }

  return {
    id: "modem-source",
    current,
    fromProbe: (readings) => {
      const answer = readings.findLast(({ signal }) => signal === "modem.at_response");
      if (answer) answering = answer.value === "ok";
      const silent = current() === "app";
      const kept = readings.filter(({ signal }) => !(silent && spokenFor.has(signal)));
      if (kept.length > 0) emit(kept);
      say();
    },
    fromApp: (heard) => {
      heardMs = heard.atMs;
      told.set(heard.signal, heard.atMs);
      if (!answering) emit([heard]);
      say();
    },
    fromMemory: (readings) => emit(readings.filter(({ signal }) => !isTold(signal))),
    setPace: () => {},
    run: async (stop) => {
      while (!stop.aborted) {
        say();
        await clock.sleep(sayMs, stop);
      }
    },
  };
}
