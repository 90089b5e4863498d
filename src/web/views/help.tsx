/** The keys, and what the signs mean. */
import type { SeverityName } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { Mark, Presence } from "../parts/mark.tsx";

const severities: readonly SeverityName[] = ["critical", "major", "minor", "warning", "none"];

export function Help() {
  const { say } = useApp();
  return (
    <>
      <h1>{say.help.title}</h1>
      <div class="columns">
        <section class="card">
          <h2>{say.help.keys}</h2>
          <dl class="facts keys">
            {Object.entries(say.help.rows).map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  {keys.split(/\s+/).map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section class="card">
          <h2>{say.help.signs}</h2>
          <ul class="signs">
            {severities.map((severity) => (
              <li key={severity}>
                <Mark severity={severity} />
              </li>
            ))}
            <li>
              <Presence online={true} />
            </li>
            <li>
              <Presence online={false} />
            </li>
          </ul>
        </section>
      </div>
    </>
  );
}
