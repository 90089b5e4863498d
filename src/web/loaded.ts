/** What a view shows, asked for again at every beat. While it is asked again the old stays; so it does when the new cannot be had. */
import { useCallback, useEffect, useState } from "preact/hooks";
import { useApp } from "./app-context.ts";
import type { Failure } from "./ask.ts";

export interface Loaded<T> {
  /** Undefined: not there yet. */
  readonly data: T | undefined;
  /** Of the newest try. */
  readonly failure: Failure | undefined;
  again(): void;
}

interface Kept<T> {
  readonly path: string;
  readonly data?: T | undefined;
  readonly failure?: Failure;
}

/** `path` without the language; undefined asks for nothing. `beat`: ask again when it changes; the page's own by default. */
export function useLoaded<T>(path: string | undefined, beat?: number): Loaded<T> {
  const app = useApp();
  const [kept, setKept] = useState<Kept<T>>();
  const [round, setRound] = useState(0);
  const [order] = useState(() => ({ asked: 0, applied: 0 }));
  const asked = path && `${path}${path.includes("?") ? "&" : "?"}lang=${app.language}`;
  const when = beat ?? app.beat;
  useEffect(() => {
    if (!asked || !path) return;
    order.asked += 1;
    const own = order.asked;
    void app.asking.get<T>(asked).then((answer) => {
      // Answers may overtake each other. One that is merely not the newest still counts: where beats come fast it is all there is.
      if (own < order.applied) return;
      order.applied = own;
      const failed = (old: Kept<T> | undefined, failure: Failure) => ({
        path,
        data: old?.path === path ? old.data : undefined,
        failure,
      });
      setKept((old) => (answer.kind === "ok" ? { path, data: answer.value } : failed(old, answer.failure)));
    });
  }, [asked, when, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const own = kept?.path === path ? kept : undefined;
  return { data: own?.data, failure: own?.failure, again };
}
