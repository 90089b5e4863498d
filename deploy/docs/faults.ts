/** docs/faults.md, from the catalogue: a page a fault, and the way to it from what a merchant says. */
import { families } from "../../src/faults/families.ts";
import { catalogue } from "../../src/faults/index.ts";
import { type Symptom, symptoms } from "../../src/faults/symptoms.ts";
import { signOf, textOf } from "../../src/faults/text.ts";
import { conditionOf } from "../../src/faults/texts/conditions.ts";
import type { Likeness } from "../../src/handbook/likeness.ts";
import { createHandbook, type Effect, effectsOf, type FaultPage, familyOf } from "../../src/handbook/page.ts";
import { handbookWords } from "../../src/handbook/words.ts";
import { languages } from "../../src/model/text.ts";
import { code, table } from "./markdown.ts";
import { preventionSection, proceduresSection, remediesOfFault, remediesSection } from "./remedies.ts";

const head = `# Faults

<!-- Written by deploy/docs.ts: the text from deploy/docs/faults.ts, everything else from src/faults. Change the tables, not this file. -->

Every fault that posdiag can name. \`posdiag faults\` prints the same on a terminal, \`posdiag faults sim.absent\` one of them, in either
language. The link to a fault is its id without the point (\`#simabsent\`); ids stay for ever.

Start from what the merchant says or the screen shows, or go to a family below. A prompt never means one fault alone: the column on the
right says what to ask. What each remedy can cost and when it may be given, the guides' procedures, and what prevents trouble stand
[at the end](#act-power_cycle). “Always”, “usually”, “often”, “sometimes”, “rarely” are 99, 85, 60, 30 and 7 of 100 cases of the fault.
Guides: S0 why a POS shows failure, S1 cards cannot be read, S2 transaction ended, S3 connection failed, S4 account abnormal.
`;

const words = handbookWords.en;

/** As GitHub makes them: points go, underscores stay. */
const anchor = (id: string): string => `#${id.replaceAll(".", "")}`;
const link = (id: string): string => `[${code(id)}](${anchor(id)})`;
const familyAnchor = (family: string): string => `#family-${family}`;

function meaningLink(meaning: string): string {
  const family = meaning.endsWith(".") ? meaning.slice(0, -1) : undefined;
  return family === undefined ? link(meaning) : `[${families[family]?.en ?? family}](${familyAnchor(family)})`;
}

function symptomRow({ chinese, english, means, ask, guides }: Symptom): readonly string[] {
  return [chinese.join(" / "), english, means.map(meaningLink).join(", "), ask, guides];
}

function effect({ kind, id, likelihood }: Effect): string {
  const said = kind === "sign" ? signOf(id, true, "en") : `[${conditionOf(id, "en")}](#state-${id})`;
  return `- ${words.likelihood[likelihood]} ${said} (${kind === "sign" ? signOf(id, true, "zh-CN") : conditionOf(id, "zh-CN")})`;
}

/** One line a word of likelihood: the signs that come of the states above. */
function follows(effects: readonly Effect[]): readonly string[] {
  if (effects.length === 0) return [];
  const said = [...new Set(effects.map(({ likelihood }) => likelihood))].map((word) => {
    const signs = effects.filter(({ likelihood }) => likelihood === word).map(({ id }) => signOf(id, true, "en"));
    return `${words.likelihood[word]} ${signs.join(", ")}`;
  });
  return ["", `And so: ${said.join("; ")}.`];
}

function like({ fault, forThis, forOther }: Likeness): readonly string[] {
  const sign = (id: string | undefined): string => (id === undefined ? "–" : signOf(id, true, "en"));
  return [`${link(fault)} ${textOf(fault, "en").name}`, sign(forThis), sign(forOther)];
}

function likeTable(page: FaultPage): readonly string[] {
  if (page.like.length === 0) return [];
  return ["", table(["looks like", "speaks for this one", "speaks for that one"], page.like.map(like)).trimEnd()];
}

function adviceTable(fault: string): string {
  const [en, zh] = [textOf(fault, "en"), textOf(fault, "zh-CN")];
  const rows = [
    ["**says**", en.say, zh.say],
    ...en.do.map((line, at) => ["**do**", line, zh.do[at] ?? ""]),
    ...en.doNot.map((line, at) => ["**do not**", line, zh.doNot[at] ?? ""]),
  ];
  return table(["", en.name, zh.name], rows).trimEnd();
}

function faultSection(page: FaultPage): string {
  const { severity, party, knownBy, needs, rate, rank, source } = page.definition;
  const [first, ...others] = party.map((each) => words.party[each]);
  const acts = others.length === 0 ? `${first}` : `${first}, then ${others.join(", ")}`;
  const needed = needs === undefined ? words.anyTerminal : needs.map((need) => words.capability[need]).join(" and ");
  return [
    `### ${page.id}`,
    "",
    adviceTable(page.id),
    "",
    `**${words.severity[severity]}** · acts: **${acts}** · known: ${words.knownBy[knownBy]} · on ${needed} · ${words.rate[rate]}`,
    ...(rank === undefined ? [] : ["", `Rank: ${words.rank[rank]}.`]),
    ...remediesOfFault(page.id),
    "",
    ...page.effects.map(effect),
    ...follows(page.follows),
    ...likeTable(page),
    "",
    `Source: ${source}.`,
    "",
  ].join("\n");
}

function familySection(family: string, pages: readonly FaultPage[]): string {
  const title = families[family];
  const head = `## <a id="family-${family}"></a>${family}: ${title?.en ?? ""} (${title?.["zh-CN"] ?? ""})`;
  const rows = pages.map(({ id }) => [
    link(id),
    ...languages.toReversed().map((language) => textOf(id, language).name),
  ]);
  return [head, "", table(["fault", "", ""], rows), ...pages.map(faultSection)].join("\n");
}

function conditionSection(): string {
  const sections = Object.entries(catalogue.conditions).map(([id, { causes }]) =>
    [
      `### <a id="state-${id}"></a>${conditionOf(id, "en")} (${conditionOf(id, "zh-CN")})`,
      "",
      ...effectsOf(catalogue, causes).map(effect),
      "",
    ].join("\n"),
  );
  return `## States between a fault and its signs\n\nSeveral faults bring these about, and each shows in many ways.\n\n${sections.join("\n")}`;
}

export function faultsDocument(): string {
  const { pages } = createHandbook(catalogue);
  const membersOf = (family: string): readonly FaultPage[] => pages.filter(({ id }) => familyOf(id) === family);
  const known = Object.keys(families).filter((family) => membersOf(family).length > 0);
  const index = known.map((family) => [
    `[${families[family]?.en}](${familyAnchor(family)})`,
    families[family]?.["zh-CN"],
    membersOf(family)
      .map(({ id }) => `[${id.slice(family.length + 1)}](${anchor(id)})`)
      .join(" · "),
  ]);
  return [
    head,
    "## From what the merchant says\n",
    table(["prompt or words", "that is", "can mean", "ask", "guide"], symptoms.map(symptomRow)),
    "## Families\n",
    table(["family", "", "faults"], index),
    ...known.map((family) => familySection(family, membersOf(family))),
    conditionSection(),
    remediesSection(link),
    proceduresSection(link),
    preventionSection(link),
  ].join("\n");
}
