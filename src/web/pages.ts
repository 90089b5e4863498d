/** A list that comes in pages: the first is kept up to date, more are asked for by hand and stay as they came. */
import { useState } from "preact/hooks";
import { useApp } from "./app-context.ts";
import type { Failure } from "./ask.ts";
import { type Loaded, useLoaded } from "./loaded.ts";

interface Page {
  readonly next?: string;
}

interface Extra<T> {
  /** Of which list. */
  readonly path: string;
  readonly pages: readonly T[];
  readonly failure?: Failure;
}

export interface Pages<T> {
  readonly first: Loaded<T>;
  /** The first and all that were asked for. */
  readonly all: readonly T[];
  readonly next: string | undefined;
  /** Of asking for more. */
  readonly failure: Failure | undefined;
  more(): void;
}

/** So many pages are looked through by nobody; who gets there filters. */
const mostPages = 40;

export function usePages<T extends Page>(path: string): Pages<T> {
  const { asking, language } = useApp();
  const first = useLoaded<T>(path);
  const [kept, setExtra] = useState<Extra<T>>({ path, pages: [] });
  const extra = kept.path === path ? kept : { path, pages: [] };
  const all = first.data ? [first.data, ...extra.pages] : [];
  const next = all.length < mostPages ? all.at(-1)?.next : undefined;
  const more = async () => {
    if (next === undefined) return;
    const search = new URLSearchParams({ cursor: next, lang: language });
    const answer = await asking.get<T>(`${path}${path.includes("?") ? "&" : "?"}${search}`);
    setExtra((old) => {
      const pages = old.path === path ? old.pages : [];
      return answer.kind === "ok"
        ? { path, pages: [...pages, answer.value] }
        : { path, pages, failure: answer.failure };
    });
  };
  return { first, all, next, failure: extra.failure, more: () => void more() };
}
