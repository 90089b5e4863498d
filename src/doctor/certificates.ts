/** Certificates in a PEM file, and how long they are good. */
import { X509Certificate } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { systemCode } from "../base/errors.ts";

/** A list of all public authorities has some 250 KB. */
const mostBytes = 1_048_576;
const pem = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

export type Text = { readonly text: string } | { readonly unseen: true } | { readonly error: string };

/** Bounded, and never held up by what is no file. */
export function readBounded(path: string): Text {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { size } = fstatSync(file);
      return size > mostBytes ? { error: `larger than ${mostBytes} bytes` } : { text: readFileSync(file, "utf8") };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return code === "EACCES" || code === "EPERM" ? { unseen: true } : { error: code };
  }
}

export type Certificates =
  | { readonly chain: readonly X509Certificate[] }
  | { readonly unseen: true }
  | { readonly error: string };

export function readCertificates(path: string): Certificates {
  const read = readBounded(path);
  if (!("text" in read)) return read;
  const found = read.text.match(pem) ?? [];
  if (found.length === 0) return { error: "no certificate in PEM form" };
  try {
    return { chain: found.map((each) => new X509Certificate(each)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error: "no certificate that can be read" };
  }
}

/** Fewer days than this, and it is time to act: a month is what a renewal takes where terminals are visited. */
export const renewalDays = 30;
