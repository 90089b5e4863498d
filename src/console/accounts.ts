/** Accounts of people, in the store. Who belongs to a tenant manages, and sees, the accounts of that tenant only. */
import type { Clock } from "../base/clock.ts";
import type { Store } from "../store/store.ts";
import type { UserView } from "./api.ts";
import { namePattern } from "./fields.ts";
import { hashPassword, isPassword } from "./password.ts";
import type { Person } from "./person.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { isRole } from "./roles.ts";

/** What an account is to be; what is left out stays as it is. `password` null: comes by the proxy only. */
export interface AccountChange {
  readonly role?: Person["role"];
  readonly tenant?: string | null;
  readonly password?: string | null;
  readonly disabled?: boolean;
}

export interface Accounts {
  /** Whether there is none at all. */
  none(): Promise<boolean>;
  /** Undefined for who is not there, or must stay out. */
  find(name: string): Promise<Person | undefined>;
  /** Takes the same time whether the name is known or not. */
  check(name: string, password: string): Promise<Person | undefined>;
  list(by: Person): Promise<readonly UserView[]>;
  add(person: Person, password: string | null): Promise<Refusal | undefined>;
  /** The very first, while there is none. */
  addFirst(name: string, password: string): Promise<Person | Refusal>;
  change(name: string, change: AccountChange, by: Person): Promise<Refusal | undefined>;
}

interface Row {
  readonly name: string;
  readonly role: string;
  readonly tenant: string | null;
  readonly password: string | null;
  readonly disabled: number;
  readonly created_ms: number;
}

function personOf(row: Row | undefined): Person | undefined {
  if (row?.disabled !== 0 || !isRole(row.role)) return undefined;
  return { name: row.name, role: row.role, tenant: row.tenant };
}

function viewOf({ name, role, tenant, disabled, created_ms, password }: Row): UserView {
  const known = isRole(role) ? role : "see";
  return { name, role: known, tenant, disabled: disabled !== 0, createdMs: created_ms, password: password !== null };
}

/** May manage everybody's accounts. */
const isChief = ({ role, tenant, disabled }: Pick<Row, "role" | "tenant" | "disabled">) =>
  role === "command" && tenant === null && disabled === 0;

type Tables = Store["db"];

/** False: there is one of this name. */
async function insert(db: Tables, { name, role, tenant }: Person, secret: Secret): Promise<boolean> {
  const password = secret.password === null ? null : await hashPassword(secret.password);
  const made = await db
    .insertInto("users")
    .values({ name, role, tenant, password, created_ms: secret.nowMs })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .executeTakeFirst();
  return Number(made.numInsertedOrUpdatedRows ?? 0n) > 0;
}

interface Secret {
  readonly password: string | null;
  readonly nowMs: number;
}

async function isLastChief(db: Tables, row: Row, after: Pick<Row, "role" | "tenant" | "disabled">): Promise<boolean> {
  if (!isChief(row) || isChief(after)) return false;
  const others = await db.selectFrom("users").selectAll().where("name", "!=", row.name).execute();
  return !others.some(isChief);
}

async function change(db: Tables, row: Row, { password, ...wanted }: AccountChange): Promise<Refusal | undefined> {
  const { role = row.role, tenant = row.tenant, disabled = row.disabled !== 0 } = wanted;
  const after = { role, tenant, disabled: Number(disabled) };
  if (await isLastChief(db, row, after)) return refuse("last_admin");
  const kept = typeof password === "string" ? await hashPassword(password) : password;
  await db
    .updateTable("users")
    .set({ ...after, ...(kept === undefined ? {} : { password: kept }) })
    .where("name", "=", row.name)
    .execute();
  // Whoever has the old password, or had more rights, starts anew.
  await db.deleteFrom("sessions").where("user_name", "=", row.name).execute();
  return undefined;
}

export function createAccounts({ db }: Store, clock: Clock): Accounts {
  const all = () => db.selectFrom("users").selectAll();
  const one = (name: string) => all().where("name", "=", name).executeTakeFirst();
  const none = async () => (await db.selectFrom("users").select("name").limit(1).executeTakeFirst()) === undefined;
  const make = (person: Person, password: string | null) => insert(db, person, { password, nowMs: clock.wallMs() });
  return {
    none,
    find: async (name) => personOf(await one(name)),
    check: async (name, password) => {
      const row = namePattern.test(name) ? await one(name) : undefined;
      return (await isPassword(password, row?.password)) ? personOf(row) : undefined;
    },
    list: async ({ tenant }) => {
      const rows = tenant === null ? all() : all().where("tenant", "=", tenant);
      return (await rows.orderBy("name").limit(1_000).execute()).map(viewOf);
    },
    add: async (person, password) => ((await make(person, password)) ? undefined : refuse("name_taken")),
    addFirst: async (name, password) => {
      const person: Person = { name, role: "command", tenant: null };
      return (await none()) && (await make(person, password)) ? person : refuse("set_up");
    },
    change: async (name, wanted, by) => {
      const row = await one(name);
      if (!row || (by.tenant !== null && row.tenant !== by.tenant)) return refuse("not_found");
      return change(db, row, wanted);
    },
  };
}
