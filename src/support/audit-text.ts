/** The audit log of a terminal's commands, as far as it is heard of: for people and for programs. */
import type { AuditHead } from "../model/command.ts";
import type { Language } from "../model/text.ts";
import type { AuditDoubt } from "./audit-memory.ts";
import type { Heard } from "./inbox.ts";
import { type Words, words } from "./words.ts";

/** Enough to recognise it, and what `posdiag support audit --head` takes. */
const shownDigits = 16;

export function auditText({ lines, hash }: AuditHead, say: Words): string {
  return say.auditLog(lines, hash.slice(0, shownDigits));
}

export function doubtText({ kind, heard }: AuditDoubt, { from }: Heard, language: Language): string {
  const who = from ? `${from.tenant}/${from.serial}  ` : "";
  return `    ${who}${words[language].auditDoubts[kind](heard.lines, heard.hash.slice(0, shownDigits))}`;
}

export function doubtLine({ kind, heard }: AuditDoubt, { from }: Heard): string {
  return JSON.stringify({ kind: "audit_doubt", tenant: from?.tenant, terminal: from?.serial, doubt: kind, heard });
}
