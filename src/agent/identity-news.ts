/**
 * Who the terminal is, is known in full only when its modem has said who it is and which SIM is in it; then the birth is sent
 * anew. A modem that starts again is silent for a while: what is only missing is no news.
 */
import type { TerminalIdentity } from "../model/record.ts";

export interface IdentityNews {
  /** To be called now and then. */
  refresh(): void;
}

function factsOf({ modem, place = {} }: TerminalIdentity): Readonly<Record<string, string>> {
  return { ...modem, ...place };
}

export function createIdentityNews(identity: () => TerminalIdentity, publish: () => void): IdentityNews {
  let said = factsOf(identity());
  return {
    refresh: () => {
      const known = Object.entries(factsOf(identity())).filter(([, text]) => text !== "");
      if (known.every(([name, text]) => said[name] === text)) return;
      said = { ...said, ...Object.fromEntries(known) };
      publish();
    },
  };
}
