/** What has become of commands, and the parts of their results. Who asked is written by whoever sent the command. */
import type { CommandUpdate, ResultChunk } from "../model/command.ts";
import { isFinal, resultLimit } from "../model/command.ts";
import type { Received } from "../report/received.ts";
import { wordOf, wordOrNull } from "./stored-text.ts";
import type { Trx } from "./terminal-rows.ts";

const idPattern = /^[0-9a-f]{32}$/;

export interface Heard {
  readonly terminalId: number;
  readonly nowMs: number;
}

/** What is over stays so, whatever comes late; and another terminal has no say in it. */
export async function hearUpdate(trx: Trx, update: Received<CommandUpdate>, heard: Heard): Promise<void> {
  if (!idPattern.test(update.id)) return;
  const row = {
    state: wordOf(update.state),
    reason: wordOrNull(update.reason),
    step: wordOrNull(update.step),
    ...(update.result ? { result_bytes: update.result.bytes, result_sha256: wordOf(update.result.sha256) } : {}),
    updated_ms: heard.nowMs,
  };
  const known = await trx
    .selectFrom("commands")
    .select(["state", "terminal_id"])
    .where("id", "=", update.id)
    .executeTakeFirst();
  if (!known) {
    await trx
      .insertInto("commands")
      .values({ id: update.id, terminal_id: heard.terminalId, ...row })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    return;
  }
  if (known.terminal_id !== heard.terminalId || (isFinal(known.state) && !isFinal(update.state))) return;
  await trx.updateTable("commands").set(row).where("id", "=", update.id).execute();
}

/** Whether a part can be one of a result of ours. */
function isSound({ id, offset, total, data }: ResultChunk): boolean {
  const fits = offset >= 0 && total <= resultLimit && offset + data.length <= total;
  return idPattern.test(id) && data.length > 0 && fits;
}

export async function hearChunk(trx: Trx, chunk: ResultChunk, { terminalId, nowMs }: Heard): Promise<void> {
  if (!isSound(chunk)) return;
  const { id, offset, total, data } = chunk;
  const known = await trx.selectFrom("commands").select("terminal_id").where("id", "=", id).executeTakeFirst();
  if (known && known.terminal_id !== terminalId) return;
  const row = { command_id: id, offset_bytes: offset, total, data: Buffer.from(data), received_ms: nowMs };
  await trx
    .insertInto("chunks")
    .values(row)
    .onConflict((conflict) => conflict.columns(["command_id", "offset_bytes"]).doNothing())
    .execute();
}
