/** What stands around every view: the way between them, the search, how live the page is, and who is there. */
import { useEffect, useRef } from "preact/hooks";
import { useApp } from "./app-context.ts";
import { reload, titled } from "./browser.ts";
import { clockTime } from "./format.ts";
import { useKeys } from "./keys.ts";
import type { LiveState } from "./live.ts";
import { LanguageSwitch } from "./parts/language-switch.tsx";
import { Empty } from "./parts/notice.tsx";
import { Search } from "./parts/search.tsx";
import type { Route } from "./route.ts";
import type { Session } from "./session.ts";
import { Account } from "./views/account.tsx";
import { AuditView } from "./views/audit.tsx";
import { Fleet } from "./views/fleet.tsx";
import { Help } from "./views/help.tsx";
import { Incident } from "./views/incident.tsx";
import { Incidents } from "./views/incidents.tsx";
import { Terminal } from "./views/terminal.tsx";
import { Terminals } from "./views/terminals.tsx";
import { UsersPage } from "./views/users.tsx";
import type { Language, Words } from "./words/language.ts";

interface ShellProps {
  readonly session: Session;
  readonly live: LiveState;
  readonly announced: string;
  setLanguage(language: Language): void;
}

function Content() {
  const { route, say } = useApp();
  switch (route.view) {
    case "fleet":
      return <Fleet />;
    case "terminals":
      return <Terminals />;
    case "terminal":
      return <Terminal key={route.names.join("/")} />;
    case "incidents":
      return <Incidents />;
    case "incident":
      return <Incident />;
    case "audit":
      return <AuditView />;
    case "users":
      return <UsersPage />;
    case "account":
      return <Account />;
    case "help":
      return <Help />;
    case "unknown":
      return (
        <>
          <h1 class="unseen">{say.failed.missing}</h1>
          <Empty title={say.failed.missing} hint={say.failed.missingHint} />
        </>
      );
  }
}

function titleOf({ view, names }: Route, say: Words): string {
  switch (view) {
    case "terminal":
      return say.terminal.title(names[1] ?? "");
    case "incident":
      return say.incidents.title;
    case "account":
    case "help":
      return say[view].title;
    case "unknown":
      return say.failed.missing;
    default:
      return say.nav[view];
  }
}

function Menu() {
  const { route, say, me } = useApp();
  const links = [
    { view: "fleet", to: "#/" },
    { view: "terminals", to: "#/terminals" },
    { view: "incidents", to: "#/incidents" },
    { view: "audit", to: "#/audit" },
    ...(me.role === "command" ? [{ view: "users", to: "#/users" } as const] : []),
  ] as const;
  const here = route.view === "terminal" ? "terminals" : route.view === "incident" ? "incidents" : route.view;
  return (
    <nav class="menu" aria-label={say.menu}>
      {links.map(({ view, to }) => (
        <a key={view} href={to} aria-current={view === here ? "page" : undefined}>
          {say.nav[view]}
        </a>
      ))}
    </nav>
  );
}

function Live({ live }: { readonly live: LiveState }) {
  const { say, nowMs } = useApp();
  const isLost = live.kind === "lost";
  const text = isLost
    ? say.live.lost(clockTime(live.sinceMs, nowMs, say))
    : say.live[live.kind === "live" ? "live" : "connecting"];
  return (
    <span class={`live ${live.kind}`} role="status" title={isLost ? say.live.lostHint : undefined}>
      <span class="dot" aria-hidden="true" />
      {text}
    </span>
  );
}

function Person({ session }: { readonly session: Session }) {
  const { say, me, asking } = useApp();
  const leave = async () => {
    await asking.send("POST", "/api/logout", {});
    reload();
  };
  return (
    <span class="person">
      <a class="quiet" href="#/account" title={say.signedInAs(me.name)}>
        {me.name} <small>{say.roles[me.role]}</small>
      </a>
      {me.by === "password" && (
        <button type="button" class="quiet" onClick={() => void leave()} disabled={session.who.kind !== "somebody"}>
          {say.signOut}
        </button>
      )}
    </span>
  );
}

function Stale() {
  const { say } = useApp();
  return (
    <div class="strip" role="alert">
      {say.live.stale}{" "}
      <button type="button" onClick={reload}>
        {say.live.reload}
      </button>
    </div>
  );
}

export function Shell({ session, live, announced, setLanguage }: ShellProps) {
  const { say, language, route } = useApp();
  const main = useRef<HTMLElement>(null);
  const place = `${route.view}/${route.names.join("/")}`;
  const first = useRef(place);
  useKeys();
  useEffect(() => titled(`${titleOf(route, say)} · ${say.product}`, language), [route, say, language]);
  useEffect(() => {
    // After the way to another view, who reads or types goes on there.
    if (first.current !== place) main.current?.focus();
    first.current = place;
  }, [place]);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {say.skip}
      </button>
      <header class="top">
        <a class="brand" href="#/">
          posdiag
        </a>
        <Menu />
        <Search />
        <Live live={live} />
        <LanguageSwitch language={language} setLanguage={setLanguage} />
        <a class="quiet keys" href="#/help" aria-label={say.keys} title={say.keys}>
          ?
        </a>
        <Person session={session} />
      </header>
      {session.stale && <Stale />}
      <main id="main" ref={main} tabIndex={-1}>
        <Content />
      </main>
      <div class="unseen" aria-live="polite">
        {announced}
      </div>
    </>
  );
}
