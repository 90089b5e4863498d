/** Who looks at this moment, and what is told to them: that something changed, never what. The page then asks for what it shows. */
import type { LiveChange } from "./api.ts";
import type { Person } from "./person.ts";

/** Something changed of one terminal, or of a tenant. */
export interface News extends LiveChange {
  readonly tenant: string;
  /** Empty: it is not of one terminal. */
  readonly serial: string;
}

export interface Looker {
  readonly person: Pick<Person, "tenant">;
  /** The terminal that is looked at; undefined: the fleet. */
  readonly terminal: { readonly tenant: string; readonly serial: string } | undefined;
  /** Of the same session or person, so that one cannot take all places. */
  readonly who: string;
  tell(change: LiveChange): void;
}

export interface Live {
  readonly lookers: number;
  /** The way to leave; undefined: there is no room. */
  join(looker: Looker): (() => void) | undefined;
  tell(news: readonly News[]): void;
}

const mostLookers = 500;
const mostOfOne = 12;

function wants({ person, terminal }: Looker, { tenant, serial, what }: News): boolean {
  if (person.tenant !== null && person.tenant !== tenant) return false;
  if (terminal)
    return what === "incident" ? tenant === terminal.tenant : terminal.tenant === tenant && terminal.serial === serial;
  return what !== "command";
}

/** Of many terminals at once the fleet hears once. */
function changesFor(looker: Looker, news: readonly News[]): readonly LiveChange[] {
  const found = new Map<string, LiveChange>();
  for (const each of news) {
    if (!wants(looker, each)) continue;
    const what = looker.terminal || each.what === "incident" ? each.what : "fleet";
    found.set(`${what} ${each.id ?? ""}`, { what, atMs: each.atMs, ...(each.id === undefined ? {} : { id: each.id }) });
  }
  return [...found.values()];
}

export function createLive(): Live {
  const lookers = new Set<Looker>();
  const countOf = (who: string) => [...lookers].filter((looker) => looker.who === who).length;
  return {
    get lookers() {
      return lookers.size;
    },
    join: (looker) => {
      if (lookers.size >= mostLookers || countOf(looker.who) >= mostOfOne) return undefined;
      lookers.add(looker);
      return () => void lookers.delete(looker);
    },
    tell: (news) => {
      if (news.length === 0) return;
      for (const looker of [...lookers]) for (const change of changesFor(looker, news)) looker.tell(change);
    },
  };
}
