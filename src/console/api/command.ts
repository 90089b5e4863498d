/** What can be asked of a terminal, and what has become of it. */

/** Whether terminals can be asked here, and what for. */
export interface CommandsView {
  readonly on: boolean;
  /** Why not, for people; empty when they can. */
  readonly why: string;
  readonly verbs: readonly VerbView[];
}

export interface VerbView {
  readonly verb: string;
  readonly name: string;
  /** One sentence: what one learns, or what it changes. */
  readonly about: string;
  /** Changes nothing on the terminal. */
  readonly reads: boolean;
  /** The person's role permits it. */
  readonly may: boolean;
  readonly words: readonly WordView[];
}

export interface WordView {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "number" | "flag" | "choice" | "lines";
  readonly needed: boolean;
  /** Of a number, or how many lines. */
  readonly min?: number;
  readonly max?: number;
  readonly initial?: string | number | boolean;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** Of `POST /api/terminals/:tenant/:serial/commands`. `words`: by the names of {@link WordView}. */
export interface CommandRequest {
  readonly verb: string;
  readonly words?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Until when it must be done, from now; 5 to 86400, default 120. */
  readonly timeoutS?: number;
}

export interface CommandView {
  readonly id: string;
  readonly tenant: string;
  readonly serial: string;
  /** Null: sent by somebody else's tool, and only its answer was seen. */
  readonly verb: string | null;
  readonly verbName: string | null;
  readonly words: Readonly<Record<string, unknown>>;
  readonly who: string | null;
  readonly issuedMs: number | null;
  readonly deadlineMs: number | null;
  readonly updatedMs: number;
  /** `queued` (not given to the broker yet), `sent`, `accepted`, `running`, or final: `succeeded`, `failed`, `refused`, `timed_out`, `interrupted`, `unanswered`. */
  readonly state: string;
  readonly stateText: string;
  readonly final: boolean;
  readonly reason: string | null;
  readonly reasonText: string | null;
  readonly step: string | null;
  /** Bytes of its result, and how many of them have come. */
  readonly resultBytes: number;
  readonly cameBytes: number;
  /** All of it is there. */
  readonly hasResult: boolean;
}

/** Of `GET /api/commands/:id`. */
export interface CommandDetailView extends CommandView {
  /** What the terminal answered; absent while it is not whole. */
  readonly result?: unknown;
  /** It came, and is not what was sent. */
  readonly damaged?: boolean;
}
