/**
 * Bytes of a month, feature by feature: the real uplink over real TLS with certificates on both sides to a real Mosquitto,
 * through a proxy that counts. Only the silence between the messages is not waited for.
 */
import { missingPrograms } from "../front-door/needs.ts";
import { liveMonth, type MonthResult } from "./data/month.ts";
import { type OneFault, oneFault } from "./data/one-fault.ts";
import { atCountedBroker } from "./data/place.ts";
import { plans } from "./data/plans.ts";
import { type Measurement, numberOf, type Outcome } from "./measurement.ts";
import type { Table } from "./table.ts";

const megabyte = 1_000_000;
const aims: Readonly<Record<string, number>> = { full: 2 * megabyte, quiet: megabyte };
const faultAim = 180;

const thousands = (bytes: number): string => Math.round(bytes).toLocaleString("en").replaceAll(",", " ");

function monthTable(results: readonly MonthResult[], days: number): Table {
  const scale = 30 / days;
  return {
    title: `Bytes of 30 days (${days} lived), TLS 1.3, certificates on both sides, Mosquitto, MQTT 5`,
    columns: ["month", "connections", "records", "TCP payload", "on IP, reckoned", "before it", "aim"],
    rows: results.map(({ plan, connections, sent, payloadBytes, wireBytes }, at) => [
      plan.name,
      thousands(connections * scale),
      thousands(sent * scale),
      thousands(payloadBytes * scale),
      thousands(wireBytes * scale),
      at > 0 && at < 5 ? `+${thousands((wireBytes - (results[at - 1]?.wireBytes ?? 0)) * scale)}` : "",
      aims[plan.name] === undefined ? "" : `≤ ${thousands(aims[plan.name] ?? 0)}`,
    ]),
  };
}

function useTable(results: readonly MonthResult[], days: number): Table {
  const shown = results.filter(({ plan }) => plan.name.startsWith("full") || plan.name === "quiet");
  const kinds = [...new Set(shown.flatMap(({ uses }) => Object.keys(uses)))];
  const of = (result: MonthResult, kind: string) => {
    const found = Object.entries(result.uses).find(([name]) => name === kind)?.[1];
    return thousands((((found?.up ?? 0) + (found?.down ?? 0)) * 30) / days);
  };
  return {
    title: "The same by what it was for, as the agent books it, on IP, both ways",
    columns: ["what for", ...shown.map(({ plan }) => plan.name)],
    rows: kinds.map((kind) => [kind, ...shown.map((result) => of(result, kind))]),
  };
}

function flashTable(results: readonly MonthResult[], days: number): Table {
  return {
    title: "Written to flash a day: outbox and the uplink's memory (written hourly where something changed)",
    columns: ["month", "bytes", "times made durable", "in pages of 4 KiB at least"],
    rows: results.map(({ plan, flashBytes, syncs }) => [
      plan.name,
      thousands(flashBytes / days),
      thousands(syncs / days),
      thousands((syncs * 4_096) / days),
    ]),
  };
}

function faultTable(faults: readonly OneFault[]): Table {
  return {
    title:
      "One fault in a long session: PUBLISH and PUBACK in TLS, both ways (the fault set that follows is another message)",
    columns: ["message", "payload", "in TLS", "on IP, reckoned", "aim"],
    rows: faults.map(({ name, payload, tls, ip, isAimed }) => [
      name,
      `${payload}`,
      `${tls}`,
      `${ip}`,
      isAimed ? `≤ ${faultAim}` : "",
    ]),
  };
}

async function measure(days: number, say: (line: string) => void): Promise<Outcome> {
  const { faults, results } = await atCountedBroker(async (proxy, tls) => {
    const one = await oneFault(proxy, tls);
    const months: MonthResult[] = [];
    for (const plan of plans) {
      say(`data-month: ${plan.name}`);
      months.push(await liveMonth({ ...plan, days }, proxy, tls));
    }
    return { faults: one, results: months };
  });
  const missed = results.filter(
    ({ plan, wireBytes }) => (wireBytes * 30) / days > (aims[plan.name] ?? Number.POSITIVE_INFINITY),
  );
  const late = faults.filter(({ isAimed, tls: bytes }) => isAimed && bytes > faultAim);
  return {
    tables: [monthTable(results, days), useTable(results, days), faultTable(faults), flashTable(results, days)],
    notes: [
      "Full: a heartbeat and what was measured an hour, 4 breaks of the connection, 3 faults that come and go and 1 start of the agent a day. Quiet: the same with uplink.most = events and keep-alive 1200 s.",
      ...missed.map(({ plan }) => `MISSED: ${plan.name} takes more than it may.`),
      ...late.map(({ name }) => `MISSED: ${name} takes more than ${faultAim} bytes.`),
    ],
    data: { days, results, faults },
    failed: missed.length + late.length > 0,
  };
}

export const dataMonth: Measurement = {
  name: "data-month",
  summary: "bytes of a month over TLS through a counting proxy, feature by feature, beside JSON; flash written",
  options: { days: { text: "lived, in virtual time; scaled to 30", default: "30" } },
  run: async (values, say): Promise<Outcome> => {
    const days = numberOf(values, "days", [1, 60]);
    const missing = missingPrograms(["mosquitto", "openssl"]);
    if (missing) return { tables: [], notes: [`Not measured: ${missing}.`], data: {}, failed: false };
    return measure(days, say);
  },
};
