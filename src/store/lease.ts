/** What only one of several processes may do at a time: whoever holds the lease does it, until it runs out or is given back. */
import type { Store } from "./store.ts";

export interface Lease {
  readonly name: string;
  /** This process. */
  readonly holder: string;
  /** How long it is held without being renewed. */
  readonly forMs: number;
}

/** Whether this process holds it from now on. All who ask must have about the same time, or `forMs` must be long beside the difference. */
export async function takeLease({ db }: Store, { name, holder, forMs }: Lease, nowMs: number): Promise<boolean> {
  const row = { name, holder, until_ms: nowMs + forMs };
  const made = await db
    .insertInto("leases")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet({ holder, until_ms: row.until_ms })
        .where((where) => where.or([where("leases.holder", "=", holder), where("leases.until_ms", "<", nowMs)])),
    )
    .executeTakeFirst();
  return Number(made.numInsertedOrUpdatedRows ?? 0n) > 0;
}

export async function giveBack({ db }: Store, { name, holder }: Pick<Lease, "name" | "holder">): Promise<void> {
  await db.deleteFrom("leases").where("name", "=", name).where("holder", "=", holder).execute();
}
