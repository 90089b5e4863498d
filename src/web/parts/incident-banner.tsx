/** One trouble that many terminals have in common, in one strip: what, whom, since when, and what to do with the calls. */
import type { GroupName, IncidentView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { percent, span } from "../format.ts";
import { hashes } from "../route.ts";
import type { Words } from "../words/language.ts";
import { groupLabel } from "./cause-map.tsx";
import { When } from "./when.tsx";

const order = ["carrier", "region", "acquirer", "version", "shop"] as const satisfies readonly GroupName[];

/** What those have in common, in words. */
export function concernsText({ concerns }: Pick<IncidentView, "concerns">, say: Words): string {
  const given = order.flatMap((group) => {
    const value = concerns[group];
    return value === undefined ? [] : [groupLabel(group, value, say)];
  });
  return given.join(" · ");
}

export function IncidentBanner({ incident }: { readonly incident: IncidentView }) {
  const { say, nowMs } = useApp();
  const { incidents } = say;
  return (
    <a class="incident" data-row href={hashes.incident(incident.id)}>
      <span class="incident-kind">{incidents.banner}</span>
      <strong class="incident-name">
        {incident.name} <span class="incident-common">{concernsText(incident, say)}</span>
      </strong>
      <span class="incident-figures">
        <b>{incidents.affected(incident.affected, incident.total)}</b>
        <span>
          <When atMs={incident.beganMs} clock /> ({span(nowMs - incident.beganMs, say)})
        </span>
        <span>{incidents.confidence(percent(incident.confidence))}</span>
      </span>
      {incident.hold && (
        <span class="incident-hold">
          {incidents.hold}: {incident.hold}
        </span>
      )}
    </a>
  );
}
