/** What was measured and counted over a span: to the wire and back. Quantities go as whole tenths, signals as numbers. */
import type { IssuerPayments, Measured, Measures, Payments, Reads } from "../model/measures.ts";
import { mostIssuers } from "../model/measures.ts";
import { uint32Max, whole } from "./range.ts";
import type { Received } from "./received.ts";
import { identifier, isIdentifier } from "./redact.ts";
import type { posdiag } from "./wire.js";
import { measuredNumbers, readWayNumbers, wordOf } from "./words.ts";

const int32Max = 2_147_483_647;
const tenths = (value: number): number => Math.max(-int32Max, Math.min(int32Max, Math.round(value * 10)));
const count = (field: string, value: number): number => whole(field, value, [0, uint32Max]);

function measuredToWire({ signal, low, mean, high, count: times }: Measured): posdiag.v1.Measured.$Properties {
  return {
    signal: measuredNumbers[signal],
    lowE1: tenths(low),
    meanE1: tenths(mean),
    highE1: tenths(high),
    count: whole("measurements", times, [1, uint32Max]),
  };
}

function paymentsToWire(payments: Payments): posdiag.v1.Payments.$Properties {
  return {
    approved: count("approved payments", payments.approved),
    refused: count("refused payments", payments.refused),
    unanswered: count("unanswered payments", payments.unanswered),
    unsent: count("unsent payments", payments.unsent),
  };
}

function issuerToWire({ issuer, approved, refused }: IssuerPayments): posdiag.v1.IssuerPayments.$Properties {
  return {
    issuer: identifier("issuer", issuer),
    approved: count("an issuer's approvals", approved),
    refused: count("an issuer's refusals", refused),
  };
}

function readsToWire({ way, ok, failed }: Reads): posdiag.v1.Reads.$Properties {
  return { way: readWayNumbers[way], ok: count("reads", ok), failed: count("failed reads", failed) };
}

/** Where nobody paid nothing is said of payments. */
export function measuresToWire(measures: Measures): posdiag.v1.Measures.$Properties {
  const { spanS, signals, payments, issuers, reads } = measures;
  const nobodyPaid = Object.values(payments).every((ends) => ends === 0);
  return {
    spanS: whole("span", spanS, [1, uint32Max]),
    signals: signals.map(measuredToWire),
    ...(nobodyPaid ? {} : { payments: paymentsToWire(payments) }),
    issuers: issuers.slice(0, mostIssuers).map(issuerToWire),
    reads: reads.map(readsToWire),
  };
}

/** More than anybody measures; whoever sends more has an odd program. */
const mostRead = 32;

function measuredFromWire(measured: posdiag.v1.Measured.$Properties): Received<Measured> {
  return {
    signal: wordOf(measuredNumbers, measured.signal ?? 0),
    low: (measured.lowE1 ?? 0) / 10,
    mean: (measured.meanE1 ?? 0) / 10,
    high: (measured.highE1 ?? 0) / 10,
    count: measured.count ?? 0,
  };
}

function paymentsFromWire(payments: posdiag.v1.Payments.$Properties): Payments {
  const { approved, refused, unanswered, unsent } = payments;
  return { approved: approved ?? 0, refused: refused ?? 0, unanswered: unanswered ?? 0, unsent: unsent ?? 0 };
}

export function measuresFromWire(measures: posdiag.v1.Measures.$Properties): Received<Measures> {
  const issuers = (measures.issuers ?? []).filter(({ issuer }) => isIdentifier(issuer ?? ""));
  return {
    spanS: measures.spanS ?? 0,
    signals: (measures.signals ?? []).slice(0, mostRead).map(measuredFromWire),
    payments: paymentsFromWire(measures.payments ?? {}),
    issuers: issuers.slice(0, mostRead).map(({ issuer, approved, refused }) => {
      return { issuer: issuer ?? "", approved: approved ?? 0, refused: refused ?? 0 };
    }),
    reads: (measures.reads ?? []).slice(0, mostRead).map(({ way, ok, failed }) => {
      return { way: wordOf(readWayNumbers, way ?? 0), ok: ok ?? 0, failed: failed ?? 0 };
    }),
  };
}
