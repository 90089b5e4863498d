/** `posdiag support keygen`: a key for somebody who asks terminals. */
import { generateKeyPairSync } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AgentError, systemCode } from "../base/errors.ts";
import { keyIdOf, publicHalfOf } from "../commands/seal.ts";
import { verbTerms } from "../commands/verbs.ts";
import { type Grant, isGrant, verbNames } from "../model/command.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";

const help = `Usage: posdiag support keygen --out DIR --name NAME [--may WHAT,WHAT…] [--json]

Makes an Ed25519 key for somebody who may ask terminals, or tell them what is seen over many of them: DIR/NAME.key, the private half, which stays with this person, and DIR/NAME.pub.json,
a list with the public half, as commands.keys_file of a terminal has it. Put the entries of all who may ask into one such list.

Options:
  --out DIR      folder; it is made if it is not there
  --name NAME    whose key it is, 1 to 32 of A-Z a-z 0-9 _ -
  --may WHAT     only these: ${verbNames.join(", ")}; hint: what is seen over many terminals; data: signed data
                 (docs/updates.md); reading: the verbs that change nothing (default: all)
  --json         {"name","key","id","private","public"}
  -h, --help     this text

Example:
  posdiag support keygen --out keys --name anna --may reading
  posdiag support keygen --out keys --name fleet --may hint

Exit codes: 0 made, 64 wrong use, 73 there is such a key already, or it cannot be written
`;

const options = {
  out: { type: "string" },
  name: { type: "string" },
  may: { type: "string" },
  json: { type: "boolean" },
} as const;

/** EX_CANTCREAT of sysexits.h. */
const notMade = 73;

function grantsOf(value: string | undefined): readonly Grant[] {
  if (value === undefined) return [];
  if (value === "reading") return verbNames.filter((verb) => verbTerms[verb].reads);
  const words = value.split(",").map((word) => word.trim().replaceAll("-", "_"));
  const unknown = words.find((word) => !isGrant(word));
  if (unknown !== undefined) throw usageError("support keygen", `--may: there is no verb ${JSON.stringify(unknown)}`);
  return words.filter(isGrant);
}

/** Never over another one: a lost private key cannot be had again. */
async function write(path: string, text: string, mode: number): Promise<void> {
  await writeFile(path, text, { flag: "wx", mode });
}

export const supportKeygenCommand: Command = {
  name: "support keygen",
  summary: "make a key for somebody who asks terminals",
  help,
  run: async (args, io) => {
    const { values } = readArguments("support keygen", { args: [...args], options });
    const { out, name = "" } = values;
    if (out === undefined) throw usageError("support keygen", "--out DIR is needed");
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(name)) throw usageError("support keygen", "--name is 1 to 32 of A-Z a-z 0-9 _ -");
    const may = grantsOf(values.may);
    const { privateKey } = generateKeyPairSync("ed25519");
    const key = publicHalfOf(privateKey);
    const [secret, open] = [join(out, `${name}.key`), join(out, `${name}.pub.json`)];
    const list = { keys: [{ name, key, ...(may.length > 0 && { may }) }] };
    try {
      await mkdir(out, { recursive: true, mode: 0o700 });
      await write(secret, String(privateKey.export({ format: "pem", type: "pkcs8" })), 0o600);
      await write(open, `${JSON.stringify(list, null, 2)}\n`, 0o644);
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined || error instanceof AgentError) throw error;
      io.err(`posdiag support keygen: ${secret} (${code})\n`);
      return notMade;
    }
    const made = { name, key, id: keyIdOf(key), private: secret, public: open };
    io.out(values.json ? `${JSON.stringify(made)}\n` : `${secret}\n${open}\n`);
    return 0;
  },
};
