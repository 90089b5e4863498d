/** All incidents: those under way first. */
import type { IncidentsView, IncidentView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { percent, span } from "../format.ts";
import { useLoaded } from "../loaded.ts";
import { concernsText } from "../parts/incident-banner.tsx";
import { Empty } from "../parts/notice.tsx";
import { View } from "../parts/view.tsx";
import { When } from "../parts/when.tsx";
import { hashes } from "../route.ts";

function Row({ incident }: { readonly incident: IncidentView }) {
  const { say, nowMs } = useApp();
  const { incidents: words } = say;
  const { id, name, beganMs, endedMs, affected, total, confidence } = incident;
  return (
    <li class={endedMs === null ? "card incident-row running" : "card incident-row"}>
      <a data-row href={hashes.incident(id)}>
        <strong>{name}</strong>
      </a>
      <span class={endedMs === null ? "pill bad" : "pill waits"}>{endedMs === null ? words.running : words.ended}</span>
      <b>{concernsText(incident, say)}</b>
      <p class="soft">
        {words.affected(affected, total)} · {words.confidence(percent(confidence))} · {words.began}{" "}
        <When atMs={beganMs} clock /> · {span((endedMs ?? nowMs) - beganMs, say)}
      </p>
    </li>
  );
}

export function Incidents() {
  const { say } = useApp();
  const loaded = useLoaded<IncidentsView>("/api/incidents");
  return (
    <>
      <h1>{say.incidents.title}</h1>
      <View loaded={loaded}>
        {({ incidents }) =>
          incidents.length === 0 ? (
            <Empty title={say.incidents.none} hint={say.incidents.noneHint} />
          ) : (
            <ul class="incident-list">
              {incidents.map((incident) => (
                <Row key={incident.id} incident={incident} />
              ))}
            </ul>
          )
        }
      </View>
    </>
  );
}
