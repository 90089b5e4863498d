/** Commands of support as `posdiag status` shows them. */
import type { FinalState } from "./command.ts";

/** Keys of the configuration that support has set. */
export interface SettingsView {
  readonly set: readonly string[];
  readonly on_trial: readonly string[];
  /** Until the trial is given up; `null` while there is none. */
  readonly left_s: number | null;
}

/** What support has told of many terminals. */
export interface HintsView {
  /** Since the agent started; so is `refused`. */
  readonly taken: number;
  readonly in_force: number;
  /** By reason. */
  readonly refused: Readonly<Record<string, number>>;
}

export interface CommandsView {
  /** Since the agent started; so are `ended` and `rejected`. */
  readonly taken: number;
  readonly waiting: number;
  readonly ended: Readonly<Record<FinalState, number>>;
  /** Messages that nobody was answered for, by reason. */
  readonly rejected: Readonly<Record<string, number>>;
  /** `head`: the first 16 digits of the newest line's hash. `failed`: writes that the disk did not take. */
  readonly audit: { readonly lines: number; readonly head: string; readonly failed: number };
  readonly settings: SettingsView;
  readonly hints: HintsView;
}
