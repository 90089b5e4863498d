/**
 * The pack in force. At the start what somebody wants is done, a trial is begun or given up, and the newest pack that holds is used;
 * afterwards a trial that lasts long enough becomes good. Nothing here ends the agent: without a pack it has what comes with it.
 */
import type { Clock } from "../base/clock.ts";
import { systemCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import type { PackView } from "../model/pack-view.ts";
import type { Contents } from "./contents.ts";
import { labelOf } from "./pack.ts";
import { anyDay, type PackTerms, type ProvedPack, printOf, provePack } from "./proof.ts";
import {
  candidates,
  type Held,
  judge,
  noPacks,
  passed,
  type Standing,
  started,
  stopped,
  taken,
  unusable,
  wentBack,
} from "./standing.ts";
import type { Order, PackStore } from "./store.ts";

export interface ShelfOptions {
  readonly store: PackStore;
  readonly terms: PackTerms;
  readonly trialMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Shelf {
  readonly contents: Contents;
  /** `acme-12` */
  readonly label: string | undefined;
  /** Makes good what is on trial when it has lasted. Resolves then, or when `stop` aborts. */
  run(stop: AbortSignal): Promise<void>;
  /** The agent ends in good order. */
  end(): Promise<void>;
  view(): PackView;
}

type Refused = NonNullable<PackView["refused"]>;

/** What is known of a start while it goes on. */
class Start {
  standing: Standing = noPacks;
  refused: Refused | null = null;
  readonly #options: ShelfOptions;

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  /** The pack in use, if any. */
  async open(): Promise<{ readonly held: Held; readonly proof: ProvedPack } | undefined> {
    try {
      return await this.#opened();
    } catch (error) {
      this.#failed(error);
      return undefined;
    }
  }

  async #opened(): Promise<{ readonly held: Held; readonly proof: ProvedPack } | undefined> {
    const { store, log } = this.#options;
    const found = await store.standing();
    this.standing = found ?? (await this.#rebuilt());
    const wasDone = await this.#obey();
    this.#begin();
    let usable = await this.#usable();
    const isKept = this.standing === (found ?? noPacks) || (await store.keep(this.standing));
    if (!isKept && this.standing.trial) {
      // A trial whose begin cannot be kept would begin again with every start.
      log("warning", "data.trial_not_kept");
      this.standing = { ...this.standing, trial: undefined };
      usable = await this.#usable();
    }
    if (isKept) await this.#clean(wasDone);
    return usable;
  }

  async #clean(wasDone: boolean): Promise<void> {
    const { store } = this.#options;
    try {
      if (wasDone) await store.done();
      await store.tidy(this.standing);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** The disk's word, not ours. */
  #failed(error: unknown): void {
    const code = systemCode(error);
    if (code === undefined) throw error;
    this.#options.log("error", "data.store_failed", { code });
    this.refused = { pack: null, why: "store_failed" };
  }

  #begin(): void {
    const { trial } = this.standing;
    this.standing = started(this.standing);
    if (trial && !this.standing.trial) this.#options.log("warning", "data.fell_back", { from: trial.label });
  }

  /** Where the standing is lost the newest pack that holds is tried anew. */
  async #rebuilt(): Promise<Standing> {
    const { store, terms, log } = this.#options;
    let standing = noPacks;
    for (const print of await store.prints()) {
      const bytes = await store.read(print);
      const proof = bytes && provePack(bytes, { ...terms, today: anyDay });
      if (proof?.kind !== "proved" || proof.print !== print || proof.pack.version <= standing.floor) continue;
      standing = taken(standing, heldOf(proof));
    }
    if (standing.trial) log("warning", "data.rebuilt", { pack: standing.trial.label });
    return standing;
  }

  /** Does what is wanted. Resolves to whether that is over, for better or worse. */
  async #obey(): Promise<boolean> {
    const { store, log } = this.#options;
    const order = await store.order();
    if (!order) return false;
    if (order.kind !== "back") return this.#take(order);
    const [from] = candidates(this.standing);
    const back = wentBack(this.standing);
    // Of another one it was done before, and only its file was left.
    if (!back || from?.print !== Buffer.from(order.bytes).toString()) return true;
    log("warning", "data.went_back", { from: from.label, to: back.current?.label });
    this.standing = back;
    return true;
  }

  async #take({ kind, bytes }: Order): Promise<boolean> {
    const { store, terms, log } = this.#options;
    const proof = provePack(bytes, terms);
    if (proof.kind === "refused") {
      this.refused = { pack: null, why: proof.reason };
      log("warning", "data.refused", { why: proof.reason, what: proof.what[0] });
      // The clock may be set at the next start.
      return proof.reason !== "clock_unknown";
    }
    const held = heldOf(proof);
    const verdict = judge(this.standing, held);
    if (verdict === "there") return true;
    if (verdict !== "new" && kind !== "force") {
      this.refused = { pack: held.label, why: verdict };
      log("warning", "data.refused", { why: verdict, pack: held.label });
      return true;
    }
    try {
      await store.put(held.print, bytes);
    } catch (error) {
      this.#failed(error);
      return false;
    }
    log(verdict === "new" ? "notice" : "warning", "data.taken", { pack: held.label, signer: proof.signer, verdict });
    this.standing = taken(this.standing, held);
    return true;
  }

  /** The first that holds; what is damaged is set aside. */
  async #usable(): Promise<{ readonly held: Held; readonly proof: ProvedPack } | undefined> {
    for (const held of candidates(this.standing)) {
      const proof = await this.#proved(held);
      if (proof) return { held, proof };
      if (held.print === this.standing.trial?.print) this.standing = unusable(this.standing);
    }
    return undefined;
  }

  async #proved(held: Held): Promise<ProvedPack | undefined> {
    const { store, terms, log } = this.#options;
    const bytes = await store.read(held.print);
    const isWhole = bytes !== undefined && printOf(bytes) === held.print;
    const proof = isWhole ? provePack(bytes, { ...terms, today: anyDay }) : undefined;
    if (proof?.kind === "proved") return proof;
    const why = proof?.reason ?? (bytes ? "damaged" : "missing");
    log("error", "data.unusable", { pack: held.label, why, what: proof?.what[0] });
    this.refused = { pack: held.label, why };
    if (why === "damaged") await store.setAside(held.print);
    return undefined;
  }
}

function heldOf({ print, pack }: ProvedPack): Held {
  return { print, label: labelOf(pack), version: pack.version };
}

/** Never rejects for what lies in the store or for a disk that fails. */
export async function openShelf(options: ShelfOptions): Promise<Shelf> {
  const { store, trialMs, clock, log } = options;
  const start = new Start(options);
  const used = await start.open();
  let { standing } = start;
  const isTrial = used !== undefined && used.held.print === standing.trial?.print;
  const sinceMs = clock.monoMs();
  if (used) log("notice", "data.in_force", { pack: used.held.label, on_trial: isTrial });

  async function change(next: Standing): Promise<void> {
    if (await store.keep(next)) standing = next;
  }

  return {
    contents: used?.proof.contents ?? {},
    label: used?.held.label,
    run: async (stop) => {
      if (!isTrial) return;
      await clock.sleep(trialMs, stop);
      if (stop.aborted) return;
      await change(passed(standing));
      if (!standing.trial) log("notice", "data.good", { pack: standing.current?.label });
    },
    end: async () => {
      if (standing.trial) await change(stopped(standing));
    },
    view: () => ({
      in_force: used?.held.label ?? null,
      trial_left_s: standing.trial ? Math.max(0, Math.round((trialMs - (clock.monoMs() - sinceMs)) / 1_000)) : null,
      before: (standing.trial ? standing.current : standing.before)?.label ?? null,
      newer_given_up: standing.givenUp.findLast(({ version }) => version > (used?.held.version ?? 0))?.label ?? null,
      given_up: standing.givenUp.map(({ label, why }) => ({ pack: label, why })),
      refused: start.refused,
    }),
  };
}
