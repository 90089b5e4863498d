/** One incident: what those concerned have in common, what they were told, and which they are. */
import type { IncidentDetailView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { amount, clockTime, fullTime, percent } from "../format.ts";
import { useLoaded } from "../loaded.ts";
import { concernsText } from "../parts/incident-banner.tsx";
import { TerminalTable } from "../parts/terminal-table.tsx";
import { View } from "../parts/view.tsx";
import { When } from "../parts/when.tsx";

function Hints({ hints }: Pick<IncidentDetailView, "hints">) {
  const { say, nowMs } = useApp();
  const { incidents: words } = say;
  if (hints.length === 0) return null;
  return (
    <section class="card">
      <h2>{words.hints}</h2>
      <ul class="hints">
        {hints.map(({ id, issuedMs, untilMs, sent, confidence, figures }) => (
          <li key={id}>
            <span>
              <When atMs={issuedMs} clock /> · {words.hintTo(sent)} · {words.confidence(percent(confidence))} ·{" "}
              {words.hintUntil(clockTime(untilMs, nowMs, say))}
            </span>
            <span class="soft">
              {figures
                .map(({ name, value }) => `${name} ${typeof value === "number" ? amount(value, say) : value}`)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Found({ incident }: { readonly incident: IncidentDetailView }) {
  const { say } = useApp();
  const { incidents: words } = say;
  const { beganMs, endedMs, confidence, hold } = incident;
  const facts = [
    [words.common, concernsText(incident, say)],
    [words.began, fullTime(beganMs, say)],
    ...(endedMs === null ? [] : [[words.end, fullTime(endedMs, say)] as const]),
  ] as const;
  return (
    <>
      <div class="title-line">
        <h1>{incident.name}</h1>
        <span class={endedMs === null ? "pill bad" : "pill waits"}>
          {endedMs === null ? words.running : words.ended}
        </span>
        <span class="soft">{words.confidence(percent(confidence))}</span>
      </div>
      <section class="card incident-text">
        <p class="says">{incident.text}</p>
        <p>{words.advice}</p>
        {hold && (
          <p class="strip">
            {words.hold}: {hold}
          </p>
        )}
        <dl class="facts short">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Hints hints={incident.hints} />
      <h2>{words.concerned}</h2>
      <TerminalTable rows={incident.terminals} caption={words.concerned} />
    </>
  );
}

export function Incident() {
  const { route } = useApp();
  const loaded = useLoaded<IncidentDetailView>(`/api/incidents/${encodeURIComponent(route.names[0] ?? "")}`);
  return <View loaded={loaded}>{(incident) => <Found incident={incident} />}</View>;
}
