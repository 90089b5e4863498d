/** One open case: the answer in large, then what speaks for it and what was ruled out. */
import type { CaseView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { percent, span } from "../format.ts";
import { Evidence, RuledOut, Snapshot } from "./evidence.tsx";
import { Mark, severityName } from "./mark.tsx";
import { When } from "./when.tsx";

function Answer({ verdict }: { readonly verdict: CaseView }) {
  const { say, nowMs } = useApp();
  const { terminal } = say;
  const { openedMs, occurrence, raisesDay, party } = verdict;
  return (
    <dl class="answer">
      <div>
        <dt>{terminal.since}</dt>
        <dd>
          <strong>
            <When atMs={openedMs} clock />
          </strong>
          <span class="soft">{span(nowMs - openedMs, say)}</span>
          {occurrence > 1 && <span class="soft">{terminal.occurrence(occurrence)}</span>}
          {raisesDay !== null && raisesDay > 1 && <span class="soft">{terminal.raisesDay(raisesDay)}</span>}
        </dd>
      </div>
      <div>
        <dt>{terminal.mustAct}</dt>
        <dd>
          {party.map(({ id, name }) => (
            <strong key={id}>{name}</strong>
          ))}
        </dd>
      </div>
      <div class="steps">
        <dt>{terminal.doThis}</dt>
        <dd>
          <ol>
            {verdict.do.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </dd>
      </div>
      {verdict.doNot.length > 0 && (
        <div class="steps not">
          <dt>{terminal.doNot}</dt>
          <dd>
            <ul>
              {verdict.doNot.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}

interface VerdictProps {
  readonly verdict: CaseView;
  readonly isFirst: boolean;
}

export function Verdict({ verdict, isFirst }: VerdictProps) {
  const { say } = useApp();
  const severity = severityName(verdict.severity);
  return (
    <section class={`card verdict ${severity}`} aria-label={verdict.name}>
      <header>
        <h2>{verdict.name}</h2>
        <Mark severity={severity} />
        <span class="soft">{say.terminal.probability(percent(verdict.probability))}</span>
        <code class="soft">{verdict.fault}</code>
      </header>
      <p class="says">{verdict.say}</p>
      <Answer verdict={verdict} />
      <Evidence evidence={verdict.evidence} isOpen={isFirst} />
      <RuledOut ruledOut={verdict.ruledOut} isOpen={isFirst} />
      <Snapshot readings={verdict.snapshot} />
    </section>
  );
}
