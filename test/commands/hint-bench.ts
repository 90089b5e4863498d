/** The ear for hints on a clock of our own, with everything that it says. */
import type { KeyObject } from "node:crypto";
import { silentLog } from "../../src/base/log.ts";
import { createHints, type Hints } from "../../src/commands/hints.ts";
import { sealHint } from "../../src/commands/seal.ts";
import type { TrustedKey } from "../../src/model/command.ts";
import type { Concern, Hint } from "../../src/model/hint.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { ClockQuality } from "../../src/model/record.ts";
import { encodeSealedHint } from "../../src/report/encode.ts";
import { encodeHint } from "../../src/report/hint-wire.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { anna, boris, newSigner, tenant } from "./bench.ts";

export const fleet = newSigner();
export const keys: readonly TrustedKey[] = [
  { name: "anna", key: anna.key, may: [] },
  { name: "boris", key: boris.key, may: ["read_state"] },
  { name: "fleet", key: fleet.key, may: ["hint"] },
];
export const own: Concern = {
  ...{ shop: "s1", region: "east", carrier: "46000", acquirer: "acq", version: "1.2.3" },
};

export interface HintBench {
  readonly hints: Hints;
  readonly clock: VirtualClock;
  /** Readings in the order in which they were said. */
  readonly said: Reading[];
  /** The newest value of a signal; undefined where it is absent or was never said. */
  value(signal: string): unknown;
  /** A hint of now, with changes. */
  hint(change?: Partial<Hint>): Hint;
  /** Sent, and looked at. */
  hear(payload: Uint8Array, retained?: boolean): Promise<void>;
  become(next: Concern): void;
  /** Somebody sets the terminal's wall clock. */
  shiftWall(ms: number): void;
  stop(): Promise<void>;
}

let made = 0;

export function sealed(hint: Hint, { privateKey }: { readonly privateKey: KeyObject } = fleet): Uint8Array {
  return encodeSealedHint(sealHint(encodeHint(hint), privateKey));
}

export function openHintBench(clockQuality: () => ClockQuality = () => "ntp"): HintBench {
  const clock = new VirtualClock();
  const said: Reading[] = [];
  let me = own;
  let shiftMs = 0;
  const hints = createHints({
    ...{ tenant, clockQuality, log: silentLog },
    clock: {
      wallMs: () => clock.wallMs() + shiftMs,
      monoMs: () => clock.monoMs(),
      sleep: (ms, signal) => clock.sleep(ms, signal),
    },
    keys: () => keys,
    own: () => me,
    emit: (readings) => said.push(...readings),
  });
  const stop = new AbortController();
  const running = hints.run(stop.signal);
  return {
    ...{ hints, clock, said },
    value: (signal) => said.findLast((each) => each.signal === signal)?.value,
    hint: (change = {}) => {
      const issuedS = Math.floor(clock.wallMs() / 1_000);
      return {
        ...{ tenant, id: (++made).toString(16).padStart(16, "0"), issuedS, untilS: issuedS + 600 },
        ...{ concerns: { carrier: "46000" }, confidence: 0.9 },
        figures: [
          { signal: "fleet.same_carrier_fail_pct", value: 82 },
          { signal: "fleet.other_carrier_fail_pct", value: 0.5 },
        ],
        ...change,
      };
    },
    hear: async (payload, retained = false) => {
      hints.receive({ payload, retained });
      await clock.advance(10);
    },
    become: (next) => {
      me = next;
    },
    shiftWall: (ms) => {
      shiftMs += ms;
    },
    stop: async () => {
      stop.abort();
      await clock.advance(1);
      await running;
    },
  };
}
