/** Commands of support, what becomes of them, and pieces of their results: to the wire and back. */
import { AgentError } from "../base/errors.ts";
import { rungIds } from "../model/attempt.ts";
import {
  type AuditHead,
  type Command,
  type CommandUpdate,
  chunkLimit,
  isGrant,
  type ResultChunk,
  resultLimit,
  type TrustedKey,
  type Verb,
} from "../model/command.ts";
import { uint32Max, whole } from "./range.ts";
import type { Received } from "./received.ts";
import { identifier, isIdentifier } from "./redact.ts";
import { posdiag } from "./wire.js";
import { commandStates, wordOf } from "./words.ts";

const wire = posdiag.v1;
type WireCommand = posdiag.v1.Command.$Properties;

const word = (field: string, text: string): string => (text === "" ? "" : identifier(field, text));

function bytesOf(field: string, hex: string, length: number): Uint8Array {
  const bytes = Buffer.from(hex, "hex");
  if (bytes.length === length && /^[0-9a-f]*$/.test(hex)) return bytes;
  throw new AgentError("RECORD_INVALID", `${field} is not ${2 * length} hexadecimal digits`);
}

function hexOf(bytes: Uint8Array | null | undefined, length: number): string | undefined {
  return bytes?.length === length ? Buffer.from(bytes).toString("hex") : undefined;
}

interface WireAudit {
  readonly auditLines?: number | null;
  readonly auditHead?: Uint8Array | null;
}

export function auditToWire(audit: AuditHead | undefined): WireAudit {
  if (!audit) return {};
  const [auditLines, auditHead] = [
    whole("audit lines", audit.lines, [1, uint32Max]),
    bytesOf("audit head", audit.hash, 32),
  ];
  return { auditLines, auditHead };
}

export function auditFromWire({ auditLines, auditHead }: WireAudit): AuditHead | undefined {
  const hash = hexOf(auditHead, 32);
  return hash === undefined ? undefined : { lines: auditLines ?? 0, hash };
}

export function updateToWire(update: CommandUpdate): posdiag.v1.CommandUpdate.$Properties {
  const { id, state, reason, step, result, audit } = update;
  return {
    id: bytesOf("command id", id, 16),
    state: commandStates[state],
    reason: word("reason", reason),
    step: word("step", step),
    ...(result && {
      resultBytes: whole("result", result.bytes, [1, resultLimit]),
      resultSha256: bytesOf("result's hash", result.sha256, 32),
    }),
    ...auditToWire(audit),
  };
}

export function updateFromWire(update: posdiag.v1.CommandUpdate.$Properties): Received<CommandUpdate> {
  const sha256 = hexOf(update.resultSha256, 32);
  return {
    id: hexOf(update.id, 16) ?? "",
    state: wordOf(commandStates, update.state ?? 0),
    reason: update.reason ?? "",
    step: update.step ?? "",
    result: sha256 === undefined ? undefined : { bytes: update.resultBytes ?? 0, sha256 },
    audit: auditFromWire(update),
  };
}

export function chunkToWire({ id, offset, total, data }: ResultChunk): posdiag.v1.ResultChunk.$Properties {
  whole("chunk", data.length, [1, chunkLimit]);
  return {
    id: bytesOf("command id", id, 16),
    offset: whole("offset", offset, [0, resultLimit - 1]),
    total: whole("total", total, [1, resultLimit]),
    data,
  };
}

export function chunkFromWire({ id, offset, total, data }: posdiag.v1.ResultChunk.$Properties): ResultChunk {
  return { id: hexOf(id, 16) ?? "", offset: offset ?? 0, total: total ?? 0, data: data ?? new Uint8Array() };
}

function verbToWire(verb: Verb): WireCommand {
  switch (verb.kind) {
    case "diagnose":
      return { diagnose: { active: verb.active, language: word("language", verb.language) } };
    case "read_state":
      return { readState: {} };
    case "run_test":
      return { runTest: { test: identifier("test", verb.test) } };
    case "at_read":
      return { atRead: { requests: [...verb.requests] } };
    case "log_tail":
      return { logTail: { lines: whole("lines", verb.lines, [1, 200]) } };
    case "hold":
      return { hold: { minutes: whole("minutes", verb.minutes, [1, 1_440]) } };
    case "release":
      return { release: {} };
    case "bundle":
      return { bundle: {} };
    case "recover":
      return { recover: { rung: verb.rung } };
    case "set_config":
      return { setConfig: { settings: verb.settings.map((each) => ({ ...each })), trialS: verb.trialS } };
    case "confirm_config":
      return { confirmConfig: { id: bytesOf("command id", verb.id, 16) } };
    case "again":
      return { again: { id: bytesOf("command id", verb.id, 16) } };
    case "rotate_keys": {
      const add = verb.add.map(({ name, key, may }) => ({ name, key: bytesOf("key", key, 32), may: [...may] }));
      return { rotateKeys: { add, remove: verb.remove.map((key) => bytesOf("key", key, 8)) } };
    }
  }
}

export function encodeCommand(command: Command): Uint8Array {
  return wire.Command.encode({
    tenant: identifier("tenant", command.tenant),
    serial: identifier("serial", command.serial),
    id: bytesOf("command id", command.id, 16),
    issuedS: whole("issued", command.issuedS, [0, uint32Max]),
    deadlineS: whole("deadline", command.deadlineS, [0, uint32Max]),
    who: identifier("who", command.who),
    ...verbToWire(command.verb),
  }).finish();
}

const between = (value: number | null | undefined, [least, most]: readonly [number, number]): number | undefined =>
  value !== null && value !== undefined && value >= least && value <= most ? value : undefined;

function keysFromWire(list: readonly posdiag.v1.TrustedKey.$Properties[]): readonly TrustedKey[] | undefined {
  const keys = list.flatMap(({ name, key, may }): readonly TrustedKey[] => {
    const hex = hexOf(key, 32);
    const granted = may ?? [];
    const fits = /^[A-Za-z0-9_-]{1,32}$/.test(name ?? "") && granted.length <= 16 && granted.every(isGrant);
    return fits && hex !== undefined ? [{ name: name ?? "", key: hex, may: granted.filter(isGrant) }] : [];
  });
  return keys.length === list.length && list.length <= 8 ? keys : undefined;
}

function rotationFromWire({ add, remove }: posdiag.v1.RotateKeys.$Properties): Verb | undefined {
  const keys = keysFromWire(add ?? []);
  const ids = (remove ?? []).flatMap((key) => hexOf(key, 8) ?? []);
  const fits = keys && ids.length === (remove ?? []).length && ids.length <= 8;
  return fits ? { kind: "rotate_keys", add: keys, remove: ids } : undefined;
}

function atReadFromWire({ requests }: posdiag.v1.AtRead.$Properties): Verb | undefined {
  const asked = requests ?? [];
  const fits = asked.length >= 1 && asked.length <= 8 && asked.every((each) => /^[ -~]{1,64}$/.test(each));
  return fits ? { kind: "at_read", requests: asked } : undefined;
}

function settingsFromWire({ settings, trialS }: posdiag.v1.SetConfig.$Properties): Verb | undefined {
  const given = (settings ?? []).map(({ key, value }) => ({ key: key ?? "", value: value ?? "" }));
  const fits = given.every(({ key, value }) => isIdentifier(key) && /^[ -~]{1,256}$/.test(value));
  const time = between(trialS, [30, 3_600]);
  if (!fits || time === undefined || given.length < 1 || given.length > 16) return undefined;
  return { kind: "set_config", settings: given, trialS: time };
}

type WithReader = { readonly [K in keyof WireCommand]?: (command: WireCommand) => Verb | undefined };

/** Undefined: there, and not what it may be. */
const verbReaders: WithReader = {
  diagnose: ({ diagnose }) => {
    const language = diagnose?.language ?? "";
    const fits = language === "" || language === "zh-CN" || language === "en";
    return fits ? { kind: "diagnose", active: diagnose?.active ?? false, language } : undefined;
  },
  readState: () => ({ kind: "read_state" }),
  runTest: ({ runTest }) => {
    const test = runTest?.test ?? "";
    return isIdentifier(test) ? { kind: "run_test", test } : undefined;
  },
  atRead: ({ atRead }) => atReadFromWire(atRead ?? {}),
  logTail: ({ logTail }) => {
    const lines = between(logTail?.lines, [1, 200]);
    return lines === undefined ? undefined : { kind: "log_tail", lines };
  },
  hold: ({ hold }) => {
    const minutes = between(hold?.minutes, [1, 1_440]);
    return minutes === undefined ? undefined : { kind: "hold", minutes };
  },
  release: () => ({ kind: "release" }),
  bundle: () => ({ kind: "bundle" }),
  recover: ({ recover }) => {
    const rung = rungIds.find((known) => known === recover?.rung);
    return rung && { kind: "recover", rung };
  },
  setConfig: ({ setConfig }) => settingsFromWire(setConfig ?? {}),
  confirmConfig: ({ confirmConfig }) => {
    const id = hexOf(confirmConfig?.id, 16);
    return id === undefined ? undefined : { kind: "confirm_config", id };
  },
  again: ({ again }) => {
    const id = hexOf(again?.id, 16);
    return id === undefined ? undefined : { kind: "again", id };
  },
  rotateKeys: ({ rotateKeys }) => rotationFromWire(rotateKeys ?? {}),
};

export type ReadVerb =
  | { readonly kind: "verb"; readonly verb: Verb }
  /** None that this version knows, or several, or one with values that it cannot have. */
  | { readonly kind: "unknown_verb" }
  | { readonly kind: "malformed" };

/** A command whose verb is yet to be judged. */
export type ReadCommand = Omit<Command, "verb"> & { readonly read: ReadVerb };

function verbFromWire(command: WireCommand): ReadVerb {
  const readers = Object.entries(verbReaders).filter(([field]) => Reflect.get(command, field));
  const [only] = readers;
  if (!only || readers.length > 1) return { kind: readers.length > 1 ? "malformed" : "unknown_verb" };
  const verb = only[1](command);
  return verb ? { kind: "verb", verb } : { kind: "malformed" };
}

export function commandFromWire(command: WireCommand): ReadCommand | undefined {
  const { tenant = "", serial = "", issuedS, deadlineS, who } = command;
  const id = hexOf(command.id, 16);
  if (id === undefined || !issuedS || !deadlineS || !isIdentifier(who ?? "")) return undefined;
  return {
    tenant: tenant ?? "",
    serial: serial ?? "",
    id,
    issuedS,
    deadlineS,
    who: who ?? "",
    read: verbFromWire(command),
  };
}
