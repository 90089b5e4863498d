/** What the probes of the terminal's own body hand over to be remembered. */
import type { BootTraces, RestartCause, Totals, VersionOf } from "../model/device-fact.ts";
import { type DeviceHistory, wallSeconds } from "./device-history.ts";

export interface DeviceMemory {
  /** The agent runs, in this boot. */
  begin(traces: BootTraces): void;
  /** The system itself says why it started. */
  explain(cause: RestartCause): void;
  /** A version that no Reading carries; the payment application's comes as one. */
  meetVersion(of: Exclude<VersionOf, "app">, text: string): void;
  count(totals: Totals): void;
  /** The agent itself restarts the modem now. */
  excuse(atMs: number): void;
  /** Monotonic milliseconds when it last did. */
  excusedAtMs(): number | undefined;
}

interface Holder {
  history(): DeviceHistory;
  wallMs(): number;
  /** `urgent`: to be on disk soon. */
  changed(urgent: boolean): void;
}

export function createDeviceMemory({ history, wallMs, changed }: Holder): DeviceMemory {
  let excusedMs: number | undefined;
  const wallS = (): number | undefined => wallSeconds(wallMs());
  return {
    begin: (traces) => {
      history().begin(traces, wallS());
      // That this run has not ended in order must be known to the next one.
      changed(true);
    },
    explain: (cause) => {
      if (history().explain(cause, wallS())) changed(true);
    },
    meetVersion: (of, text) => {
      if (history().meetVersion(of, text, wallS())) changed(true);
    },
    count: (totals) => {
      if (history().count(totals, wallS())) changed(false);
    },
    excuse: (atMs) => {
      excusedMs = atMs;
    },
    excusedAtMs: () => excusedMs,
  };
}
