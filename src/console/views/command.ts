/** Commands, what has become of them, and their results, from what the collector stored of the terminal's answers. */

import { isFinal, isVerbName } from "../../model/command.ts";
import type { Language } from "../../model/text.ts";
import type { Store } from "../../store/store.ts";
import { parsed } from "../../store/stored-json.ts";
import { createAssembly } from "../../support/assembly.ts";
import type { CommandDetailView, CommandView } from "../api.ts";
import { maySeeTenant, type Person } from "../person.ts";
import { verbName } from "../texts/verbs.ts";
import { reasonText, stateText } from "../texts/words.ts";

export function isOver(state: string): boolean {
  return isFinal(state) || state === "unanswered";
}

const columns = [
  ...(["commands.id", "commands.verb", "commands.words", "commands.who", "commands.issued_ms"] as const),
  ...(["commands.deadline_ms", "commands.updated_ms", "commands.state", "commands.reason", "commands.step"] as const),
  ...(["commands.result_bytes", "commands.result_sha256", "terminals.tenant", "terminals.serial"] as const),
];

function found({ db }: Store) {
  return db.selectFrom("commands").innerJoin("terminals", "terminals.id", "commands.terminal_id").select(columns);
}

type Row = Awaited<ReturnType<ReturnType<typeof found>["execute"]>>[number];

/** What has come of their results, by command. */
async function cameOf({ db }: Store, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const chunks = await db
    .selectFrom("chunks")
    .select(({ fn, eb }) => ["command_id", fn.sum<number>(eb.fn("length", ["data"])).as("bytes")])
    .where("command_id", "in", ids)
    .groupBy("command_id")
    .execute();
  return new Map(chunks.map(({ command_id, bytes }) => [command_id, Number(bytes)]));
}

function wordsOf(text: string | null): CommandView["words"] {
  const stored = text === null ? undefined : parsed(text);
  return typeof stored === "object" && stored !== null && !Array.isArray(stored) ? { ...stored } : {};
}

function viewOf(row: Row, cameBytes: number, language: Language): CommandView {
  const { id, tenant, serial, verb, who, state, step } = row;
  const reason = row.reason === "" ? null : row.reason;
  return {
    ...{ id, tenant, serial, verb, who, state },
    verbName: verb !== null && isVerbName(verb) ? verbName(verb, language) : null,
    words: wordsOf(row.words),
    ...{ issuedMs: row.issued_ms, deadlineMs: row.deadline_ms, updatedMs: row.updated_ms },
    stateText: stateText(state, language),
    final: isOver(state),
    reason,
    reasonText: reason === null ? null : reasonText(reason, language),
    step: step === "" ? null : step,
    ...{ resultBytes: row.result_bytes, cameBytes },
    hasResult: row.result_bytes > 0 && cameBytes >= row.result_bytes,
  };
}

export async function commandsOf(store: Store, terminal: number, language: Language): Promise<readonly CommandView[]> {
  const rows = await found(store)
    .where("commands.terminal_id", "=", terminal)
    .orderBy("commands.updated_ms", "desc")
    .limit(20)
    .execute();
  const came = await cameOf(
    store,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => viewOf(row, came.get(row.id) ?? 0, language));
}

/** The result as it was sent, put together; pieces that are missing or do not fit leave it away. */
async function resultOf({ db }: Store, { id, result_bytes, result_sha256 }: Row) {
  if (result_bytes === 0 || result_sha256 === null) return {};
  const assembly = createAssembly();
  const chunks = await db
    .selectFrom("chunks")
    .select(["offset_bytes", "total", "data"])
    .where("command_id", "=", id)
    .orderBy("offset_bytes")
    .execute();
  for (const { offset_bytes, total, data } of chunks) assembly.take({ offset: offset_bytes, total, data });
  const result = assembly.result({ bytes: result_bytes, sha256: result_sha256 });
  if (result.kind === "whole") return { result: result.value };
  return result.kind === "damaged" ? { damaged: true } : {};
}

/** Undefined: there is none that this person may see. */
export async function commandView(
  store: Store,
  id: string,
  { person, language }: { readonly person: Person; readonly language: Language },
): Promise<CommandDetailView | undefined> {
  if (!/^[0-9a-f]{32}$/.test(id)) return undefined;
  const row = await found(store).where("commands.id", "=", id).executeTakeFirst();
  if (!row || !maySeeTenant(person, row.tenant)) return undefined;
  const came = await cameOf(store, [id]);
  return { ...viewOf(row, came.get(id) ?? 0, language), ...(await resultOf(store, row)) };
}
