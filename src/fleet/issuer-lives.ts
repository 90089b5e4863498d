/** The life of incidents that are an issuer's: seen in what is refused, and told to the terminals that say an issuer is not reached. */
import type { Incident } from "./incident.ts";
import { createIssuers, type IssuerState } from "./issuers.ts";
import type { PaymentsTold } from "./member.ts";
import { nameOfIssuers } from "./naming.ts";
import { confidenceOf } from "./odds.ts";
import type { Slot } from "./slot.ts";

interface IssuerLife {
  readonly id: string;
  readonly beganMs: number;
  peak: number;
  toldMs: number;
}

export interface IssuerNews {
  readonly incident: Incident;
  readonly isNews: boolean;
}

export interface IssuerLives {
  /** How many issuers there was no room for. */
  hear(told: PaymentsTold): number;
  judge(banks: ReadonlySet<Slot>, nowMs: number): readonly IssuerNews[];
  /** One that was under way when the mind before this one ended. */
  resume(issuer: string, life: { readonly id: string; readonly beganMs: number }): void;
}

/** Reports look back an hour and come once in an hour: it began about so long before it was seen. */
const seenAfterMs = 600_000;
const toldMs = 60_000;
/** Judged so often: what comes once in an hour changes little in ten seconds. */
const judgeMs = 30_000;

export function createIssuerLives({ tenant, newId }: { readonly tenant: string; newId(): string }): IssuerLives {
  const issuers = createIssuers();
  const lives = new Map<string, IssuerLife>();
  let judgedMs = Number.NEGATIVE_INFINITY;
  let standing: readonly IssuerNews[] = [];

  function newsOf(state: IssuerState, banks: ReadonlySet<Slot>, nowMs: number): IssuerNews {
    const { issuer, isOver, affected, total, failPct, peersFailPct } = state;
    const found = lives.get(issuer);
    const life = found ?? { id: newId(), beganMs: nowMs - seenAfterMs, peak: 0, toldMs: 0 };
    if (isOver) lives.delete(issuer);
    else lives.set(issuer, life);
    life.peak = Math.max(life.peak, affected);
    const isNews = isOver || nowMs - life.toldMs >= toldMs;
    if (isNews) life.toldMs = nowMs;
    const incident: Incident = {
      ...{ id: life.id, tenant, scope: { issuer }, fault: nameOfIssuers(banks), beganMs: life.beganMs },
      ...{ updatedMs: nowMs, affected, total, peak: life.peak, confidence: confidenceOf(state.odds) },
      ...{ failPct, peersFailPct, members: [...banks].map(({ member }) => member.id) },
      ...(isOver && { endedMs: nowMs }),
    };
    return { incident, isNews };
  }

  return {
    hear: (told) => issuers.hear(told),
    judge: (banks, nowMs) => {
      if (nowMs - judgedMs < judgeMs) {
        return standing.flatMap((each) => (each.incident.endedMs === undefined ? { ...each, isNews: false } : []));
      }
      judgedMs = nowMs;
      standing = issuers.judge(nowMs).map((state) => newsOf(state, banks, nowMs));
      return standing;
    },
    resume: (issuer, life) => {
      lives.set(issuer, { ...life, peak: 0, toldMs: 0 });
      issuers.resume(issuer);
    },
  };
}
