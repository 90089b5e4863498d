/** deploy/man/posdiag.1, out of the commands' own help. */
import { allCommands } from "../../src/cli/all-commands.ts";
import type { Command } from "../../src/cli/command.ts";
import { type HelpPart, helpParts } from "../../src/cli/help-parts.ts";
import { officeCommands } from "../../src/office.ts";
import { environment, exits, files, head, seeAlso } from "./man-words.ts";
import { escaped, item, literal, paragraph, section, subsection } from "./roff.ts";

/** With the whole help of vendor support's side, which the program itself has only where that file lies beside it. */
export function documentedCommands(): readonly Command[] {
  const office = new Map(officeCommands.map((command) => [command.name, command]));
  return allCommands.map((command) => office.get(command.name) ?? command);
}

/** The usage is its heading already; exit codes stand together in a section. */
function partText(part: HelpPart): string {
  switch (part.kind) {
    case "usage":
      return literal(part.lines);
    case "example":
      return `.PP\nExample:\n${literal(part.lines)}`;
    case "literal":
      return literal(part.lines);
    case "prose":
      return paragraph(part.text);
    case "options":
      return part.options
        .filter(({ names }) => !names.includes("--help"))
        .map(({ names, value, text }) => item([names.join(", "), value].filter(Boolean).join(" "), text))
        .join("");
    case "rows":
      return `.PP\n${escaped(part.title)}:\n${part.rows.map(([term, text]) => item(term, text)).join("")}`;
    case "exits":
      return paragraph(`Exit status: ${part.exits.map(([code, meaning]) => `${code} ${meaning}`).join("; ")}.`);
  }
}

function commandText({ name, help }: Command): string {
  return `${subsection(name)}${helpParts(help).map(partText).join("")}`;
}

function overviewText(commands: readonly Command[]): string {
  return commands.map(({ name, summary }) => item(name, summary)).join("");
}

/** A heading is the beginning of a paragraph. */
function withoutEmptyParagraphs(page: string): string {
  return page.replace(/^(\.S[HS] .*\n)\.PP\n/gm, "$1");
}

export function manualPage(): string {
  const commands = documentedCommands();
  const page = [
    head,
    overviewText(commands),
    section("COMMANDS"),
    ...commands.map(commandText),
    section("FILES"),
    ...files.map(([path, text]) => item(path, text)),
    section("ENVIRONMENT"),
    ...environment.map(([name, text]) => item(name, text)),
    section("EXIT STATUS"),
    paragraph("After sysexits.h; each command names those that it uses."),
    ...exits.map(([code, text]) => item(String(code), text)),
    section("EXAMPLES"),
    seeAlso,
  ];
  return withoutEmptyParagraphs(page.join(""));
}
