/** Terminals that fit: by state, fault, family, and where they belong; gravest first. */
import type { FleetView, TerminalRow, TerminalsView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { useLoaded } from "../loaded.ts";
import { usePages } from "../pages.ts";
import { Filters, filterNames } from "../parts/filters.tsx";
import { Empty, failureText } from "../parts/notice.tsx";
import { TerminalTable } from "../parts/terminal-table.tsx";
import { View } from "../parts/view.tsx";
import { hashes, searchOf } from "../route.ts";
import type { Words } from "../words/language.ts";

/** A row that has moved between pages while they were read is shown once. */
function distinct(rows: readonly TerminalRow[]): readonly TerminalRow[] {
  return [...new Map(rows.map((row) => [`${row.tenant}/${row.serial}`, row])).values()];
}

function countText({ total, capped }: TerminalsView, say: Words): string {
  if (total === undefined) return "";
  return capped ? say.list.countCapped(total) : say.list.count(total);
}

function NoneFound() {
  const { say } = useApp();
  return (
    <Empty title={say.list.none} hint={say.list.noneHint}>
      <a class="button" href={hashes.terminals()}>
        {say.list.clear}
      </a>
    </Empty>
  );
}

export function Terminals() {
  const { say, route } = useApp();
  const names = ["q", "state", "sort", ...filterNames];
  const query = Object.fromEntries(names.map((name) => [name, route.query[name]]));
  const { first, all, next, failure, more } = usePages<TerminalsView>(`/api/terminals${searchOf(query)}`);
  // For the values to choose from: they hardly change.
  const fleet = useLoaded<FleetView>("/api/fleet", 0).data;
  const rows = distinct(all.flatMap((page) => page.rows));
  return (
    <>
      <div class="title-line">
        <h1>{say.list.title}</h1>
        <span class="soft" role="status">
          {first.data && countText(first.data, say)}
        </span>
      </div>
      <Filters query={route.query} fleet={fleet} />
      <View loaded={first} rows={12}>
        {() => (rows.length === 0 ? <NoneFound /> : <TerminalTable rows={rows} caption={say.list.title} />)}
      </View>
      {failure && <p class="problem">{failureText(failure, say)}</p>}
      {next !== undefined && (
        <button type="button" class="more" onClick={more}>
          {say.list.more}
        </button>
      )}
    </>
  );
}
