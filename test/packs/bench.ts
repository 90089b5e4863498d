/** Keys, packs, and a terminal's store that is started again and again. */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publicHalfOf } from "../../src/commands/seal.ts";
import type { TrustedKey } from "../../src/model/command.ts";
import { writeEnvelope } from "../../src/packs/envelope.ts";
import { type Pack, writePack } from "../../src/packs/pack.ts";
import type { PackTerms } from "../../src/packs/proof.ts";
import { openShelf, type Shelf } from "../../src/packs/shelf.ts";
import { type OrderKind, openPackStore, type PackStore } from "../../src/packs/store.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

export interface Signer {
  readonly privateKey: KeyObject;
  readonly trusted: TrustedKey;
}

export function signer(name: string, more: Partial<TrustedKey> = {}): Signer {
  const { privateKey } = generateKeyPairSync("ed25519");
  return { privateKey, trusted: { name, key: publicHalfOf(privateKey), may: ["data"], ...more } };
}

export const anna = signer("anna");

export const terms: PackTerms = {
  ...{ keys: [anna.trusted], version: "0.1.0", tenant: "acme", acquirer: "acq-1", region: undefined },
  today: "2026-11-27",
};

export function packOf(version: number, more: Partial<Pack> = {}): Pack {
  const contents = { codes: JSON.stringify({ A2: "issuer_out", Y7: "merchant_frozen" }) };
  return { name: "acme", version, made: "2026-11-27", meant: {}, contents, ...more };
}

export function bytesOf(pack: Pack, by: Signer = anna): Buffer {
  return Buffer.from(writeEnvelope(writePack(pack), by.privateKey));
}

export interface Terminal {
  readonly folder: string;
  readonly clock: VirtualClock;
  readonly logged: readonly string[];
  readonly store: PackStore;
  /** Lays something ready, as somebody at the terminal does. */
  want(kind: OrderKind, bytes?: Uint8Array): Promise<void>;
  start(own?: Partial<PackTerms>): Promise<Shelf>;
  /** Starts, lives past the trial, and ends in good order. */
  live(): Promise<Shelf>;
  files(): readonly string[];
  end(): void;
}

export const trialMs = 60_000;

export function openTerminal(): Terminal {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-packs-"));
  const clock = new VirtualClock();
  const logged: string[] = [];
  const log = (_level: string, event: string) => void logged.push(event);
  const store = openPackStore(join(folder, "data"), log);
  const start = (own: Partial<PackTerms> = {}) =>
    openShelf({ store, terms: { ...terms, ...own }, trialMs, clock, log });
  return {
    ...{ folder, clock, logged, store, start },
    want: (kind, bytes = Buffer.alloc(0)) => store.want({ kind, bytes }),
    live: async () => {
      const shelf = await start();
      const running = shelf.run(new AbortController().signal);
      await clock.advance(trialMs + 1_000);
      await running;
      await shelf.end();
      return shelf;
    },
    files: () => readdirSync(join(folder, "data")).toSorted(),
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
