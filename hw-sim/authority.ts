/**
 * A certificate authority (RFC 5280) that exists as long as the bench does: its keys are made fresh, trusted by nobody who
 * was not given its root, and forgotten with it.
 */
import { randomBytes, webcrypto } from "node:crypto";
import { Integer, OctetString, Utf8String } from "asn1js";
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  GeneralName,
  GeneralNames,
  RelativeDistinguishedNames,
  Time,
  TimeType,
} from "pkijs";

/** PEM. Behind the certificate follow the intermediate ones, as a server sends them. */
export interface Credentials {
  readonly cert: string;
  readonly key: string;
}

export interface Wish {
  /** Names of the host; the first is the subject, too. */
  readonly names: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** IPv4 addresses of the host. */
  readonly ips?: readonly string[];
}

export interface Authority {
  /** PEM of the root, which a client has to trust. */
  readonly cert: string;
  issue(wish: Wish): Promise<Credentials>;
  /** An intermediate authority under the same root: what it issues is followed by its own certificate. */
  subordinate(name: string): Promise<Authority>;
}

interface Issuer {
  readonly name: string;
  readonly key: webcrypto.CryptoKey;
}

interface Subject {
  readonly name: string;
  readonly issuer: Issuer;
  readonly publicKey: webcrypto.CryptoKey;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Extension[];
}

const OID = { commonName: "2.5.4.3", basicConstraints: "2.5.29.19", subjectAltName: "2.5.29.17" } as const;
const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;
/** RFC 5280 §4.1.2.5: dates from 2050 on are GeneralizedTime. */
const UTC_TIME_ENDS = 2050;
/** Long before and after every clock that a bench plays, so that only the host's own certificate is a matter of time. */
const ERA = { notBefore: new Date("1990-01-01T00:00:00Z"), notAfter: new Date("2099-12-31T00:00:00Z") };

export async function createAuthority(name: string): Promise<Authority> {
  const { publicKey, privateKey } = await makeKeys();
  const issuer = { name, key: privateKey };
  const cert = await sign({ name, issuer, publicKey, ...ERA, extensions: [constraints(true)] });
  return authorityOf(issuer, cert, "");
}

function authorityOf(issuer: Issuer, root: string, chain: string): Authority {
  return {
    cert: root,
    issue: async ({ names, ips = [], notBefore, notAfter }) => {
      const { publicKey, privateKey } = await makeKeys();
      const extensions = [constraints(false), alternativeNames(names, ips)];
      const cert = await sign({ name: names[0] ?? "", issuer, publicKey, notBefore, notAfter, extensions });
      const key = pem("PRIVATE KEY", await webcrypto.subtle.exportKey("pkcs8", privateKey));
      return { cert: cert + chain, key };
    },
    subordinate: async (name) => {
      const { publicKey, privateKey } = await makeKeys();
      const cert = await sign({ name, issuer, publicKey, ...ERA, extensions: [constraints(true)] });
      return authorityOf({ name, key: privateKey }, root, cert + chain);
    },
  };
}

function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);
}

async function sign({ name, issuer, publicKey, notBefore, notAfter, extensions }: Subject): Promise<string> {
  const certificate = new Certificate({
    version: 2, // v3, which extensions need (RFC 5280 §4.1.2.1)
    serialNumber: Integer.fromBigInt(randomBytes(8).readBigUInt64BE() >> 1n),
    subject: commonName(name),
    issuer: commonName(issuer.name),
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    extensions: [...extensions],
  });
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  await certificate.sign(issuer.key, "SHA-256");
  return pem("CERTIFICATE", certificate.toSchema(true).toBER());
}

function commonName(name: string): RelativeDistinguishedNames {
  const value = new Utf8String({ value: name });
  return new RelativeDistinguishedNames({
    typesAndValues: [new AttributeTypeAndValue({ type: OID.commonName, value })],
  });
}

function timeOf(value: Date): Time {
  const type = value.getUTCFullYear() < UTC_TIME_ENDS ? TimeType.UTCTime : TimeType.GeneralizedTime;
  return new Time({ type, value });
}

function constraints(isAuthority: boolean): Extension {
  const value = new BasicConstraints(isAuthority ? { cA: true } : {});
  return new Extension({ extnID: OID.basicConstraints, critical: true, extnValue: value.toSchema().toBER() });
}

/** RFC 5280 §4.2.1.6: dNSName is tagged 2, iPAddress 7 with the address's four bytes. */
function alternativeNames(names: readonly string[], ips: readonly string[]): Extension {
  const value = new GeneralNames({
    names: [
      ...names.map((name) => new GeneralName({ type: 2, value: name })),
      ...ips.map((ip) => new GeneralName({ type: 7, value: addressBytes(ip) })),
    ],
  });
  return new Extension({ extnID: OID.subjectAltName, extnValue: value.toSchema().toBER() });
}

function addressBytes(ip: string): OctetString {
  return new OctetString({ valueHex: Uint8Array.from(ip.split("."), Number) });
}

/** RFC 7468 §2: lines of 64 characters. */
function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
