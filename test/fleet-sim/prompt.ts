/** What somebody types while the fleet runs, and what comes of it. */
import { namesOf, regions } from "../../hw-sim/fleet/shares.ts";
import { isTroubleKind, subjectsOf, type Trouble, troubleKinds } from "../../hw-sim/fleet/trouble.ts";
import { readTrouble, troubleText } from "../../hw-sim/fleet/trouble-text.ts";
import type { Fleet } from "./fleet.ts";
import type { Member } from "./member.ts";

export type Answer = { readonly kind: "said"; readonly text: string } | { readonly kind: "quit" };

const said = (text: string): Answer => ({ kind: "said", text });

function kinds(): string {
  return Object.entries(troubleKinds)
    .map(([kind, hows]) => `  ${kind} NAME down [${hows.join("|")}], ${kind} NAME up`)
    .join("\n");
}

const help = `list              who can be met by which trouble
troubles          those in force and to come
status            how the fleet is
show SERIAL       one terminal: its world, and what it makes of it
quit              end, with a goodbye of every terminal
${kinds()}
A carrier can fail in one region: carrier 46000/guangdong down`;

function list({ world }: Fleet): string {
  const { population } = world;
  const rows = Object.keys(troubleKinds).flatMap((kind) => {
    if (!isTroubleKind(kind)) return [];
    const names = subjectsOf(kind, population);
    const more = names.length > 12 ? ` … ${names.length} in all` : "";
    return [`${kind}: ${names.slice(0, 12).join(" ")}${more}`];
  });
  return [...rows, `regions: ${namesOf(regions).join(" ")}`].join("\n");
}

function troubles({ world, nowMs }: Fleet): string {
  const now = nowMs();
  const seconds = (ms: number) => `${Math.round((ms - now) / 1_000)} s`;
  const rows = world.troubles(now).map((each) => {
    const begin = each.fromMs > now ? `begins in ${seconds(each.fromMs)}` : `since ${seconds(-each.fromMs + 2 * now)}`;
    return `${troubleText(each)} ${begin}${Number.isFinite(each.untilMs) ? `, ends in ${seconds(each.untilMs)}` : ""}`;
  });
  return rows.join("\n") || "none";
}

function describe(member: Member): string {
  const { serial, shop, version, carrier, ways } = member.terminal;
  const view = member.view();
  const verdicts = view?.diagnosis.verdicts.map(({ fault, probability }) => `${fault} ${probability.toFixed(2)}`) ?? [];
  return [
    `${serial} of ${shop.id} in ${shop.town}, ${shop.acquirer}, version ${version}, ${ways.join(" then ")} ${carrier ?? ""}`,
    `world: ${JSON.stringify(member.state())}`,
    view ? `session: ${view.uplink.state}, ${view.waiting} records wait` : "off",
    `verdicts: ${verdicts.join(", ") || "none"}${view?.diagnosis.unknown === true ? " (candidates)" : ""}`,
    `cases: ${view?.cases.map(({ verdict }) => verdict.fault).join(", ") || "none"}`,
  ].join("\n");
}

function end(fleet: Fleet, kind: Trouble["kind"], subject: string): string {
  const [name = "", region] = subject.split("/");
  const ended = fleet.world.end({ kind, name, region }, fleet.nowMs());
  return ended === 0 ? `nothing is wrong with ${kind} ${subject}` : `${kind} ${subject} is up again`;
}

/** Lets loose what is written so. Throws an Error that says what is wrong with it. */
export function letLoose(fleet: Fleet, spec: string): string {
  const trouble = readTrouble(spec, fleet.world.population, fleet.nowMs());
  fleet.world.begin(trouble, fleet.nowMs());
  return troubleText(trouble);
}

function obey(fleet: Fleet, words: readonly string[]): string {
  const [verb = "", subject = "", change = "", how] = words;
  if (verb === "help") return help;
  if (verb === "list") return list(fleet);
  if (verb === "troubles") return troubles(fleet);
  if (verb === "show") {
    const member = fleet.members.find(({ terminal }) => terminal.serial === subject);
    return member ? describe(member) : `no terminal is called ${subject}`;
  }
  if (verb.includes(":")) return `${letLoose(fleet, verb)} is let loose`;
  if (!isTroubleKind(verb)) return `${JSON.stringify(verb)}: help tells what there is`;
  if (change === "up") return end(fleet, verb, subject);
  if (change !== "down") return `${verb} ${subject} up, or down [${troubleKinds[verb].join("|")}]`;
  return `${letLoose(fleet, `${verb}:${subject}${how === undefined ? "" : `=${how}`}`)} is let loose`;
}

/** Never throws for what was typed. */
export function answer(fleet: Fleet, line: string, status: () => string): Answer {
  const words = line.trim().split(/\s+/);
  if (words[0] === "" || words[0] === undefined) return said("");
  if (words[0] === "quit") return { kind: "quit" };
  if (words[0] === "status") return said(status());
  try {
    return said(obey(fleet, words));
  } catch (error) {
    if (error instanceof Error) return said(error.message);
    throw error;
  }
}
