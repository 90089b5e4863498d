/** `posdiag data pack`: makes and signs a pack. For who looks after terminals, not on one. */
import { writeFile } from "node:fs/promises";
import { systemClock } from "../base/clock.ts";
import { AgentError, systemCode } from "../base/errors.ts";
import { signingKey } from "../config/named-files.ts";
import { readContents } from "../packs/contents.ts";
import { writeEnvelope } from "../packs/envelope.ts";
import { groupKeys, labelOf, type Pack, readPack, type Section, sections, writePack } from "../packs/pack.ts";
import { peek, printOf } from "../packs/proof.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { readInputFile } from "./input-file.ts";
import { version as ownVersion } from "./version.ts";

const name = "data pack";
const help = `Usage: posdiag data pack --key FILE --name NAME --version N --out FILE SECTION=FILE… [OPTIONS]

Puts files into one signed pack, which terminals take with \`posdiag data install\`. Every file is checked first, by this version.

  catalogue=FILE   wording, rates and parties of faults, as \`catalogue.file\` (docs/catalogue-file.md)
  codes=FILE       the acquirer's response codes, as \`acquirer.codes_file\` (docs/response-codes.md)
  modems=FILE      families of modems, oddities of single ones, USB interfaces (docs/updates.md)

Options:
  --key FILE           Ed25519 private key, PEM, as \`posdiag support keygen --may data\` makes it
  --name NAME          what it is called, 1 to 32 of a-z _ -
  --version N          1 to 2147483647; terminals take only higher ones than they had, whatever the name
  --out FILE           the pack; it must not be there yet
  --agent-from V       first version of posdiag that may use it (default: this one, ${ownVersion})
  --agent-below V      first version that may not (default: none)
  --tenant A,B         only terminals of these tenants; likewise --acquirer and --region, as the terminal's
                       configuration has them
  --json               {"pack","version","bytes","print","contents"}
  -h, --help           this text

Example:
  posdiag data pack --key keys/anna.key --name acme --version 12 --out acme-12.posdata catalogue=catalogue.jsonc codes=codes.json

Exit codes: 0 made, 64 wrong use, 65 a file or the key is not what it must be, 66 a file cannot be read, 73 there is such
  a file already, or it cannot be written
`;

const word = { type: "string" } as const;
const options = {
  ...{ key: word, name: word, version: word, out: word, "agent-from": word, "agent-below": word },
  ...{ tenant: word, acquirer: word, region: word },
  json: { type: "boolean" },
} as const;

function needed(option: string, value: string | undefined): string {
  if (value === undefined) throw usageError(name, `--${option} is needed`);
  return value;
}

function isSection(word: string): word is Section {
  return sections.some((known) => known === word);
}

async function readSections(words: readonly string[]): Promise<Pack["contents"]> {
  const texts: Partial<Record<Section, string>> = {};
  for (const word of words) {
    const at = word.indexOf("=");
    const section = word.slice(0, Math.max(0, at));
    if (!isSection(section))
      throw usageError(name, `${JSON.stringify(word)} is none of ${sections.join("=FILE, ")}=FILE`);
    if (texts[section] !== undefined) throw usageError(name, `${section} is given twice`);
    texts[section] = await readInputFile(word.slice(at + 1));
  }
  if (words.length === 0) throw usageError(name, `at least one of ${sections.join("=FILE, ")}=FILE is needed`);
  return texts;
}

type Given = Readonly<Partial<Record<keyof typeof options, string | boolean>>>;

function meantBy(given: Given): Pack["meant"] {
  const { "agent-below": below, "agent-from": from = ownVersion } = given;
  const groups = groupKeys.flatMap((key) => {
    const value = given[key];
    return typeof value === "string" ? [[key, value.split(",").map((each) => each.trim())] as const] : [];
  });
  return {
    agent_from: String(from),
    ...(below === undefined ? {} : { agent_below: String(below) }),
    ...Object.fromEntries(groups),
  };
}

/** @throws AgentError INPUT_INVALID with everything that is wrong */
function checked(text: string): Pack {
  const read = readPack(text);
  if ("what" in read) throw new AgentError("INPUT_INVALID", `the pack ${read.what}`);
  const contents = readContents(read.pack.contents);
  if ("wrong" in contents) throw new AgentError("INPUT_INVALID", ["the pack", ...contents.wrong].join("\n  "));
  return read.pack;
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: "wx", mode: 0o644 });
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new AgentError("OUTPUT_FAILED", `${path} (${code})`, { cause: error });
  }
}

export const dataPackCommand: Command = {
  name,
  summary: "make and sign a pack of data for terminals",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments(name, { args: [...args], options, allowPositionals: true });
    const [keyFile, called, number, out] = (["key", "name", "version", "out"] as const).map((each) =>
      needed(each, values[each]),
    );
    const key = signingKey(keyFile ?? "");
    if ("what" in key) throw new AgentError("INPUT_INVALID", key.what);
    const made = new Date(systemClock.wallMs()).toISOString().slice(0, 10);
    const contents = await readSections(positionals);
    const signed = writePack({ name: called ?? "", version: Number(number), made, meant: meantBy(values), contents });
    const pack = checked(signed);
    const file = writeEnvelope(signed, key.value);
    const bytes = Buffer.from(file);
    const whole = peek(bytes);
    if ("kind" in whole) throw new AgentError("INPUT_INVALID", `the pack ${whole.what.join(", ")}`);
    await write(out ?? "", file);
    const held = Object.keys(pack.contents);
    const print = printOf(bytes);
    io.out(
      values.json
        ? `${JSON.stringify({ pack: labelOf(pack), version: pack.version, bytes: bytes.length, print, contents: held })}\n`
        : `${labelOf(pack)}: ${held.join(", ")}, ${bytes.length} bytes, signed by ${whole.keyId}\n`,
    );
    return 0;
  },
};
