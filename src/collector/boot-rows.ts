/** The accounts of the boots of one batch. They belong to terminals whose rows are locked. */
import type { Dialect } from "../store/dialect.ts";
import { type BootState, bootOfRow, newBoot, rowOfBoot } from "./account-row.ts";
import { isOneOf } from "./many-keys.ts";
import { writeRows } from "./many-rows.ts";
import type { Trx } from "./terminal-rows.ts";

export interface BootName {
  readonly terminalId: number;
  readonly boot: string;
}

export interface Boots {
  get(name: BootName): BootState;
  set(name: BootName, state: BootState): void;
  save(nowMs: number): Promise<void>;
}

const keyOf = ({ terminalId, boot }: BootName): string => `${terminalId} ${boot}`;

async function load(trx: Trx, dialect: Dialect, names: readonly BootName[]): Promise<Map<string, BootState>> {
  if (names.length === 0) return new Map();
  const columns = { terminal_id: "integer", boot: "text" } as const;
  const keys = names.map(({ terminalId, boot }) => [terminalId, boot]);
  const rows = await trx.selectFrom("boots").selectAll().where(isOneOf(dialect, { columns, keys })).execute();
  return new Map(rows.map((row) => [keyOf({ terminalId: row.terminal_id, boot: row.boot }), bootOfRow(row)]));
}

export async function loadBoots(trx: Trx, dialect: Dialect, names: readonly BootName[]): Promise<Boots> {
  const known = await load(trx, dialect, names);
  const changed = new Map<string, BootName>();
  return {
    get: (name) => known.get(keyOf(name)) ?? newBoot,
    set: (name, state) => {
      const key = keyOf(name);
      if (known.get(key) === state) return;
      known.set(key, state);
      changed.set(key, name);
    },
    save: async (nowMs) => {
      const rows = [...changed].map(([key, { terminalId, boot }]) => ({
        terminal_id: terminalId,
        boot,
        ...rowOfBoot(known.get(key) ?? newBoot),
        updated_ms: nowMs,
      }));
      await writeRows(trx, dialect, { table: "boots", rows, key: ["terminal_id", "boot"] });
    },
  };
}
