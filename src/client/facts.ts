/** What an application may tell, with the type of each value: taken from the tables of signals, so that an editor knows it. */
import type { toldGroups, toldSignals } from "../ipc/observation.ts";
import type { SignalShape } from "../model/signal-shape.ts";
import type { cellularSignals } from "../model/signals/cellular.ts";
import type { networkSignals } from "../model/signals/network.ts";
import type { paymentSignals } from "../model/signals/payment.ts";
import type { readerSignals } from "../model/signals/reader.ts";
import type { terminalSignals } from "../model/signals/terminal.ts";
import type { telephonySignals } from "../model/telephony.ts";

type Tables = typeof cellularSignals &
  typeof networkSignals &
  typeof paymentSignals &
  typeof readerSignals &
  typeof terminalSignals;

type Telephony = (typeof telephonySignals)[number];
type Listed =
  | Extract<keyof Tables, `${(typeof toldGroups)[number]}.${string}`>
  | (typeof toldSignals)[number]
  | Telephony;

/** Free text has no place in it. */
type Fit<S extends keyof Tables> = Tables[S]["shape"] extends { readonly kind: "text" }
  ? "pattern" extends keyof Tables[S]["shape"]
    ? S
    : never
  : S;
export type ToldSignal = { [S in Listed]: Fit<S> }[Listed];

type ValueOf<Shape extends SignalShape> = Shape extends {
  readonly kind: "one_of";
  readonly values: readonly (infer V)[];
}
  ? V
  : Shape extends { readonly kind: "number" }
    ? number
    : Shape extends { readonly kind: "flag" }
      ? boolean
      : string;

/** Value of one signal, such as `"icc" | "nfc" | …` of `txn.entry_mode`. */
export type ValueIn<S extends keyof Tables> = ValueOf<Tables[S]["shape"]>;

/** Signal → value; `undefined` is left out. Of modem and SIM `null` is "has no value". */
export type Facts = {
  readonly [S in ToldSignal]?: ValueIn<S> | (S extends Telephony ? null : never) | undefined;
};
