/** Something is wrong, and the terminal cannot tell what: what it thinks of, and that asking may tell more. */
import type { TerminalView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { percent, span } from "../format.ts";
import { Mark } from "./mark.tsx";
import { When } from "./when.tsx";

export function Unsure({ unsure: { sinceMs, candidates } }: { readonly unsure: NonNullable<TerminalView["unsure"]> }) {
  const { say, nowMs } = useApp();
  const { terminal } = say;
  return (
    <section class="card verdict major" aria-label={terminal.unsure}>
      <header>
        <h2>{terminal.unsure}</h2>
        <Mark severity="major" />
      </header>
      <p class="says">{terminal.unsureHint}</p>
      <dl class="answer">
        <div>
          <dt>{terminal.since}</dt>
          <dd>
            <strong>
              <When atMs={sinceMs} clock />
            </strong>
            <span class="soft">{span(nowMs - sinceMs, say)}</span>
          </dd>
        </div>
        {candidates.length > 0 && (
          <div class="steps">
            <dt>{terminal.candidates}</dt>
            <dd>
              <ol>
                {candidates.map(({ fault, name, probability }) => (
                  <li key={fault}>
                    {name} <span class="soft">{percent(probability)}</span>
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
