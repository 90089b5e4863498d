/**
 * What the catalogue does not list has ids as well: `unlisted.<condition>`, something else that brings the condition about, and
 * `unlisted.<family>`, a trouble of the kind of these faults that is none of them.
 */
const prefix = "unlisted.";

export const unlistedId = (of: string): string => prefix + of;

/** Where a terminal that cannot tell its trouble stands in a list of faults: something is wrong, and no cause is likelier than not. */
export const undecided = unlistedId("undecided");
/** Of that: payments fail or are about to, and whoever knew more would have said so. */
export const undecidedSeverity = "major";

/** The condition or family of an `unlisted.…` fault; undefined for a fault of the catalogue. */
export function unlistedOf(fault: string): string | undefined {
  return fault.startsWith(prefix) ? fault.slice(prefix.length) : undefined;
}

/** The part of a fault's id before its point. */
export const familyOf = (fault: string): string => fault.split(".")[0] ?? fault;
