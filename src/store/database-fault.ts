/** Whether the database is away, so that the same may work later, or will not have what it was given. */
import { systemCode } from "../base/errors.ts";

/**
 * SQLSTATE classes (PostgreSQL, appendix A) that speak of the connection, of resources, of somebody's hand and of other transactions; and
 * of a part of a table that is not made yet (23514).
 */
const passing = /^(?:08|25|40|53|55|57|58)...$|^23514$/;
const sqlState = /^(?!E[A-Z]{4}$)[0-9A-Z]{5}$/;
/** SQLite: busy, locked, input and output, full, cannot be opened, read-only. */
const passingSqlite: readonly number[] = [5, 6, 8, 10, 13, 14];

export function isPassing(error: unknown): boolean {
  // A mistake of ours: with the same message it comes again.
  if (error instanceof TypeError || error instanceof RangeError) return false;
  if (typeof error !== "object" || error === null) return true;
  if ("errcode" in error && typeof error.errcode === "number") return passingSqlite.includes(error.errcode & 0xff);
  const code = systemCode(error) ?? "";
  // Without a code of its own it is a connection that ended.
  return !sqlState.test(code) || passing.test(code);
}
