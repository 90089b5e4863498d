/** What support sees over many terminals and tells those concerned: evidence beside their own, never a verdict. */

/** Left away: any. All that are given must be the terminal's own. */
export interface Concern {
  readonly shop?: string;
  readonly region?: string;
  /** Country and network code of the SIM's home network. */
  readonly carrier?: string;
  readonly acquirer?: string;
  /** Of the agent. */
  readonly version?: string;
}

export const concernNames = [
  "shop",
  "region",
  "carrier",
  "acquirer",
  "version",
] as const satisfies readonly (keyof Concern)[];

export interface Figure {
  /** Of the group `fleet`; who writes the hint may know more of them than who reads it. */
  readonly signal: string;
  /** Percent to a tenth, or a word. */
  readonly value: number | string;
}

export interface Hint {
  readonly tenant: string;
  /** 8 bytes as 16 hexadecimal digits. */
  readonly id: string;
  /** Wall clock of who says it, whole seconds. */
  readonly issuedS: number;
  /** What it says ends then. */
  readonly untilS: number;
  readonly concerns: Concern;
  /** 0..1. */
  readonly confidence: number;
  readonly figures: readonly Figure[];
}

/** Bounds of a message on `down/hint`, in bytes, of what one says, and of how long. */
export const hintLimit = 2_048;
export const mostFigures = 16;
export const shortestHintS = 60;
export const longestHintS = 86_400;
