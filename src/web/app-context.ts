/** What every part of the page may need: words, the server, who is there, and when to look again. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { MeView } from "../console/api.ts";
import type { Asking } from "./ask.ts";
import type { Route } from "./route.ts";
import type { Language, Words } from "./words/language.ts";

export interface App {
  readonly say: Words;
  readonly language: Language;
  readonly asking: Asking;
  readonly route: Route;
  readonly me: MeView;
  /** Counts up when what is shown may have changed. */
  readonly beat: number;
  /** The present, some seconds old at most. */
  readonly nowMs: number;
  /** Says something to who cannot see it, and to who can in passing. */
  announce(text: string): void;
}

const context = createContext<App | undefined>(undefined);
export const AppProvider = context.Provider;

export function useApp(): App {
  const app = useContext(context);
  if (!app) throw new Error("a view outside of the page");
  return app;
}
