/** What people did, newest first. */
import type { AuditView as Audit, AuditRow } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { fullTime } from "../format.ts";
import { usePages } from "../pages.ts";
import { Empty, failureText } from "../parts/notice.tsx";
import { View } from "../parts/view.tsx";
import { hashes } from "../route.ts";

function Row({ row }: { readonly row: AuditRow }) {
  const { say } = useApp();
  const { atMs, who, text, tenant, serial, detail } = row;
  const parts = Object.entries(detail).map(([name, value]) => {
    return `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`;
  });
  return (
    <tr>
      <td class="num">
        <time dateTime={new Date(atMs).toISOString()}>{fullTime(atMs, say)}</time>
      </td>
      <td>
        <b>{who}</b>
      </td>
      <td>{text}</td>
      <td>{tenant && serial && <a href={hashes.terminal(tenant, serial)}>{serial}</a>}</td>
      <td class="detail wide">{parts.join(" · ")}</td>
    </tr>
  );
}

export function AuditView() {
  const { say } = useApp();
  const { columns, title, none } = say.audit;
  const { first, all, next, failure, more } = usePages<Audit>("/api/audit");
  const rows = [...new Map(all.flatMap((page) => page.rows).map((row) => [row.id, row])).values()];
  return (
    <>
      <h1>{title}</h1>
      <View loaded={first}>
        {() =>
          rows.length === 0 ? (
            <Empty title={none} />
          ) : (
            <table class="audit">
              <caption class="unseen">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{columns.time}</th>
                  <th scope="col">{columns.who}</th>
                  <th scope="col">{columns.what}</th>
                  <th scope="col">{columns.terminal}</th>
                  <th scope="col" class="wide">
                    {columns.detail}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
          )
        }
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
