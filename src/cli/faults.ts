/** `posdiag faults`: the catalogue, looked up. */
import { nearest } from "../config/nearest.ts";
import { signOf, type TextBook } from "../faults/text.ts";
import { conditionOf } from "../faults/texts/conditions.ts";
import { createHandbook, type Effect, type FaultPage, type Handbook } from "../handbook/page.ts";
import { handbookWords } from "../handbook/words.ts";
import type { Language } from "../model/text.ts";
import { readArguments, readLanguage, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { viewProcedures, viewRemedies } from "./fault-remedies.ts";
import { faultList, faultText } from "./fault-text.ts";
import { readOwnKnowledge } from "./own-knowledge.ts";

const help = `Usage: posdiag faults [ID] [--lang zh-CN|en] [--catalogue FILE] [--json]

Lists every fault that posdiag can name, by family; with an ID, all that is known of one: what is said and advised, who acts, with
what risk and when not, what shows it and how surely, and which faults look like it. docs/faults.md is the same as a document.

Options:
  --lang LANG       zh-CN or en (default: en)
  --catalogue FILE  as the deployment wants it, by its \`catalogue.file\`
  --json            a line of JSON a fault
  -h, --help        this text

Example:
  posdiag faults sim.data_exhausted --lang zh-CN

Exit codes: 0 printed, 64 wrong use or no such fault, 65 FILE has errors, 66 FILE cannot be read
`;

function viewEffect({ kind, id, likelihood }: Effect, language: Language) {
  return { kind, id, likelihood, says: kind === "sign" ? signOf(id, true, language) : conditionOf(id, language) };
}

function viewPage({ id, definition, effects, follows, like }: FaultPage, texts: TextBook, language: Language) {
  const { severity, party, knownBy, needs = [], rate, rank = null, source } = definition;
  const { name, say, do: todo, doNot } = texts.textOf(id, language);
  return {
    id,
    ...{ name, say, do: todo, do_not: doNot, severity, party, known_by: knownBy, needs, rate, rank, source },
    known: handbookWords[language].knownBy[knownBy],
    remedies: viewRemedies(id, texts, language),
    procedures: viewProcedures(id, language),
    shows: effects.map((effect) => viewEffect(effect, language)),
    follows: follows.map((effect) => viewEffect(effect, language)),
    like: like.map(({ fault, alike, forThis = null, forOther = null }) => ({
      fault,
      alike: Math.round(alike * 100) / 100,
      for_this: forThis,
      for_other: forOther,
    })),
  };
}

function pagesOf({ pages, page }: Handbook, fault: string | undefined): readonly FaultPage[] {
  if (fault === undefined) return pages;
  const found = page(fault);
  if (found) return [found];
  const ids = pages.map(({ id }) => id);
  const [meant] = [nearest(fault, ids) ?? ids.find((id) => id.split(".")[1] === fault)];
  const hint = meant === undefined ? "posdiag faults lists them" : `did you mean ${meant}?`;
  throw usageError("faults", `no fault ${JSON.stringify(fault.slice(0, 60))}; ${hint}`);
}

export const faultsCommand: Command = {
  name: "faults",
  summary: "look up what a fault is, what shows it and what to do",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments("faults", {
      args: [...args],
      options: { lang: { type: "string" }, catalogue: { type: "string" }, json: { type: "boolean" } },
      allowPositionals: true,
    });
    const [fault, ...more] = positionals;
    if (more.length > 0) throw usageError("faults", "one fault at most");
    const language = readLanguage("faults", values.lang) ?? "en";
    const { catalogue, texts } = await readOwnKnowledge(values.catalogue);
    const pages = pagesOf(createHandbook(catalogue), fault);
    const [first] = pages;
    if (values.json) {
      io.out(pages.map((page) => `${JSON.stringify(viewPage(page, texts, language))}\n`).join(""));
    } else if (fault !== undefined && first) {
      io.out(faultText(first, texts, language));
    } else {
      io.out(faultList(pages, texts, language));
    }
    return 0;
  },
};
