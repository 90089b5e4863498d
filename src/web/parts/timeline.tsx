/** When which fault was open: lanes over time, and the closed ones as a list with how long they lasted. */
import type { CaseView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { span as spanText } from "../format.ts";
import { type Lane, lanesOf } from "../lanes.ts";
import type { RangeName, Span } from "../span.ts";
import { Axis } from "./axis.tsx";
import { Mark, severityName } from "./mark.tsx";
import { Empty } from "./notice.tsx";
import { When } from "./when.tsx";

const percentOf = (share: number) => `${(100 * share).toFixed(2)}%`;
/** A short fault must be seen as well, in percent of the width. */
const least = 0.6;

function LaneRow({ lane }: { readonly lane: Lane }) {
  const severity = severityName(lane.severity);
  return (
    <li>
      <span class="lane-name">
        <Mark severity={severity} silent /> {lane.name}
      </span>
      <svg class={`lane ${severity}`} aria-hidden="true" focusable="false">
        {lane.bars.map(({ key, from, to, isOpen }) => (
          <rect
            key={key}
            class={isOpen ? "open" : ""}
            x={percentOf(Math.min(from, 1 - least / 100))}
            width={percentOf(Math.max(least / 100, to - from))}
            y="4"
            height="10"
            rx="2"
          />
        ))}
      </svg>
    </li>
  );
}

function History({ history }: { readonly history: readonly CaseView[] }) {
  const { say } = useApp();
  return (
    <details>
      <summary>
        {say.terminal.history} <small>{history.length}</small>
      </summary>
      <ul class="history">
        {history.map((one) => (
          <li key={`${one.id} ${one.openedMs}`} class="past">
            <Mark severity={severityName(one.severity)} silent />
            <span>{one.name}</span>
            <When atMs={one.openedMs} clock />
            <span class="soft">
              {say.terminal.lasted} {spanText((one.closedMs ?? one.changedMs) - one.openedMs, say)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface TimelineProps {
  readonly cases: readonly CaseView[];
  readonly history: readonly CaseView[];
  readonly span: Span;
  readonly range: RangeName;
}

export function Timeline({ cases, history, span, range }: TimelineProps) {
  const { say } = useApp();
  const lanes = lanesOf(cases, span);
  return (
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">{say.terminal.timeline}</h2>
      {cases.length === 0 && <Empty title={say.terminal.noHistory} />}
      {lanes.length > 0 && (
        <div class="lanes">
          <ul>
            {lanes.map((lane) => (
              <LaneRow key={lane.fault} lane={lane} />
            ))}
          </ul>
          <Axis span={span} range={range} />
        </div>
      )}
      {cases.length > 0 && lanes.length === 0 && <p class="soft">{say.terminal.quiet}</p>}
      {history.length > 0 && <History history={history} />}
    </section>
  );
}
