/** Accounts, for those who manage them: of their own tenant, or of everybody when they have none. */
import type { Hono } from "hono";
import { isTopicName } from "../../uplink/topics.ts";
import type { AccountChange } from "../accounts.ts";
import { type Fields, namePattern } from "../fields.ts";
import type { Parts } from "../parts.ts";
import { isGoodPassword } from "../password.ts";
import type { Person } from "../person.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import { isRole } from "../roles.ts";
import { type Ask, bodyOf, type Env, giving } from "../web.ts";

/** Undefined: nothing is said; a refusal: what is said cannot be. */
function tenantIn({ tenant }: Fields, by: Person): string | null | undefined | Refusal {
  if (tenant === undefined) return undefined;
  if (tenant !== null && (typeof tenant !== "string" || !isTopicName(tenant))) return refuse("bad_request", "tenant");
  // Whoever sees one tenant only gives nobody more than that.
  return by.tenant === null || tenant === by.tenant ? tenant : refuse("role");
}

/** Undefined: nothing is said; null: none, so that the person comes by the proxy only. */
function passwordIn({ password }: Fields): string | null | undefined | Refusal {
  if (password === undefined || password === null) return password;
  return typeof password === "string" && isGoodPassword(password) ? password : refuse("bad_password");
}

function changeIn(fields: Fields, by: Person): AccountChange | Refusal {
  const { role, disabled } = fields;
  const [tenant, password] = [tenantIn(fields, by), passwordIn(fields)];
  if (isRefusal(tenant)) return tenant;
  if (isRefusal(password)) return password;
  if (role !== undefined && !isRole(role)) return refuse("bad_request", "role");
  if (disabled !== undefined && typeof disabled !== "boolean") return refuse("bad_request", "disabled");
  return {
    ...(role === undefined ? {} : { role }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(disabled === undefined ? {} : { disabled }),
    ...(password === undefined ? {} : { password }),
  };
}

async function add(ask: Ask, { accounts, trail }: Parts): Promise<Refusal | undefined> {
  const by = ask.get("session");
  const fields = await bodyOf(ask);
  if (isRefusal(fields)) return fields;
  const change = changeIn(fields, by);
  if (isRefusal(change)) return change;
  const { name } = fields;
  const { role, tenant = by.tenant, password = null } = change;
  if (typeof name !== "string" || !namePattern.test(name)) return refuse("bad_request", "name");
  if (!role) return refuse("bad_request", "role");
  const refused = await accounts.add({ name, role, tenant }, password);
  if (!refused) await trail.note({ who: by.name, what: "user_added", detail: { name, role, tenant } });
  return refused;
}

async function change(ask: Ask, { accounts, trail }: Parts): Promise<Refusal | undefined> {
  const by = ask.get("session");
  const name = ask.req.param("name") ?? "";
  const fields = await bodyOf(ask);
  if (isRefusal(fields)) return fields;
  const wanted = changeIn(fields, by);
  if (isRefusal(wanted)) return wanted;
  if (!namePattern.test(name)) return refuse("not_found");
  const refused = await accounts.change(name, wanted, by);
  const { password, ...shown } = wanted;
  const detail = { name, ...shown, ...(password === undefined ? {} : { password: "changed" }) };
  if (!refused) await trail.note({ who: by.name, what: "user_changed", detail });
  return refused;
}

export function addUsers(app: Hono<Env>, parts: Parts): void {
  app.use("/api/users/*", parts.guard.atLeast("command"));
  app.get(
    "/api/users",
    giving(async (ask) => ({ users: await parts.accounts.list(ask.get("session")) })),
  );
  app.post(
    "/api/users",
    giving((ask) => add(ask, parts)),
  );
  app.patch(
    "/api/users/:name",
    giving((ask) => change(ask, parts)),
  );
}
