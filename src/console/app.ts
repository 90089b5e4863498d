/** All routes, and what stands before them. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { systemCode } from "../base/errors.ts";
import { isPassing } from "../store/database-fault.ts";
import type { Parts } from "./parts.ts";
import { refuse } from "./refusal.ts";
import { addAccess, addOpenAccess } from "./routes/access.ts";
import { addCommands } from "./routes/commands.ts";
import { addFleet } from "./routes/fleet.ts";
import { addLive } from "./routes/live.ts";
import { addOpen, addPage } from "./routes/open.ts";
import { addUsers } from "./routes/users.ts";
import { answer, type Env } from "./web.ts";

/** The longest that the page ever sends: a list of keys. */
const mostBody = 32_768;

export function createApp(parts: Parts): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  app.onError((error, ask) => {
    const isAway = isPassing(error);
    parts.log("error", isAway ? "console.store" : "console.failed", {
      ...{ path: ask.req.routePath, code: systemCode(error) ?? error.name },
      ...(isAway ? {} : { stack: error.stack?.slice(0, 1_000) }),
    });
    return answer(ask, refuse(isAway ? "unavailable" : "internal"));
  });
  app.use("*", parts.guard.before);
  app.use("/api/*", bodyLimit({ maxSize: mostBody, onError: (ask) => answer(ask, refuse("too_large")) }));
  addOpen(app, parts);
  addOpenAccess(app, parts);
  app.use("/api/*", parts.guard.person);
  addAccess(app, parts);
  addFleet(app, parts);
  addCommands(app, parts);
  addUsers(app, parts);
  addLive(app, parts);
  addPage(app, parts);
  return app;
}
