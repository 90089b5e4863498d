/**
 * What the payment application says becomes Readings, and some of it says more than it seems: an answered payment
 * proves the connection to the host, and while a payment runs nothing of ours may be on the way.
 */
import { type Reading, reading } from "../model/reading.ts";
import { isTelephonySignal } from "../model/telephony.ts";
import type { NetworkProbe } from "../probes/network.ts";
import type { Brain } from "./brain.ts";
import type { ModemSource } from "./modem-source.ts";

function isAnswered({ signal, value }: Reading): boolean {
  return signal === "txn.outcome" && (value === "approved" || value === "declined");
}

interface Hearers {
  readonly brain: Pick<Brain, "see">;
  readonly network: Pick<NetworkProbe, "setPaymentRunning" | "proved">;
  readonly source: Pick<ModemSource, "fromApp">;
}

export function hear(heard: Reading, { brain, network, source }: Hearers): void {
  if (isTelephonySignal(heard.signal)) {
    source.fromApp(heard);
    return;
  }
  if (heard.signal === "txn.running") network.setPaymentRunning(heard.value === true);
  if (isAnswered(heard)) network.proved();
  brain.see(isAnswered(heard) ? [heard, reading("net.tcp_host", "ok", heard.atMs)] : [heard]);
}
