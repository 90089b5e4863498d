/**
 * Rows that are looked for by many keys at once. The keys are one JSON value, so that the statement is the same for any number of them: each
 * other statement would be planned, and kept, for itself.
 */
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Dialect } from "../store/dialect.ts";

export interface ManyKeys {
  /** Columns of the key, with what each is in PostgreSQL. */
  readonly columns: Readonly<Record<string, "text" | "integer" | "bigint">>;
  readonly keys: readonly (readonly (string | number)[])[];
}

/** `(a, b) in (…)`. Not `a in (…) and b in (…)`: that would try every a with every b. */
export function isOneOf({ name }: Dialect, { columns, keys }: ManyKeys): RawBuilder<SqlBool> {
  const json = JSON.stringify(keys);
  const own = sql.join(Object.keys(columns).map((column) => sql.ref(column)));
  const theirs = sql.join(
    Object.values(columns).map((type, place) =>
      name === "postgres"
        ? sql`cast(value->>${sql.lit(place)} as ${sql.raw(type)})`
        : sql`json_extract(value, ${sql.lit(`$[${place}]`)})`,
    ),
  );
  const each = sql.raw(name === "postgres" ? "json_array_elements" : "json_each");
  const list = name === "postgres" ? sql`${json}::json` : sql`${json}`;
  return sql<SqlBool>`(${own}) in (select ${theirs} from ${each}(${list}))`;
}
