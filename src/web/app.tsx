/** The page: finds out who is there and in which language, follows the address and the news, and shows the view. */
import { render } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { MeView } from "../console/api.ts";
import { type App, AppProvider } from "./app-context.ts";
import { askedLanguages, elements, every, hash, keep, kept, listen, now } from "./browser.ts";
import { followLive, type LiveState } from "./live.ts";
import { Failed } from "./parts/notice.tsx";
import { Skeleton } from "./parts/skeleton.tsx";
import { type Route, readRoute } from "./route.ts";
import { type Session, useSession } from "./session.ts";
import { Shell } from "./shell.tsx";
import { SignIn } from "./views/sign-in.tsx";
import { firstLanguage, type Language, wordsOf } from "./words/language.ts";

const languageKey = "posdiag.language";

function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(hash()));
  useEffect(() => {
    const look = () => setRoute(readRoute(hash()));
    // It may have changed before anybody listened.
    look();
    return listen("hashchange", look);
  }, []);
  return route;
}

function useNow(): number {
  const [nowMs, setNow] = useState(now);
  useEffect(() => every(10_000, () => setNow(now())), []);
  return nowMs;
}

interface News {
  readonly state: LiveState;
  readonly beat: number;
}

/** One stream for the view that is open: a terminal's own, else the fleet's. */
function useNews({ view, names }: Route, { heardAssets, look }: Session): News {
  const [state, setState] = useState<LiveState>({ kind: "connecting", sinceMs: now() });
  const [beat, setBeat] = useState(0);
  const topic = view === "terminal" ? `terminal=${names.map(encodeURIComponent).join("/")}` : "fleet";
  useEffect(() => {
    const tell = (next: LiveState) => {
      setState(next);
      // A stream may have been refused because the session is over.
      if (next.kind === "lost") look();
    };
    const count = () => setBeat((before) => before + 1);
    return followLive(`/api/live?${topic}`, { state: tell, beat: count, assets: heardAssets });
  }, [topic, heardAssets, look]);
  return { state, beat };
}

interface InsideProps {
  readonly session: Session;
  readonly me: MeView;
  readonly language: Language;
  setLanguage(language: Language): void;
}

function Inside({ session, me, language, setLanguage }: InsideProps) {
  const route = useRoute();
  const nowMs = useNow();
  const news = useNews(route, session);
  const [announced, announce] = useState("");
  const { asking } = session;
  const { beat, state } = news;
  const before = useRef(state.kind);
  useEffect(() => {
    if (before.current === "lost" && state.kind === "live") announce(wordsOf(language).live.healed);
    before.current = state.kind;
  }, [state.kind, language]);
  const app: App = useMemo(() => {
    return { say: wordsOf(language), language, asking, route, me, beat, nowMs, announce };
  }, [language, asking, route, me, beat, nowMs]);
  return (
    <AppProvider value={app}>
      <Shell session={session} live={state} announced={announced} setLanguage={setLanguage} />
    </AppProvider>
  );
}

function Page() {
  const [language, setOwn] = useState(() => firstLanguage(kept(languageKey), askedLanguages()));
  const setLanguage = useCallback((chosen: Language) => {
    keep(languageKey, chosen);
    setOwn(chosen);
  }, []);
  const session = useSession(language);
  const { who, look } = session;
  const say = wordsOf(language);
  if (who.kind === "loading") return <Skeleton say={say} />;
  if (who.kind === "failed") {
    return (
      <main class="alone">
        <Failed failure={who.failure} again={look} say={say} />
      </main>
    );
  }
  if (who.kind === "nobody") {
    return <SignIn session={session} who={who} language={language} setLanguage={setLanguage} />;
  }
  return <Inside session={session} me={who.me} language={language} setLanguage={setLanguage} />;
}

for (const root of elements("#root")) render(<Page />, root);
