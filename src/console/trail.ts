/** The audit trail: what people did here. A row is written before the deed has its effect, or with it; it is never changed. */
import type { Clock } from "../base/clock.ts";
import { findCardData } from "../card-data/find.ts";
import type { Store } from "../store/store.ts";

export interface Deed {
  readonly who: string;
  readonly what: string;
  readonly terminal?: number | undefined;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface Trail {
  note(deed: Deed): Promise<void>;
}

const longestDetail = 4_000;

/** What somebody typed may be anything. */
function kept(detail: Deed["detail"] = {}): string {
  const text = JSON.stringify(detail);
  const isFit = text.length <= longestDetail && findCardData(text) === undefined;
  return isFit ? text : JSON.stringify({ withheld: true });
}

export function createTrail({ db }: Store, clock: Clock): Trail {
  return {
    note: async ({ who, what, terminal, detail }) => {
      await db
        .insertInto("audit")
        .values({ at_ms: clock.wallMs(), who, what, terminal_id: terminal ?? null, detail: kept(detail) })
        .execute();
    },
  };
}
