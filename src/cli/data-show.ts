/** `posdiag data show FILE`: what a pack is, and whether it is what it says. */
import { AgentError } from "../base/errors.ts";
import { isDataSealedBy } from "../commands/seal.ts";
import { findKey } from "../commands/trust.ts";
import { dataKeys } from "../config/named-files.ts";
import type { TrustedKey } from "../model/command.ts";
import { readContents } from "../packs/contents.ts";
import { openEnvelope } from "../packs/envelope.ts";
import { labelOf, type Pack, sections } from "../packs/pack.ts";
import { peek, printOf } from "../packs/proof.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { readPackAt } from "./data-place.ts";
import { table } from "./table.ts";

const name = "data show";
const help = `Usage: posdiag data show FILE [--keys FILE] [--section NAME] [--json]

Says what a pack of signed data is: name and version, for whom, what is in it and whether this version can use it, and with --keys
whether one of those keys has signed it.

Options:
  --keys FILE      list of keys, as data.keys_file has it
  --section NAME   prints only this file of the pack, as it is: ${sections.join(", ")}
  --json           {"pack","made","for","signature","key","signer","print","contents","problems"}
  -h, --help       this text

Example:
  posdiag data show acme-12.posdata --keys /etc/posdiag/data-keys.json

Exit codes: 0 shown, 64 wrong use, 65 it is no pack, the signature does not hold, or a file in it is wrong, 66 it cannot be read
`;

/** `unknown`: no keys were given, or none of them has signed it. */
interface Signature {
  readonly signature: "holds" | "broken" | "unknown";
  readonly signer: string | null;
}

function signatureOf(bytes: Uint8Array, keys: readonly TrustedKey[]): Signature {
  const envelope = openEnvelope(bytes);
  const key = envelope && findKey(keys, envelope.keyId);
  if (!envelope || !key) return { signature: "unknown", signer: null };
  return { signature: isDataSealedBy(envelope, key.key) ? "holds" : "broken", signer: key.name };
}

function keysAt(path: string | undefined): readonly TrustedKey[] {
  const keys = path === undefined ? { value: [] } : dataKeys(path);
  if ("what" in keys) throw new AgentError("INPUT_INVALID", keys.what);
  return keys.value;
}

function sizes({ contents }: Pack): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(contents).map(([section, text]) => [section, Buffer.byteLength(text)]));
}

function formatShown(pack: Pack, keyId: string, { signature, signer }: Signature): string {
  const meant = Object.entries(pack.meant).map(([what, value]) => ["", `${what} ${String(value)}`]);
  return table([
    ["pack", labelOf(pack)],
    ["made", pack.made],
    ...meant.map(([, text = ""], at) => [at === 0 ? "for" : "", text]),
    ["signature", `${signature}, key ${keyId}${signer === null ? "" : ` of ${signer}`}`],
    ...Object.entries(sizes(pack)).map(([section, size], at) => [at === 0 ? "holds" : "", `${section}, ${size} bytes`]),
  ]);
}

/** One file of the pack. @throws AgentError USAGE */
function sectionOf({ contents }: Pack, wanted: string): string {
  const section = sections.find((known) => known === wanted);
  const text = section && contents[section];
  if (text === undefined) throw usageError(name, `there is no ${JSON.stringify(wanted)} in it`);
  return text;
}

interface Looked {
  readonly pack: Pack;
  readonly keyId: string;
  readonly print: string;
  readonly signed: Signature;
  /** What is wrong with the files in it. */
  readonly problems: readonly string[];
}

function jsonOf({ pack, keyId, print, signed, problems }: Looked): string {
  const { made, meant } = pack;
  const said = { pack: labelOf(pack), made, for: meant, ...signed, key: keyId, print };
  return `${JSON.stringify({ ...said, contents: sizes(pack), problems })}\n`;
}

export const dataShowCommand: Command = {
  name,
  summary: "say what a pack of signed data is",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments(name, {
      args: [...args],
      options: { keys: { type: "string" }, section: { type: "string" }, json: { type: "boolean" } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw usageError(name, "exactly one file is needed");
    const bytes = await readPackAt(path);
    const peeked = peek(bytes);
    if ("kind" in peeked) throw new AgentError("INPUT_INVALID", `${path} ${peeked.what.join(", ")}`);
    const { pack, keyId } = peeked;
    if (values.section !== undefined) {
      io.out(sectionOf(pack, values.section));
      return 0;
    }
    const signed = signatureOf(bytes, keysAt(values.keys));
    const contents = readContents(pack.contents);
    const problems = "wrong" in contents ? contents.wrong : [];
    io.out(
      values.json ? jsonOf({ pack, keyId, print: printOf(bytes), signed, problems }) : formatShown(pack, keyId, signed),
    );
    if (!values.json) io.err(problems.map((problem) => `${problem}\n`).join(""));
    return problems.length > 0 || signed.signature === "broken" ? new AgentError("INPUT_INVALID").exit : 0;
  },
};
