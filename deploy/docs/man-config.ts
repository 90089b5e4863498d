/** deploy/man/posdiag.jsonc.5, from the table of keys. */
import { definitions, keys } from "../../src/config/config.ts";
import { allowed, type KeyDefinition } from "../../src/config/key.ts";
import { escaped, literal, manualDate, paragraph, section, sentence, subsection } from "./roff.ts";

const head = `.\\" Written by deploy/docs.ts from src/config/schema.ts. Change the table, not this file.
.TH POSDIAG.JSONC 5 "${manualDate}" posdiag "File Formats"
.ad l
${section("NAME")}posdiag.jsonc \\- configuration of the posdiag agent
${section("SYNOPSIS")}/etc/posdiag/config.jsonc
${section("DESCRIPTION")}JSON with comments. Keys are nested in the file and written flat here:
.B modem.port
is
${literal(['{ "modem": { "port": "auto" } }'])}${paragraph(
  "`posdiag config check` FILE prints every error at once, with what is allowed, line and column. An unknown key is an error.",
)}`;

function usual({ required, unless, default: value }: KeyDefinition): string {
  if (unless) return `Required unless ${unless.key} is ${unless.is.join(" or ")}.`;
  if (required) return "Required.";
  return value === undefined ? "" : `Default: ${JSON.stringify(value)}.`;
}

function keyText(name: string, definition: KeyDefinition): string {
  const said = [definition.text, `Holds ${allowed(definition)}.`, usual(definition)].filter(Boolean).join(" ");
  return `.TP\n.B ${escaped(name)}\n${sentence(said)}\n`;
}

const foot = `${section("SEE ALSO")}.BR posdiag (1)
`;

export function configManualPage(): string {
  const groups = [...new Set(keys.map((key) => key.split(".")[0] ?? key))];
  const sections = groups.map((group) => {
    const rows = keys.filter((key) => key.startsWith(`${group}.`)).map((key) => keyText(key, definitions[key]));
    return `${subsection(group)}${rows.join("")}`;
  });
  return `${head}${section("KEYS")}${sections.join("")}${foot}`;
}
