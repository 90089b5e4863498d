/** Signed data and the configuration in use, as status shows them. */

export interface PackView {
  /** `acme-12`; `null`: what comes with the program, and what the configuration's own files say. */
  readonly in_force: string | null;
  /** Seconds until it counts as good; `null` where nothing is on trial. */
  readonly trial_left_s: number | null;
  /** To which `posdiag data back` goes; `null`: to none. */
  readonly before: string | null;
  /** What was taken and is not used any more, newest last. */
  readonly given_up: readonly { readonly pack: string; readonly why: string }[];
  /** The newest of those that has a higher version than the one in force: what somebody hoped for and does not have. */
  readonly newer_given_up: string | null;
  /** Why the newest one that lay there at the start was not taken, or one that was taken before is not used now. */
  readonly refused: { readonly pack: string | null; readonly why: string } | null;
}

export interface ConfigurationView {
  /** `last_good`: the file is of no use, and what was good before is used. */
  readonly source: "file" | "last_good";
  /** `unreadable`, `wrong`, `did_not_live`; `null` where the file is used. */
  readonly why: string | null;
  /** The first thing that is wrong with the file. */
  readonly problem: string | null;
  /** Seconds until it counts as good; `null` where it does, or where nothing is kept to go back to. */
  readonly trial_left_s: number | null;
}
