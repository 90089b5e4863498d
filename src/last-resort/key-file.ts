/** Key files of the last resort, as text: three lines, which kind it is, whose, and the key in base64url. */
import { keyBytes, type Terminal } from "./seal.ts";

const firstLine = "posdiag-last-resort-key 1";

export type KeyFile =
  /** Of which those of all terminals are made: support's alone. */
  | { readonly kind: "fleet"; readonly key: Uint8Array }
  | { readonly kind: "terminal"; readonly key: Uint8Array; readonly terminal: Terminal };

export function formatKeyFile(file: KeyFile): string {
  const whose = file.kind === "fleet" ? "fleet" : `terminal ${file.terminal.tenant}/${file.terminal.serial}`;
  return `${firstLine}\n${whose}\n${Buffer.from(file.key).toString("base64url")}\n`;
}

/** `what`: what is wrong with it, to be said behind its path. */
export function readKeyFile(text: string): KeyFile | { readonly kind: "wrong"; readonly what: string } {
  const [head, whose = "", secret = ""] = text.split(/\r?\n/);
  if (head !== firstLine) return { kind: "wrong", what: `does not begin with "${firstLine}"` };
  const key = new Uint8Array(Buffer.from(secret, "base64url"));
  if (!/^[\w-]{43}$/.test(secret) || key.length !== keyBytes)
    return { kind: "wrong", what: "holds no key of 32 bytes" };
  if (whose === "fleet") return { kind: "fleet", key };
  const [, tenant = "", serial = ""] = /^terminal ([\w-]{1,32})\/([\w-]{1,32})$/.exec(whose) ?? [];
  return tenant === ""
    ? { kind: "wrong", what: "does not say whose key it is" }
    : { kind: "terminal", key, terminal: { tenant, serial } };
}
