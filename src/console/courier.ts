/**
 * Carries commands to their terminals: what is written down and not over is said, and said again until it is heard of. The message is made
 * of the row each time, so that it is the same one after a restart and from every console; a terminal does the same id only once.
 */
import type { KeyObject } from "node:crypto";
import type { Clock } from "../base/clock.ts";
import { isVerbName } from "../model/command.ts";
import type { Store } from "../store/store.ts";
import { parsed } from "../store/stored-json.ts";
import type { Link } from "../uplink/link.ts";
import { topicOf } from "../uplink/topics.ts";
import type { BrokerLink } from "./broker-link.ts";
import { sealed } from "./command-desk.ts";
import { fieldsOf } from "./fields.ts";
import { verbOf } from "./verb.ts";
import { readWords } from "./verb-words.ts";

export interface Courier {
  /** Something new is written down. */
  wake(): void;
  /** Until `stop` aborts. What the database refuses is thrown. */
  run(stop: AbortSignal): Promise<void>;
}

export interface CourierParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly link: BrokerLink;
  readonly key: KeyObject;
  /** The database could not be asked; it is asked again. */
  onTrouble(error: unknown): void;
}

/** Said again so often: while nothing is heard of it and the terminal is there, while it is away, and afterwards. */
const unheardMs = 5_000;
const awayMs = 60_000;
const heardMs = 30_000;
/** A last word needs some time after the deadline. */
const travelMs = 15_000;
const busyMs = 1_000;
const idleMs = 15_000;
const most = 500;
const open = ["queued", "sent", "accepted", "running"];

function pending({ db }: Store) {
  return db
    .selectFrom("commands")
    .innerJoin("terminals", "terminals.id", "commands.terminal_id")
    .select(["commands.id", "verb", "words", "who", "issued_ms", "deadline_ms", "state", "tenant", "serial", "online"])
    .where("verb", "is not", null)
    .where("state", "in", open)
    .orderBy("commands.updated_ms", "desc")
    .limit(most)
    .execute();
}

type Row = Awaited<ReturnType<typeof pending>>[number];

/** Undefined: it is none that a console wrote. */
function messageOf(row: Row, key: KeyObject): Uint8Array | undefined {
  const { id, tenant, serial, verb, words, who, issued_ms, deadline_ms } = row;
  if (verb === null || !isVerbName(verb) || who === null || issued_ms === null || deadline_ms === null)
    return undefined;
  const read = readWords(verb, fieldsOf(parsed(words ?? "{}")) ?? {});
  const built = "values" in read ? verbOf(verb, read.values) : undefined;
  const times = { issuedS: issued_ms / 1_000, deadlineS: deadline_ms / 1_000 };
  return built && sealed({ id, tenant, serial, who, verb: built, ...times }, key);
}

function waitOf({ state, online }: Row): number {
  if (state !== "queued" && state !== "sent") return heardMs;
  return online === 1 ? unheardMs : awayMs;
}

class Rounds {
  readonly #parts: CourierParts;
  /** When each was said last, and whether its terminal was there. */
  readonly #said = new Map<string, { readonly atMs: number; readonly online: number }>();

  constructor(parts: CourierParts) {
    this.#parts = parts;
  }

  /** How many are under way. */
  async go(stop: AbortSignal): Promise<number> {
    const { store, link } = this.#parts;
    const rows = await pending(store);
    const late = rows.filter((row) => this.#isLate(row));
    for (const row of late) await this.#mark(row, "unanswered");
    const due = rows.filter((row) => !late.includes(row) && this.#isDue(row));
    const connection = due.length > 0 ? await link.open(stop) : undefined;
    for (const row of connection ? due : []) await this.#say(row, connection);
    this.#forget(rows);
    await link.rest();
    return rows.length - late.length;
  }

  #isLate({ deadline_ms }: Row): boolean {
    return (deadline_ms ?? 0) + travelMs < this.#parts.clock.wallMs();
  }

  #isDue(row: Row): boolean {
    const last = this.#said.get(row.id);
    if (!last || (row.online === 1 && last.online === 0)) return true;
    return this.#parts.clock.monoMs() - last.atMs >= waitOf(row);
  }

  async #say(row: Row, connection: Link | undefined): Promise<void> {
    const { clock, key } = this.#parts;
    const payload = messageOf(row, key);
    const expiryS = Math.ceil(((row.deadline_ms ?? 0) - clock.wallMs()) / 1_000);
    if (!connection || !payload || expiryS < 1) return;
    this.#said.set(row.id, { atMs: clock.monoMs(), online: row.online });
    const outcome = await connection.publish({ topic: topicOf(row, "down/cmd"), payload, retain: false, expiryS });
    if (outcome.kind === "acked" && row.state === "queued") await this.#mark(row, "sent");
  }

  async #mark({ id, state }: Row, next: string): Promise<void> {
    const { store, clock } = this.#parts;
    const change = { state: next, updated_ms: clock.wallMs() };
    await store.db.updateTable("commands").set(change).where("id", "=", id).where("state", "=", state).execute();
  }

  #forget(rows: readonly Row[]): void {
    const ids = new Set(rows.map(({ id }) => id));
    for (const id of this.#said.keys()) if (!ids.has(id)) this.#said.delete(id);
  }
}

export function createCourier(parts: CourierParts): Courier {
  const { clock, link, onTrouble } = parts;
  const rounds = new Rounds(parts);
  let nap = new AbortController();
  return {
    wake: () => nap.abort(),
    run: async (stop) => {
      while (!stop.aborted) {
        nap = new AbortController();
        const left = await rounds.go(stop).catch((error: unknown) => {
          onTrouble(error);
          return 1;
        });
        await clock.sleep(left > 0 ? busyMs : idleMs, AbortSignal.any([stop, nap.signal]));
      }
      await link.end();
    },
  };
}
