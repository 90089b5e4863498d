/** The parts of docs/faults.md about remedies, procedures and prevention. */
import { measures } from "../../src/faults/prevention.ts";
import type { Procedure } from "../../src/faults/procedures/procedure.ts";
import { leftOut, procedures, proceduresOf } from "../../src/faults/procedures.ts";
import { type Remedy, riskWords } from "../../src/faults/remedies/remedy.ts";
import type { BothLanguages } from "../../src/faults/remedies/words.ts";
import { guardsOf, remedies, remediesOf } from "../../src/faults/remedies.ts";
import { handbookWords } from "../../src/handbook/words.ts";
import { code, codes, table } from "./markdown.ts";

/** How the document links to a fault. */
export type Link = (fault: string) => string;

const actAnchor = (act: string): string => act.replace("act.", "act-");
const actLink = (act: string): string => `[${code(act)}](#${actAnchor(act)})`;
const procedureLink = ({ id, title }: Procedure): string => `[${title.en}](#procedure-${id})`;
const inBoth = (words: BothLanguages): string => `${words.en} (${words["zh-CN"]})`;

function guardCell(remedy: Remedy): string {
  const [en, zh] = [guardsOf(remedy, "en"), guardsOf(remedy, "zh-CN")];
  return en.map((guard, at) => `${guard} (${zh[at] ?? ""})`).join("; ");
}

function remedyOfFault([act, remedy]: readonly [string, Remedy]): string {
  const held = guardsOf(remedy, "en");
  if (remedy.risk === 0 && held.length === 0) return actLink(act);
  return `${actLink(act)} (${[`risk ${remedy.risk}: ${riskWords[remedy.risk].en}`, ...held].join("; ")})`;
}

/** Under a fault: its remedies by act, with the risk and the guard of those that have any, and the procedures that it stands in. */
export function remediesOfFault(fault: string): readonly string[] {
  const acts = remediesOf(fault).map(remedyOfFault);
  const steps = proceduresOf(fault).map(procedureLink);
  return [
    ...(acts.length === 0 ? [] : ["", `Remedies: ${acts.join(" · ")}.`]),
    ...(steps.length === 0 ? [] : ["", `Procedures: ${steps.join(" · ")}.`]),
  ];
}

export function remediesSection(link: Link): string {
  const rows = Object.entries(remedies).map(([act, remedy]) => {
    const { words, who, risk, guides, faults, notForMerchants } = remedy;
    return [
      `<a id="${actAnchor(act)}"></a>${code(act)}`,
      inBoth(words),
      who.map((party) => handbookWords.en.party[party]).join(", "),
      `${risk}: ${riskWords[risk].en}`,
      guardCell(remedy),
      notForMerchants ? `never to merchants: ${inBoth(notForMerchants)}` : faults.map(link).join(" "),
      guides,
    ];
  });
  const intro = `Every remedy that the merchants' guides name: who does it, what it can cost, what must hold before the agent's texts give it, and the
faults whose texts do. A test reads the texts in both languages against this table.`;
  return `## Remedies (处理办法)\n\n${intro}\n\n${table(["remedy", "", "who", "risk", "guard", "faults", "guide"], rows)}`;
}

function procedureSection({ id, title, guides, steps, faults, corrected }: Procedure, link: Link): string {
  const put = corrected ? ["", `Put right: ${inBoth(corrected.because)}`] : [];
  return [
    `### <a id="procedure-${id}"></a>${inBoth(title)}`,
    "",
    ...steps.map((step, at) => `${at + 1}. ${step.en}<br>${step["zh-CN"]}`),
    ...put,
    "",
    `Guide ${guides}. Stands with ${faults.map(link).join(", ")}.`,
    "",
  ].join("\n");
}

export function proceduresSection(link: Link): string {
  const sections = procedures.map((procedure) => procedureSection(procedure, link));
  const intro =
    "What the guides do step by step, put right where following them would charge somebody twice or lock a card.";
  return [
    "## Procedures (操作流程)",
    "",
    intro,
    "",
    ...sections,
    `Left out: ${leftOut.map(inBoth).join(" ")}`,
    "",
  ].join("\n");
}

export function preventionSection(link: Link): string {
  const rows = measures.map(({ words, agent, signals, faults, documents, guides }) => [
    `${words.en}<br>${words["zh-CN"]}`,
    `${agent.en}<br>${agent["zh-CN"]}`,
    [codes(signals), faults.map(link).join(" "), documents.map((name) => `[${name}](${name})`).join(" ")]
      .filter(Boolean)
      .join("<br>"),
    guides,
  ]);
  const intro = "What the guides advise so that payments do not fail, and what the agent does for it today.";
  return `## Prevention (预防措施)\n\n${intro}\n\n${table(["measure", "what the agent does", "by", "guide"], rows)}`;
}
