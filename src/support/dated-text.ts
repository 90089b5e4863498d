/** A record that is dated after it was told: for people, and for programs. */
import type { Language } from "../model/text.ts";
import type { Dated } from "./dating.ts";
import type { Heard } from "./inbox.ts";
import { words } from "./words.ts";

export function datedText({ seq, wallMs, by }: Dated, { from, topic }: Heard, language: Language): string {
  const who = from ? `${from.tenant}/${from.serial}` : topic;
  return `${who}  ${words[language].dated(seq, new Date(wallMs).toISOString(), by)}`;
}

export function datedLine({ boot, seq, wallMs, by }: Dated, { from }: Heard): string {
  return JSON.stringify({
    kind: "dated",
    tenant: from?.tenant,
    terminal: from?.serial,
    boot,
    seq,
    wall_ms: wallMs,
    by,
  });
}
