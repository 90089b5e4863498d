/** The slip printer, as its driver says what it is like. */
import type { ShopState } from "./state.ts";

export type PrinterState =
  | "ok"
  | "paper_low"
  | "paper_out"
  | "jam"
  | "overheat"
  | "cover_open"
  | "low_voltage"
  | "fault";

/** A head at full power wants a battery that is not nearly empty. */
const LEAST_PCT = 10;

export function printerState(state: ShopState): PrinterState {
  if (state.printer === "dead") return "fault";
  if (state.cover === "open") return "cover_open";
  if (state.paper === "out") return "paper_out";
  if (state.jam) return "jam";
  if (state.print_head === "hot") return "overheat";
  if (state.supply === "battery" && state.battery_pct < LEAST_PCT) return "low_voltage";
  return state.paper === "low" ? "paper_low" : "ok";
}

/** What becomes of a slip. A jam is noticed when half of it is out. */
export function print(state: ShopState): "printed" | "partial" | "failed" {
  const now = printerState(state);
  if (now === "ok" || now === "paper_low") return "printed";
  return now === "jam" ? "partial" : "failed";
}
