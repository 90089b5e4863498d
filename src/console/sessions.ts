/** Sessions, in the store, so that they outlive a restart and hold for every console beside this one. A cookie's hash is kept, never itself. */
import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "../base/clock.ts";
import type { Store } from "../store/store.ts";
import type { Person, Session } from "./person.ts";
import { isRole } from "./roles.ts";

export interface SessionTerms {
  /** Ends when nothing is asked for so long, and in any case so long after it began. */
  readonly idleMs: number;
  readonly longestMs: number;
}

export const usualTerms: SessionTerms = { idleMs: 3_600_000, longestMs: 12 * 3_600_000 };

export interface Sessions {
  /** A new one, with its cookie. The oldest of this person give way when there are too many. */
  begin(person: Person, by: Session["by"]): Promise<{ readonly token: string; readonly session: Session }>;
  /** With the person's role and tenant as they are now. `touch`: somebody asked, so it is not idle. */
  find(token: string, touch?: boolean): Promise<Session | undefined>;
  end(tokenHash: string): Promise<void>;
}

const mostOfPerson = 20;
/** Being used is noted no oftener. */
const touchMs = 30_000;
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

const random = () => randomBytes(32).toString("base64url");

type Tables = Store["db"];

async function makeRoom(db: Tables, name: string): Promise<void> {
  const old = await db
    .selectFrom("sessions")
    .select("token_hash")
    .where("user_name", "=", name)
    .orderBy("created_ms", "desc")
    .offset(mostOfPerson - 1)
    .limit(1_000)
    .execute();
  const hashes = old.map(({ token_hash }) => token_hash);
  if (hashes.length > 0) await db.deleteFrom("sessions").where("token_hash", "in", hashes).execute();
}

function rowOf(db: Tables, hash: string) {
  return db
    .selectFrom("sessions")
    .innerJoin("users", "users.name", "sessions.user_name")
    .select(["name", "role", "tenant", "disabled", "csrf", "proxied", "seen_ms", "expires_ms"])
    .where("token_hash", "=", hash)
    .executeTakeFirst();
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

function sessionOf({ name, role, tenant, csrf, proxied, disabled }: Row, tokenHash: string): Session | undefined {
  if (disabled !== 0 || !isRole(role)) return undefined;
  return { name, role, tenant, csrf, by: proxied === 1 ? "proxy" : "password", tokenHash };
}

export function createSessions({ db }: Store, clock: Clock, terms: SessionTerms = usualTerms): Sessions {
  const { idleMs, longestMs } = terms;
  return {
    begin: async (person, by) => {
      await makeRoom(db, person.name);
      const [token, csrf, nowMs] = [random(), random(), clock.wallMs()];
      const tokenHash = hashOf(token);
      await db
        .insertInto("sessions")
        .values({
          ...{ token_hash: tokenHash, user_name: person.name, csrf, proxied: Number(by === "proxy") },
          ...{ created_ms: nowMs, seen_ms: nowMs, expires_ms: nowMs + longestMs },
        })
        .execute();
      return { token, session: { ...person, csrf, by, tokenHash } };
    },
    find: async (token, touch = false) => {
      if (!tokenPattern.test(token)) return undefined;
      const [tokenHash, nowMs] = [hashOf(token), clock.wallMs()];
      const row = await rowOf(db, tokenHash);
      if (!row || nowMs >= row.expires_ms || nowMs - row.seen_ms >= idleMs) return undefined;
      if (touch && nowMs - row.seen_ms >= touchMs) {
        await db.updateTable("sessions").set({ seen_ms: nowMs }).where("token_hash", "=", tokenHash).execute();
      }
      return sessionOf(row, tokenHash);
    },
    end: async (tokenHash) => {
      await db.deleteFrom("sessions").where("token_hash", "=", tokenHash).execute();
    },
  };
}
