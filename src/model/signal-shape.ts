/** What a signal may carry and how far one reading of it is trusted. */
export type Scalar = string | number | boolean;

/**
 * How a signal is obtained, which decides how far one reading is trusted and how fast it ages. `answer`: a code, which is
 * never misread. `count`: drawn from many events of the last hours. `told`: said by somebody who knows, the payment
 * application or a sensor of its own, and so until it says otherwise.
 */
export type EvidenceClass = "state" | "probe" | "stat" | "answer" | "count" | "told" | "human";

export type SignalShape =
  | { readonly kind: "number"; readonly min: number; readonly max: number; readonly unit: string }
  | { readonly kind: "flag" }
  /** `unknown` lists values that say "not looked at", which is not "not so". */
  | { readonly kind: "one_of"; readonly values: readonly string[]; readonly unknown?: readonly string[] }
  | { readonly kind: "text"; readonly pattern?: RegExp };

export interface SignalDefinition {
  readonly shape: SignalShape;
  readonly evidence: EvidenceClass;
  readonly note?: string;
}
