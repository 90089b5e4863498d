/** Which terminals are signed in: their key for MACs, and the batch that they are in. */

export interface Session {
  readonly mac: Buffer;
  /** Six digits. */
  readonly batch: string;
}

export interface Sessions {
  of(terminal: string): Session | undefined;
  /** New keys; the batch goes on. */
  begin(terminal: string, mac: Buffer): Session;
  /** After a settlement. */
  nextBatch(terminal: string): void;
  end(terminal: string): void;
}

const FIRST_BATCH = "000001";
/** Terminals that are signed in at one time; the one that signed in first is forgotten. */
const CROWD = 100;

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    of: (terminal) => sessions.get(terminal),
    begin: (terminal, mac) => {
      const session = { mac, batch: sessions.get(terminal)?.batch ?? FIRST_BATCH };
      sessions.delete(terminal);
      sessions.set(terminal, session);
      const [oldest = ""] = sessions.keys();
      if (sessions.size > CROWD) sessions.delete(oldest);
      return session;
    },
    nextBatch: (terminal) => {
      const session = sessions.get(terminal);
      if (!session) return;
      sessions.set(terminal, { ...session, batch: String(Number(session.batch) + 1).padStart(6, "0") });
    },
    end: (terminal) => void sessions.delete(terminal),
  };
}
