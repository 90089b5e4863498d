/** Coming and going: the first account, sign-in, sign-out, who one is. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { languages } from "../../model/text.ts";
import type { MeView } from "../api.ts";
import { namePattern, textIn } from "../fields.ts";
import { createGate } from "../gate.ts";
import { cookieName, isFromOwnPage } from "../guard.ts";
import type { Parts } from "../parts.ts";
import { isGoodPassword, passwordLength } from "../password.ts";
import type { Person, Session } from "../person.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import { usualTerms } from "../sessions.ts";
import { createThrottle } from "../throttle.ts";
import { type Ask, bodyOf, type Env, giving, languageOf } from "../web.ts";

/** Guesses: of one name from one place, of one name from anywhere, from one place at any name. */
const rates = {
  pair: { burst: 5, perSecond: 1 / 30 },
  name: { burst: 30, perSecond: 1 / 10 },
  address: { burst: 30, perSecond: 1 / 5 },
};

function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

export function meView(ask: Ask, session: Session, { desk }: Parts): MeView {
  const { name, role, tenant, csrf, by } = session;
  return { name, role, tenant, csrf, languages, by, commands: desk.view(session, languageOf(ask)) };
}

/** A new session, and never the one that the browser came with: somebody else may have planted it. */
async function begin(ask: Ask, person: Person, parts: Parts & { readonly by: Session["by"] }): Promise<MeView> {
  const { sessions, secure, by } = parts;
  const old = getCookie(ask, cookieName);
  const known = old === undefined ? undefined : await sessions.find(old);
  if (known) await sessions.end(known.tokenHash);
  const { token, session } = await sessions.begin(person, by);
  const maxAge = usualTerms.longestMs / 1_000;
  setCookie(ask, cookieName, token, { httpOnly: true, sameSite: "Strict", secure, path: "/", maxAge });
  return meView(ask, session, parts);
}

interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Of the setup. */
  readonly token: string;
}

/** The body of a request that nobody has signed in for yet. */
async function credentialsOf(ask: Ask): Promise<Credentials | Refusal> {
  const fields = isFromOwnPage(ask) ? await bodyOf(ask) : refuse("csrf");
  if (isRefusal(fields)) return fields;
  const name = textIn(fields, "name", { max: 64 });
  const password = textIn(fields, "password", { max: passwordLength.max });
  if (isRefusal(name)) return name;
  return isRefusal(password) ? password : { name, password, token: String(fields["token"]) };
}

function createLogin(parts: Parts): (ask: Ask) => Promise<MeView | Refusal> {
  const { accounts, trail, clock } = parts;
  const [pair, byName, byAddress] = [rates.pair, rates.name, rates.address].map(createThrottle);
  const gate = createGate(2, 20);
  const mayTry = (name: string, address: string): boolean => {
    const nowMs = clock.monoMs();
    const taken = [byAddress?.take(address, nowMs), byName?.take(name, nowMs), pair?.take(`${address} ${name}`, nowMs)];
    return taken.every((each) => each === true);
  };
  return async (ask) => {
    const said = await credentialsOf(ask);
    if (isRefusal(said)) return said;
    const address = ask.get("address");
    if (!mayTry(said.name, address)) return refuse("too_many");
    const checked = await gate.pass(async () => ({ person: await accounts.check(said.name, said.password) }));
    if (!checked) return refuse("too_many");
    const { person } = checked;
    const who = namePattern.test(said.name) ? said.name : "?";
    await trail.note({ who, what: person ? "login" : "login_failed", detail: { address } });
    return person ? begin(ask, person, { ...parts, by: "password" }) : refuse("wrong_login");
  };
}

async function firstAccount({ name, password, token }: Credentials, parts: Parts): Promise<Person | Refusal> {
  const { accounts, setupToken } = parts;
  if (setupToken === undefined || !(await accounts.none())) return refuse("set_up");
  if (!isSame(token, setupToken)) return refuse("wrong_login");
  if (!namePattern.test(name)) return refuse("bad_request", "name");
  return isGoodPassword(password) ? accounts.addFirst(name, password) : refuse("bad_password");
}

function createSetup(parts: Parts): (ask: Ask) => Promise<MeView | Refusal> {
  const throttle = createThrottle(rates.pair);
  return async (ask) => {
    const said = await credentialsOf(ask);
    if (isRefusal(said)) return said;
    if (!throttle.take(ask.get("address"), parts.clock.monoMs())) return refuse("too_many");
    const person = await firstAccount(said, parts);
    if (isRefusal(person)) return person;
    await parts.trail.note({ who: person.name, what: "setup" });
    return begin(ask, person, { ...parts, by: "password" });
  };
}

function createPasswordChange({ accounts, trail, clock }: Parts): (ask: Ask) => Promise<Refusal | undefined> {
  const throttle = createThrottle(rates.pair);
  return async (ask) => {
    const person = ask.get("session");
    const fields = await bodyOf(ask);
    if (isRefusal(fields)) return fields;
    const [old, fresh] = [textIn(fields, "old", { max: 200 }), textIn(fields, "password", { max: 200 })];
    if (isRefusal(old) || isRefusal(fresh)) return refuse("bad_request");
    if (!throttle.take(person.name, clock.monoMs())) return refuse("too_many");
    if (!isGoodPassword(fresh)) return refuse("bad_password");
    if (!(await accounts.check(person.name, old))) return refuse("wrong_login");
    await trail.note({ who: person.name, what: "password" });
    return accounts.change(person.name, { password: fresh }, { ...person, tenant: null });
  };
}

/** Before anybody has signed in. */
export function addOpenAccess(app: Hono<Env>, parts: Parts): void {
  app.get(
    "/api/start",
    giving(async () => ({ setup: await parts.accounts.none(), assets: parts.assets.version })),
  );
  app.post("/api/login", giving(createLogin(parts)));
  app.post("/api/setup", giving(createSetup(parts)));
}

export function addAccess(app: Hono<Env>, parts: Parts): void {
  app.get(
    "/api/me",
    giving((ask) => {
      const session = ask.get("session");
      return session.csrf === "" ? begin(ask, session, { ...parts, by: "proxy" }) : meView(ask, session, parts);
    }),
  );
  app.post(
    "/api/logout",
    giving(async (ask) => {
      const { tokenHash, name } = ask.get("session");
      await parts.sessions.end(tokenHash);
      await parts.trail.note({ who: name, what: "logout" });
      deleteCookie(ask, cookieName, { path: "/", secure: parts.secure });
    }),
  );
  app.post("/api/me/password", giving(createPasswordChange(parts)));
}
