/** What one can look at: the fleet, terminals, incidents, what people did. */
import type { Hono } from "hono";
import type { Parts } from "../parts.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { auditView } from "../views/audit.ts";
import { statusReport, statusReportXml } from "../views/catm.ts";
import { fleetView } from "../views/fleet.ts";
import { allIncidents, incidentView } from "../views/incident.ts";
import { readSeriesQuery, seriesView } from "../views/series.ts";
import { terminalView } from "../views/terminal.ts";
import { readTerminalsQuery, terminalsView } from "../views/terminals.ts";
import { type Ask, answer, type Env, giving } from "../web.ts";
import { lookingOf, namedTerminal } from "./looking.ts";

async function series(ask: Ask, parts: Parts) {
  const query = readSeriesQuery((name) => ask.req.query(name), parts.clock.wallMs());
  if (isRefusal(query)) return query;
  const terminal = await namedTerminal(ask, parts);
  if (isRefusal(terminal)) return terminal;
  return seriesView(parts.store, terminal.id, { ...query, language: lookingOf(ask, parts).language });
}

async function terminal(ask: Ask, parts: Parts) {
  const row = await namedTerminal(ask, parts);
  return isRefusal(row) ? row : terminalView(parts.store, row, lookingOf(ask, parts));
}

async function statusFile(ask: Ask, parts: Parts): Promise<Response> {
  const view = await terminal(ask, parts);
  if (isRefusal(view)) return answer(ask, view);
  if (ask.req.path.endsWith(".json")) return answer(ask, statusReport(view));
  const headers = { "content-type": "application/xml; charset=utf-8", "cache-control": "no-store" };
  return ask.body(statusReportXml(view), 200, headers);
}

function terminals(ask: Ask, parts: Parts) {
  const query = readTerminalsQuery((name) => ask.req.query(name));
  return isRefusal(query) ? query : terminalsView(parts, query, lookingOf(ask, parts));
}

export function addFleet(app: Hono<Env>, parts: Parts): void {
  const { store, overview } = parts;
  app.get(
    "/api/fleet",
    giving((ask) => {
      const looking = { ...lookingOf(ask, parts), collector: overview.collector };
      return fleetView(store, overview.tally(looking.person.tenant), looking);
    }),
  );
  app.get(
    "/api/terminals",
    giving((ask) => terminals(ask, parts)),
  );
  app.get(
    "/api/terminals/:tenant/:serial",
    giving((ask) => terminal(ask, parts)),
  );
  app.get(
    "/api/terminals/:tenant/:serial/series",
    giving((ask) => series(ask, parts)),
  );
  app.get("/api/terminals/:tenant/:serial/catm.001.json", (ask) => statusFile(ask, parts));
  app.get("/api/terminals/:tenant/:serial/catm.001.xml", (ask) => statusFile(ask, parts));
  app.get(
    "/api/incidents",
    giving(async (ask) => ({ incidents: await allIncidents(store, lookingOf(ask, parts)) })),
  );
  app.get(
    "/api/incidents/:id",
    giving(
      async (ask) =>
        (await incidentView(store, ask.req.param("id") ?? "", lookingOf(ask, parts))) ?? refuse("not_found"),
    ),
  );
  app.get(
    "/api/audit",
    giving((ask) => auditView(store, ask.req.query("cursor"), lookingOf(ask, parts))),
  );
}
