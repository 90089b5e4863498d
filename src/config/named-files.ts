/**
 * The files that a configuration names, as they are on this machine: that they can be read, that certificates are
 * certificates, that a key is the key of its certificate, that codes have a meaning, that a catalogue fits ours, that a key of the last
 * resort is this terminal's. What a schema cannot know.
 */
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { systemCode } from "../base/errors.ts";
import { readOwnCodes } from "../codes/own-codes.ts";
import { mayAsk, readTrust } from "../commands/trust.ts";
import type { Adaptation } from "../faults/adapt.ts";
import { readKeyFile } from "../last-resort/key-file.ts";
import type { TrustedKey } from "../model/command.ts";
import { readCatalogueFile } from "./catalogue/read.ts";
import type { Draft } from "./config.ts";
import { formatProblem, type Problem } from "./problem.ts";
import type { Key } from "./schema.ts";

/** A list of all public authorities has some 250 KB. */
const mostBytes = 1_048_576;
const pem = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

export type Told<T> = { readonly value: T } | { readonly what: string };

function textOf(path: string): Told<string> {
  try {
    // Without O_NONBLOCK a named pipe would hold the open for ever.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(file);
      if (!stat.isFile()) return { what: `${path} is not a file` };
      if (stat.size > mostBytes) return { what: `${path} is larger than ${mostBytes} bytes` };
      return { value: readFileSync(file, "utf8") };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return { what: `${path} cannot be read (${code})` };
  }
}

/** What OpenSSL makes of it; whatever it throws, the file is not what it must be. */
function parsed<T>(path: string, kind: string, parse: () => T): Told<T> {
  try {
    return { value: parse() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { what: `${path} holds no ${kind} that can be read` };
  }
}

function certificates(path: string): Told<readonly X509Certificate[]> {
  const text = textOf(path);
  if ("what" in text) return text;
  const found = text.value.match(pem) ?? [];
  if (found.length === 0) return { what: `${path} holds no certificate in PEM form` };
  return parsed(path, "certificate", () => found.map((each) => new X509Certificate(each)));
}

function privateKey(path: string): Told<KeyObject> {
  const text = textOf(path);
  return "what" in text
    ? text
    : parsed(path, "private key in PEM form without a password", () => createPrivateKey(text.value));
}

function ownCodes(path: string): Told<unknown> {
  const text = textOf(path);
  if ("what" in text) return text;
  const read = readOwnCodes(text.value);
  return "what" in read ? { what: `${path} ${read.what}` } : { value: read.codes };
}

/** What a deployment's catalogue file changes, or everything that is wrong with it: one sentence each, with its place. */
export function ownCatalogue(
  path: string,
): { readonly adaptation: Adaptation } | { readonly wrong: readonly string[] } {
  const text = textOf(path);
  if ("what" in text) return { wrong: [text.what] };
  const read = readCatalogueFile(text.value.replace(/^\uFEFF/, ""));
  if (read.kind === "adaptation") return { adaptation: read.adaptation };
  return { wrong: read.problems.map((each) => `${path}: ${formatProblem(each)}`) };
}

function trust(path: string, ends = false): Told<readonly TrustedKey[]> {
  const text = textOf(path);
  if ("what" in text) return text;
  const read = readTrust(text.value, ends);
  return "what" in read ? { what: `${path} ${read.what}` } : { value: read.keys };
}

/** Keys that may sign data, some of them until a day. */
export function dataKeys(path: string): Told<readonly TrustedKey[]> {
  const keys = trust(path, true);
  if ("what" in keys || keys.value.some((key) => mayAsk(key, "data"))) return keys;
  return { what: `${path} has no key that may sign data` };
}

function catalogueProblems({ "catalogue.file": path }: Draft): readonly Problem[] {
  const read = typeof path === "string" ? ownCatalogue(path) : undefined;
  return read && "wrong" in read ? read.wrong.map((what) => ({ key: "catalogue.file", what })) : [];
}

/** The key of this terminal's codes, or why the file is of no use. */
export function lastResortKey(
  path: string,
  { tenant, serial }: { readonly tenant: string; readonly serial: string },
): Told<Uint8Array> {
  const text = textOf(path);
  if ("what" in text) return text;
  const file = readKeyFile(text.value);
  if (file.kind === "wrong") return { what: `${path} ${file.what}` };
  if (file.kind === "fleet") return { what: `${path} is the fleet's key, which must not be on a terminal` };
  const isOurs = file.terminal.tenant === tenant && file.terminal.serial === serial;
  return isOurs ? { value: file.key } : { what: `${path} is the key of another terminal` };
}

/** With which QR codes are signed. */
export function signingKey(path: string): Told<KeyObject> {
  const key = privateKey(path);
  if ("what" in key || key.value.asymmetricKeyType === "ed25519") return key;
  return { what: `${path} holds a key of another kind than Ed25519` };
}

function lastResortProblems(draft: Draft): readonly Problem[] {
  const { "last_resort.key_file": path, "terminal.tenant": tenant = "", "terminal.serial": serial = "" } = draft;
  if (typeof path !== "string") return [];
  const read = lastResortKey(path, { tenant: String(tenant), serial: String(serial) });
  return problem("last_resort.key_file", read);
}

interface Identity {
  readonly cert: Key;
  readonly key: Key;
}

const identities: readonly Identity[] = [
  { cert: "acquirer.cert_file", key: "acquirer.key_file" },
  { cert: "uplink.tls.cert_file", key: "uplink.tls.key_file" },
];
/** OpenSSL's engine takes the whole file for the PIN, its line end too, and each wrong one is a step towards a locked module. */
function pinProblems({ "uplink.tls.key_uri": uri }: Draft): readonly Problem[] {
  const key = "uplink.tls.key_uri";
  if (typeof uri !== "string") return [];
  const [, path] = /[?&]pin-source=(?:file:(?:\/\/(?=\/))?)?([^&]*)/.exec(uri) ?? [];
  if (path === undefined) return [{ key, what: "has no pin-source: the security module asks for a PIN" }];
  const text = textOf(path);
  if ("value" in text && /^[^\r\n]{1,64}$/.test(text.value)) return [];
  return [{ key, what: "what" in text ? text.what : `${path} must hold the PIN and nothing else, no line end either` }];
}

const authorities: readonly Key[] = ["acquirer.ca_file", "uplink.tls.ca_file"];

function told<T>(draft: Draft, key: Key, read: (path: string) => Told<T>): Told<T> | undefined {
  const path = draft[key];
  return typeof path === "string" ? read(path) : undefined;
}

const problem = (key: Key, read: Told<unknown> | undefined): Problem[] =>
  read && "what" in read ? [{ key, what: read.what }] : [];

function identityProblems(draft: Draft, { cert, key }: Identity): readonly Problem[] {
  const [chain, own] = [told(draft, cert, certificates), told(draft, key, privateKey)];
  const wrong = [...problem(cert, chain), ...problem(key, own)];
  if (wrong.length > 0 || !chain || !own || !("value" in chain) || !("value" in own)) return wrong;
  return chain.value[0]?.checkPrivateKey(own.value) ? [] : [{ key, what: `is not the key of ${cert}` }];
}

/** Reads the files of a draft; keys that are not given name none. */
export function namedFileProblems(draft: Draft): readonly Problem[] {
  return [
    ...authorities.flatMap((key) => problem(key, told(draft, key, certificates))),
    ...identities.flatMap((identity) => identityProblems(draft, identity)),
    ...pinProblems(draft),
    ...problem("acquirer.codes_file", told(draft, "acquirer.codes_file", ownCodes)),
    ...problem(
      "commands.keys_file",
      told(draft, "commands.keys_file", (path) => trust(path)),
    ),
    ...problem("data.keys_file", told(draft, "data.keys_file", dataKeys)),
    ...catalogueProblems(draft),
    ...lastResortProblems(draft),
    ...problem("last_resort.sign_key_file", told(draft, "last_resort.sign_key_file", signingKey)),
    ...problem("uplink.password_file", told(draft, "uplink.password_file", textOf)),
  ];
}
