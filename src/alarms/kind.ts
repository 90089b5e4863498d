/**
 * What a fault is an alarm of: the resource (RFC 8632), and the event type and probable cause of ITU-T X.733, 8.1.1 and
 * 8.1.2.1, for management systems that sort by them. By family, and by fault where one differs; docs/alarms.md has the table.
 */

import { familyOf, unlistedOf } from "../model/unlisted.ts";

/** X.733, 8.1.1. */
export type EventType = "communications" | "environmental" | "equipment" | "processing-error" | "quality-of-service";

export interface Kind {
  readonly resource: string;
  readonly eventType: EventType;
  /** Name in X.721; `indeterminate` (M.3100) where X.733 has no word, as for all that issuers decide. */
  readonly probableCause: string;
}

export interface AlarmType extends Kind {
  /** RFC 8632, alarm-type-id. */
  readonly id: string;
  /** RFC 8632, alarm-type-qualifier: of a cause that the catalogue does not list, the condition or the family. */
  readonly qualifier: string;
}

type Row = readonly [resource: string, eventType: EventType, probableCause: string];

/** By the first word of the fault's id. */
export const families: Readonly<Record<string, Row>> = {
  sim: ["sim", "equipment", "underlyingResourceUnavailable"],
  cell: ["radio", "communications", "lossOfSignal"],
  modem: ["modem", "equipment", "dataSetOrModemError"],
  lan: ["lan", "communications", "lANError"],
  wifi: ["wifi", "communications", "lANError"],
  line: ["line", "communications", "callEstablishmentError"],
  net: ["link", "communications", "communicationsSubsystemFailure"],
  host: ["host", "communications", "remoteNodeTransmissionError"],
  session: ["host", "communications", "communicationsProtocolError"],
  switch: ["switch", "communications", "remoteNodeTransmissionError"],
  issuer: ["issuer", "quality-of-service", "indeterminate"],
  acquirer: ["acquirer", "quality-of-service", "indeterminate"],
  merchant: ["acquirer", "quality-of-service", "configurationOrCustomizationError"],
  terminal: ["acquirer", "quality-of-service", "configurationOrCustomizationError"],
  limit: ["acquirer", "quality-of-service", "thresholdCrossed"],
  risk: ["acquirer", "quality-of-service", "indeterminate"],
  key: ["keys", "processing-error", "configurationOrCustomizationError"],
  card: ["card", "equipment", "inputDeviceError"],
  operator: ["counter", "quality-of-service", "indeterminate"],
  txn: ["payment", "processing-error", "applicationSubsystemFailure"],
  reader: ["reader", "equipment", "inputDeviceError"],
  printer: ["printer", "equipment", "outputDeviceError"],
  power: ["power", "equipment", "powerProblem"],
  device: ["terminal", "equipment", "equipmentMalfunction"],
  env: ["surroundings", "environmental", "indeterminate"],
  sw: ["software", "processing-error", "softwareError"],
};

/** Where a fault is of another part than its family, or X.733 has a closer word. */
export const exceptions: Readonly<Record<string, Partial<Kind>>> = {
  "sim.data_exhausted": { probableCause: "resourceAtOrNearingCapacity" },
  "cell.signal_weak": { probableCause: "degradedSignal" },
  "cell.congested": { probableCause: "congestion" },
  "wifi.weak": { probableCause: "degradedSignal" },
  "net.bandwidth_low": { probableCause: "bandwidthReduced" },
  "net.config_wrong": { probableCause: "configurationOrCustomizationError" },
  "net.apn_wrong": { probableCause: "configurationOrCustomizationError" },
  "host.timeout": { probableCause: "responseTimeExcessive" },
  "host.congested": { probableCause: "congestion" },
  "reader.icc_fault": { resource: "reader/chip" },
  "reader.icc_dirty": { resource: "reader/chip" },
  "reader.mag_fault": { resource: "reader/stripe" },
  "reader.mag_dirty": { resource: "reader/stripe" },
  "reader.nfc_fault": { resource: "reader/contactless" },
  "printer.paper_out": { probableCause: "materialSupplyExhausted" },
  "printer.cover_open": { probableCause: "enclosureDoorOpen" },
  "printer.overheat": { probableCause: "temperatureUnacceptable" },
  "power.battery_low": { resource: "battery" },
  "power.battery_degraded": { resource: "battery" },
  "device.keypad_fault": { resource: "keypad", probableCause: "inputDeviceError" },
  "device.display_fault": { resource: "display", probableCause: "outputDeviceError" },
  "device.pinpad_fault": { resource: "pinpad", probableCause: "inputDeviceError" },
  "device.storage_full": { resource: "storage", probableCause: "storageCapacityProblem" },
  "device.clock_wrong": { resource: "clock", probableCause: "timingProblem" },
  "device.tamper_locked": { probableCause: "enclosureDoorOpen" },
  "env.temp_high": { probableCause: "temperatureUnacceptable" },
  "env.temp_low": { probableCause: "temperatureUnacceptable" },
  "env.humidity": { probableCause: "humidityUnacceptable" },
  "sw.crash": { probableCause: "softwareProgramAbnormallyTerminated" },
  "sw.os_incompatible": { probableCause: "versionMismatch" },
  "sw.app_incompatible": { probableCause: "versionMismatch" },
  "sw.version_too_old": { probableCause: "versionMismatch" },
};

/** Conditions of which the catalogue does not list the cause, by the family that they belong to. */
const conditions: Readonly<Record<string, string>> = {
  module_silent: "modem",
  sim_unusable: "sim",
  radios_off: "cell",
  not_registered: "cell",
  no_bearer: "cell",
  link_down: "lan",
  wifi_link_lost: "wifi",
  no_address: "lan",
  no_route: "lan",
  gateway_dead: "lan",
  no_path: "net",
  path_poor: "net",
  names_wrong: "net",
  host_gone: "host",
  host_unreachable: "host",
  tls_fails: "host",
  no_answer: "host",
  payments_fail: "txn",
};

/** Of a fault that this version's tables do not know: it may come from a newer version's file. */
const strange: Row = ["terminal", "equipment", "indeterminate"];

export function typeOf(fault: string): AlarmType {
  const of = unlistedOf(fault);
  const family = of === undefined ? familyOf(fault) : (conditions[of] ?? of);
  const [resource, eventType, probableCause] = families[family] ?? strange;
  const type = of === undefined ? { id: fault, qualifier: "" } : { id: familyOf(fault), qualifier: of };
  return { ...type, resource, eventType, probableCause, ...exceptions[fault] };
}
