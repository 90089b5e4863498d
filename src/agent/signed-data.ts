/** Signed data of this terminal, wired: whose it may be, where it lies, and what it is held against. */
import { dirname, join } from "node:path";
import type { Config } from "../config/config.ts";
import { dataKeys } from "../config/named-files.ts";
import type { PackTerms } from "../packs/proof.ts";
import { openShelf, type Shelf } from "../packs/shelf.ts";
import { openPackStore } from "../packs/store.ts";
import { clockQuality } from "./identity.ts";
import { milliseconds } from "./settings.ts";
import type { Site } from "./site.ts";

export function dataFolder(config: Config): string {
  return config["data.dir"] ?? join(dirname(config["outbox.dir"]), "data");
}

/** A clock that was never set knows no day. */
export function dayOf(wallMs: number): string | undefined {
  return clockQuality(wallMs) === "none" ? undefined : new Date(wallMs).toISOString().slice(0, 10);
}

export interface AtHand {
  readonly config: Config;
  readonly version: string;
  readonly wallMs: number;
}

/** Undefined where no signed data is taken; a list that cannot be used is an error in words. */
export function packTerms({ config, version, wallMs }: AtHand): PackTerms | { readonly what: string } | undefined {
  const path = config["data.keys_file"];
  if (path === undefined) return undefined;
  const keys = dataKeys(path);
  if ("what" in keys) return keys;
  return {
    ...{ keys: keys.value, version, today: dayOf(wallMs), tenant: config["terminal.tenant"] },
    ...{ acquirer: config["terminal.acquirer"], region: config["terminal.region"] },
  };
}

/** Without keys no signed data is used, not even what was taken with them: who takes the list away takes it all back. */
export async function openSignedData({ config, clock, log, version }: Site): Promise<Shelf | undefined> {
  const terms = packTerms({ config, version, wallMs: clock.wallMs() });
  if (!terms) return undefined;
  if ("what" in terms) {
    log("warning", "config.file_unusable", { key: "data.keys_file", what: terms.what });
    return undefined;
  }
  const store = openPackStore(dataFolder(config), log);
  return openShelf({ store, terms, clock, log, trialMs: milliseconds(config["start.trial_s"]) });
}
