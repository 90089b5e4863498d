/** Troubles as people write them: `carrier:46000/guangdong=service@60s+5m`. */
import type { Population } from "./population.ts";
import { namesOf, regions } from "./shares.ts";
import { isTroubleKind, subjectsOf, type Trouble, troubleKinds } from "./trouble.ts";

export const troubleSyntax = "KIND:NAME[/REGION][=HOW][@WHEN][+HOW_LONG]";

const pattern =
  /^(?<kind>[a-z]+):(?<name>[\w.-]+)(?:\/(?<region>\w+))?(?:=(?<how>\w+))?(?:@(?<when>[\d.]+[smh]?))?(?:\+(?<span>[\d.]+[smh]?))?$/;

const unitMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

function milliseconds(text: string): number {
  const number = Number(text.replace(/[smh]$/, ""));
  if (!Number.isFinite(number)) throw new Error(`${text} is no time: 90, 90s, 5m, 2h`);
  return Math.round(number * (unitMs[text.slice(-1)] ?? 1_000));
}

function few(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(", ")} …` : names.join(", ");
}

function howOf(kind: Trouble["kind"], how: string | undefined): string {
  const known: readonly string[] = troubleKinds[kind];
  const chosen = how ?? troubleKinds[kind][0];
  if (!known.includes(chosen)) throw new Error(`${kind} can be ${known.join(" or ")}, not ${chosen}`);
  return chosen;
}

/** Times are counted from `nowMs`; without them it begins at once and does not end. Throws an Error that says what is wrong. */
export function readTrouble(text: string, population: Population, nowMs: number): Trouble {
  const { kind, name = "", region, how, when, span } = pattern.exec(text)?.groups ?? {};
  if (kind === undefined) throw new Error(`${JSON.stringify(text)} is not ${troubleSyntax}`);
  if (!isTroubleKind(kind)) throw new Error(`no trouble is called ${kind}: ${Object.keys(troubleKinds).join(", ")}`);
  const subjects = subjectsOf(kind, population);
  if (!subjects.includes(name)) throw new Error(`no ${kind} is called ${name}: ${few(subjects)}`);
  if (region !== undefined && (kind !== "carrier" || !namesOf(regions).includes(region))) {
    throw new Error(`/${region}: only a carrier can fail in one region: ${few(namesOf(regions))}`);
  }
  const fromMs = nowMs + (when === undefined ? 0 : milliseconds(when));
  const untilMs = span === undefined ? Number.POSITIVE_INFINITY : fromMs + milliseconds(span);
  return { kind, name, region, how: howOf(kind, how), fromMs, untilMs };
}

/** Without its times. */
export function troubleText({ kind, name, region, how }: Omit<Trouble, "fromMs" | "untilMs">): string {
  return `${kind}:${name}${region === undefined ? "" : `/${region}`}=${how}`;
}
