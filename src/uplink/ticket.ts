/** The last connection's TLS ticket, in memory only, of one broker and one set of credentials. */
import { createHash } from "node:crypto";
import type { Ticket, TlsMaterial } from "./wire.ts";

export interface Tickets {
  of(url: string, tls: TlsMaterial): Ticket;
  /** The broker did not like it, or may not have. */
  forget(): void;
}

export function createTickets(): Tickets {
  let kept: { readonly print: string; readonly ticket: Buffer } | undefined;
  return {
    of: (url, { ca, cert, key, keyUri }) => {
      const hash = createHash("sha256").update(url);
      for (const part of [ca, cert, key, keyUri]) hash.update(part ?? "").update("\0");
      const print = hash.digest("hex");
      return {
        get: () => (kept?.print === print ? kept.ticket : undefined),
        keep: (ticket) => {
          kept = { print, ticket };
        },
      };
    },
    forget: () => {
      kept = undefined;
    },
  };
}
