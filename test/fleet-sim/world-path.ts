/** The rungs of the ladder in the simulated world: the same Readings as real probes make, after about as long. */
import type { FleetTerminal } from "../../hw-sim/fleet/population.ts";
import type { TerminalState } from "../../hw-sim/fleet/state.ts";
import type { Clock } from "../../src/base/clock.ts";
import { measured, type Reading, reading } from "../../src/model/reading.ts";
import type { Path } from "../../src/probes/path.ts";
import type { RungId } from "../../src/probes/rungs.ts";

/** Default of acquirer.connect_timeout_s. */
const timeoutMs = 5_000;
const doors = { answers: "ok", mute: "ok", silent: "timeout", refuses: "refused", unreached: "timeout" } as const;

const isThrough = ({ via, passing }: TerminalState): boolean => via !== undefined && passing.includes(via);

/** What a rung finds, and whether something answered. */
type Finding = (state: TerminalState, nowMs: number) => readonly Reading[];

function door({ host, pathMs }: TerminalState, nowMs: number): readonly Reading[] {
  const outcome = reading("net.tcp_host", doors[host], nowMs);
  return doors[host] === "ok" ? [outcome, reading("net.tcp_host_ms", 2 * pathMs, nowMs)] : [outcome];
}

const findings: Readonly<Partial<Record<RungId, Finding>>> = {
  gateway: ({ router }, nowMs) => [
    reading("net.gateway_ping", router === "answers" ? "ok" : "fail", nowMs),
    reading("lan.arp_gateway", router === "answers" ? "ok" : "incomplete", nowMs),
  ],
  name: (state, nowMs) => [reading("net.dns_resolve", isThrough(state) ? "ok" : "timeout", nowMs)],
  outside: (state, nowMs) => [reading("net.internet_probe", isThrough(state) ? "ok" : "fail", nowMs)],
  quality: (state, nowMs) => [
    measured("net.loss_pct", isThrough(state) ? 0 : undefined, nowMs),
    measured("net.rtt_ms", isThrough(state) ? state.pathMs : undefined, nowMs),
  ],
  host: door,
  tls: (state, nowMs) => {
    const seen = state.handshake === "ok" ? "ok" : "handshake_failure";
    return [...door(state, nowMs), measured("host.tls", doors[state.host] === "ok" ? seen : undefined, nowMs)];
  },
  other_path: ({ host }, nowMs) => [
    reading("net.tcp_host_other_path", host === "unreached" ? "ok" : doors[host], nowMs),
  ],
};

function isThere(rung: RungId, { ways }: FleetTerminal, { via, passing }: TerminalState): boolean {
  if (rung === "gateway") return via === "cable" || via === "wifi";
  return rung !== "other_path" || (ways.length > 1 && passing.some((way) => way !== via));
}

export function createWorldPath(terminal: FleetTerminal, clock: Clock, state: () => TerminalState): Path {
  let isNameKnown = true;
  return {
    given: () => [],
    isNameKnown: () => isNameKnown,
    errand: (rung) => {
      const finding = findings[rung];
      if (!finding || !isThere(rung, terminal, state())) return undefined;
      return async () => {
        await clock.sleep(isThrough(state()) ? 2 * state().pathMs : timeoutMs);
        if (rung === "name") isNameKnown = isThrough(state());
        return finding(state(), clock.monoMs());
      };
    },
  };
}
