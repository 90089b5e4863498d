/** The remedies and procedures of the merchants' guides that stand with one fault, for `posdiag faults ID`. */
import { proceduresOf } from "../faults/procedures.ts";
import { riskWords } from "../faults/remedies/remedy.ts";
import { guardsOf, remediesOf } from "../faults/remedies.ts";
import { builtInTexts, type TextBook } from "../faults/text.ts";
import type { Language } from "../model/text.ts";

/** A deployment that advises in its own words may advise other things: what it means by them is not known. */
function advisesAsBuiltIn(fault: string, texts: TextBook, language: Language): boolean {
  return texts.textOf(fault, language).do === builtInTexts.textOf(fault, language).do;
}

export function viewRemedies(fault: string, texts: TextBook, language: Language) {
  if (!advisesAsBuiltIn(fault, texts, language)) return [];
  return remediesOf(fault).map(([act, remedy]) => {
    const { words, who, risk } = remedy;
    return { act, says: words[language], who, risk, guards: guardsOf(remedy, language) };
  });
}

export function viewProcedures(fault: string, language: Language) {
  return proceduresOf(fault).map(({ id, title, steps, corrected }) => ({
    id,
    title: title[language],
    steps: steps.map((step) => step[language]),
    corrected: corrected?.because[language] ?? null,
  }));
}

/** A row a remedy: its id, what it is, what it can cost and when it may be given. */
export function remedyRows(fault: string, texts: TextBook, language: Language): readonly (readonly string[])[] {
  const stop = language === "en" ? "; " : "；";
  return viewRemedies(fault, texts, language).map(({ act, says, risk, guards }) => {
    return [act, says, [riskWords[risk][language], ...guards].join(stop)];
  });
}

/** The procedures under their titles, a line a step. */
export function procedureText(fault: string, language: Language): string {
  return viewProcedures(fault, language)
    .map(({ title, steps }) => [title, ...steps.map((step, at) => `  ${at + 1}. ${step}`), ""].join("\n"))
    .join("\n");
}
