/** Severity as a shape, a colour and a word: who sees no colour sees the shape, who sees nothing hears the word. */
import type { SeverityName, SeverityRank } from "../../console/api.ts";
import { useApp } from "../app-context.ts";

const names: readonly SeverityName[] = ["none", "warning", "minor", "major", "critical"];

export function severityName(rank: SeverityRank): SeverityName {
  return names[rank] ?? "none";
}

/** Each in a box of 16 by 16. */
const shapes: Readonly<Record<SeverityName, string>> = {
  none: "M6.4 12.6 2.2 8.4l1.9-1.9 2.3 2.3 5.5-5.5 1.9 1.9z",
  warning: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zm0 2.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6z",
  minor: "M8 1 15 8 8 15 1 8z",
  major: "M8 1.2 15.4 14.4H.6z",
  critical: "M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z",
};

/** Cut out of the shape. */
const cuts: Readonly<Partial<Record<SeverityName, string>>> = {
  major: "M7.1 5.8h1.8v4.4H7.1zm0 5.4h1.8V13H7.1z",
  critical: "M7 3.6h2v5.4H7zm0 6.4h2v2.2H7z",
};

interface MarkProps {
  readonly severity: SeverityName;
  /** The word is there already. */
  readonly silent?: boolean;
}

export function Mark({ severity, silent = false }: MarkProps) {
  const { say } = useApp();
  return (
    <span class={`mark ${severity}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path d={shapes[severity]} />
        {cuts[severity] && <path class="cut" d={cuts[severity]} />}
      </svg>
      {!silent && <span class="mark-word">{say.severity[severity]}</span>}
    </span>
  );
}

/** Whether a terminal is there: filled or hollow, and the word. */
export function Presence({ online }: { readonly online: boolean }) {
  const { say } = useApp();
  return (
    <span class={online ? "presence on" : "presence off"}>
      <span class="dot" aria-hidden="true" />
      {online ? say.online : say.offline}
    </span>
  );
}
