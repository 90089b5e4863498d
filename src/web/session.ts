/** Who is there: nobody yet, somebody, or nobody any more. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { MeView, StartView } from "../console/api.ts";
import { type Asking, createAsking, type Failure } from "./ask.ts";
import type { Language } from "./words/language.ts";

export type Who =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly failure: Failure }
  /** `ended`: somebody was there until now. `setup`: there is no account yet. */
  | { readonly kind: "nobody"; readonly ended: boolean; readonly setup: boolean }
  | { readonly kind: "somebody"; readonly me: MeView };

export interface Session {
  readonly who: Who;
  readonly asking: Asking;
  /** The server has other files than this page was made of. */
  readonly stale: boolean;
  heardAssets(version: string): void;
  /** Asks the server who is there. */
  look(): void;
}

/** The page's own version is the first that it hears: nothing of it is loaded later. */
function useAssets(): readonly [boolean, (version: string) => void] {
  const own = useRef<string>();
  const [stale, setStale] = useState(false);
  const heard = useCallback((version: string) => {
    own.current ??= version;
    if (version !== own.current) setStale(true);
  }, []);
  return [stale, heard];
}

async function findWho(asking: Asking, language: Language): Promise<Who> {
  const start = await asking.get<StartView>("/api/start");
  if (start.kind === "failed") return start;
  if (start.value.setup) return { kind: "nobody", ended: false, setup: true };
  const me = await asking.get<MeView>(`/api/me?lang=${language}`);
  if (me.kind === "ok") return { kind: "somebody", me: me.value };
  return me.failure.kind === "ended" ? { kind: "nobody", ended: false, setup: false } : me;
}

export function useSession(language: Language): Session {
  const [who, setWho] = useState<Who>({ kind: "loading" });
  const [round, setRound] = useState(0);
  const [stale, heardAssets] = useAssets();
  const csrf = useRef("");
  const asking = useMemo(() => {
    const ended = () =>
      setWho((old) => (old.kind === "somebody" ? { kind: "nobody", ended: true, setup: false } : old));
    const renew = async (own: Asking) => {
      const me = await own.get<MeView>("/api/me");
      if (me.kind === "ok") csrf.current = me.value.csrf;
    };
    return createAsking({ assets: heardAssets, ended, csrf: () => csrf.current, renew });
  }, [heardAssets]);
  useEffect(() => {
    void findWho(asking, language).then((found) => {
      if (found.kind === "somebody") csrf.current = found.me.csrf;
      setWho((old) => {
        // What is known of somebody is worth more than an error.
        if (found.kind === "failed" && old.kind === "somebody") return old;
        const hasEnded = found.kind === "nobody" && old.kind === "nobody" && old.ended;
        return hasEnded ? old : found;
      });
    });
  }, [asking, language, round]);
  const look = useCallback(() => setRound((before) => before + 1), []);
  return { who, asking, stale, heardAssets, look };
}
