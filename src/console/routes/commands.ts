/** Asking terminals, and what they answered. */
import type { Hono } from "hono";
import { fieldOf } from "../../store/stored-json.ts";
import type { CommandDetailView } from "../api.ts";
import type { Parts } from "../parts.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import { createThrottle } from "../throttle.ts";
import { commandView } from "../views/command.ts";
import { type Ask, answer, bodyOf, type Env, giving, languageOf } from "../web.ts";
import { namedTerminal } from "./looking.ts";

/** A person asks some things at once, then now and then. */
const rate = { burst: 20, perSecond: 1 / 3 };

async function view(ask: Ask, { store }: Parts, id = ask.req.param("id") ?? ""): Promise<CommandDetailView | Refusal> {
  const of = { person: ask.get("session"), language: languageOf(ask) };
  return (await commandView(store, id, of)) ?? refuse("not_found");
}

function createAsking(parts: Parts): (ask: Ask) => Promise<CommandDetailView | Refusal> {
  const throttle = createThrottle(rate);
  return async (ask) => {
    const person = ask.get("session");
    const terminal = await namedTerminal(ask, parts);
    if (isRefusal(terminal)) return terminal;
    const fields = await bodyOf(ask);
    if (isRefusal(fields)) return fields;
    if (!throttle.take(person.name, parts.clock.monoMs())) return refuse("too_many");
    const id = await parts.desk.take(fields, { person, terminal });
    return isRefusal(id) ? id : view(ask, parts, id);
  };
}

/** The result as a file. */
async function download(ask: Ask, parts: Parts): Promise<Response> {
  const found = await view(ask, parts);
  if (isRefusal(found)) return answer(ask, found);
  const result = fieldOf(found, "result");
  if (result === undefined) return answer(ask, refuse("not_found"));
  const { id, serial, verb } = found;
  await parts.trail.note({ who: ask.get("session").name, what: "bundle", detail: { id, serial } });
  return ask.body(`${JSON.stringify(result, null, 2)}\n`, 200, {
    "content-type": "application/json; charset=utf-8",
    "content-disposition": `attachment; filename="${serial}-${verb ?? "result"}-${id.slice(0, 8)}.json"`,
    "cache-control": "no-store",
  });
}

export function addCommands(app: Hono<Env>, parts: Parts): void {
  app.post("/api/terminals/:tenant/:serial/commands", parts.guard.atLeast("ask"), giving(createAsking(parts)));
  app.get(
    "/api/commands/:id",
    giving((ask) => view(ask, parts)),
  );
  app.get("/api/commands/:id/bundle", (ask) => download(ask, parts));
}
