/** Certificates and private keys in files that somebody named on the command line. */
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { AgentError } from "../base/errors.ts";
import { readInputFile } from "./input-file.ts";

/** Whatever OpenSSL says of it, it is none. */
function parsed<T>(path: string, kind: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new AgentError("INPUT_INVALID", `${path} holds no ${kind}`);
  }
}

/** The first of them. @throws AgentError INPUT_UNREADABLE, INPUT_INVALID */
export async function readCertificate(path: string): Promise<X509Certificate> {
  const text = await readInputFile(path);
  return parsed(path, "certificate in PEM form", () => new X509Certificate(text));
}

/** @throws AgentError INPUT_UNREADABLE, INPUT_INVALID */
export async function readPrivateKey(path: string): Promise<KeyObject> {
  const text = await readInputFile(path);
  return parsed(path, "private key in PEM form without a password", () => createPrivateKey(text));
}
