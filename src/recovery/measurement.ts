/** What an attempt is judged by: registration, bearer, signal, whether the module answers, and the path. */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Watch } from "./watch.ts";

const measured = [
  "modem.at_response",
  "modem.reg_state",
  "modem.pdp_state",
  "modem.rsrp_dbm",
  "net.tcp_host",
  "net.internet_probe",
] as const satisfies readonly SignalId[];

/** The newest of each, old or not: a Reading says when it was. */
export function measure(watch: Pick<Watch, "newest">): readonly Reading[] {
  return measured.flatMap((signal) => watch.newest(signal) ?? []);
}
