/** One terminal: in ten seconds what is wrong, since when, who must act and what to do; below it the proof, and a way to ask. */
import type { TerminalView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { clockTime } from "../format.ts";
import { useLoaded } from "../loaded.ts";
import { Ask } from "../parts/ask.tsx";
import { Gaps } from "../parts/gaps.tsx";
import { Identity } from "../parts/identity.tsx";
import { IncidentBanner } from "../parts/incident-banner.tsx";
import { Mark, Presence, severityName } from "../parts/mark.tsx";
import { Empty } from "../parts/notice.tsx";
import { Proof } from "../parts/proof.tsx";
import { Unsure } from "../parts/unsure.tsx";
import { Verdict } from "../parts/verdict.tsx";
import { View } from "../parts/view.tsx";
import { When } from "../parts/when.tsx";

function Head({ view }: { readonly view: TerminalView }) {
  const { say } = useApp();
  const { serial, tenant, shop, region, online, seenMs, severity } = view.row;
  return (
    <div class="title-line terminal-head">
      <h1>
        <Mark severity={severityName(severity)} silent />
        <span class="unseen">{say.severity[severityName(severity)]} </span>
        {serial}
      </h1>
      <span class="soft">{[shop, region, tenant].filter(Boolean).join(" · ")}</span>
      <Presence online={online} />
      <span class="soft">
        {say.fields.seen} <When atMs={seenMs} />
      </span>
    </div>
  );
}

function Found({ view }: { readonly view: TerminalView }) {
  const { say, nowMs } = useApp();
  const { row, verdicts } = view;
  return (
    <>
      <Head view={view} />
      {!row.online && <p class="strip">{say.terminal.silent(clockTime(row.seenMs, nowMs, say))}</p>}
      {view.incidents.map((incident) => (
        <IncidentBanner key={incident.id} incident={incident} />
      ))}
      <div class="terminal-columns">
        <div class="left">
          <div class="verdicts">
            {view.unsure && <Unsure unsure={view.unsure} />}
            {verdicts.length === 0 && !view.unsure && (
              <section class="card well">
                <Mark severity="none" silent />
                <Empty title={say.terminal.allWell} hint={say.terminal.allWellHint} />
              </section>
            )}
            {verdicts.map((verdict, index) => (
              <Verdict key={`${verdict.id}`} verdict={verdict} isFirst={index === 0} />
            ))}
          </div>
          <Proof view={view} />
        </div>
        <div class="right">
          <Ask view={view} />
          <div class="side">
            <Identity view={view} />
            <Gaps gaps={view.gaps} />
          </div>
        </div>
      </div>
    </>
  );
}

export function Terminal() {
  const { route } = useApp();
  const [tenant = "", serial = ""] = route.names;
  const loaded = useLoaded<TerminalView>(`/api/terminals/${encodeURIComponent(tenant)}/${encodeURIComponent(serial)}`);
  return (
    <View loaded={loaded} rows={14}>
      {(view) => <Found view={view} />}
    </View>
  );
}
