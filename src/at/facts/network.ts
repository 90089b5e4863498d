/** Registration and the network in use. */
import { firstOf } from "../fields.ts";
import { parseCops, parseNetworkSearch } from "../parse/operator.ts";
import { accessName, parseRegistration, type Registration } from "../parse/registration.ts";
import type { FactReader, FactTable, Fields } from "./fact.ts";

function placeFacts({ domain, area, cell, act, access }: Registration): Fields {
  const place = domain === "CREG" || domain === "CGREG" ? { lac: area } : { tac: area };
  return { ...place, ci: cell, act, rat: access };
}

/** A reply without such a line says nothing: it is not "not registered". */
function registration(kind: string): FactReader {
  return (lines) => {
    const parsed = firstOf(lines, parseRegistration);
    if (!parsed) return { kind, stat: undefined };
    const { n, stat, state, registered, causeType, rejectCause } = parsed;
    const cause = { cause_type: causeType, reject_cause: rejectCause };
    return { kind, n, stat, state, registered, ...placeFacts(parsed), ...cause };
  };
}

function operator(lines: readonly string[]): Fields | undefined {
  const parsed = parseCops(lines);
  if (!parsed) return undefined;
  const { mode, format, act, name, short, numeric } = parsed;
  const names = { operator_name: name, operator_short: short, operator_numeric: numeric };
  return { mode, format, ...names, act, rat: accessName(act), lines: lines.length };
}

function search(lines: readonly string[]): Fields {
  const networks = parseNetworkSearch(lines);
  return {
    networks,
    networks_count: networks.length,
    current_numeric: networks.find(({ stat }) => stat === 2)?.numeric,
    forbidden_numeric: networks.filter(({ stat }) => stat === 3).map(({ numeric }) => numeric),
  };
}

export const networkFacts: FactTable = {
  "+CREG": registration("CREG"),
  "+CGREG": registration("CGREG"),
  "+CEREG": registration("CEREG"),
  "+C5GREG": registration("C5GREG"),
  "+COPS": operator,
  "+COPS=?": search,
};
