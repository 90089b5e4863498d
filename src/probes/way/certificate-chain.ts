/** A host's certificate with those that vouch for it, judged apart from the question what time it is. */
import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { type DetailedPeerCertificate, rootCertificates } from "node:tls";

/** The host's own first. */
export type Chain = readonly X509Certificate[];

const longest = 10;
const dayMs = 86_400_000;

/** As the handshake left it: Node adds the root where it knows it, and lets that point to itself. */
export function chainOf(peer: DetailedPeerCertificate): Chain {
  const chain: X509Certificate[] = [];
  let next: DetailedPeerCertificate | undefined = peer;
  // An empty object stands for a host that showed none.
  while (next?.raw && chain.length < longest) {
    chain.push(new X509Certificate(next.raw));
    next = next.issuerCertificate === next ? undefined : next.issuerCertificate;
  }
  return chain;
}

/** `trust`: PEM, any number of certificates; undefined for Node's own list of authorities. */
function anchorsOf(trust: string | undefined): readonly X509Certificate[] {
  const texts = trust?.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return (trust === undefined ? rootCertificates : texts).map((pem) => new X509Certificate(pem));
}

function isIssued(by: X509Certificate, subject: X509Certificate): boolean {
  return by.ca && subject.checkIssued(by) && subject.verify(by.publicKey);
}

/**
 * Whether it leads, signature by signature, to one whom we trust; dates are left out. OpenSSL tells only the last thing
 * that is wrong with a chain, and of a strange certificate that has also expired it tells the date.
 */
export function isTrusted(chain: Chain, trust: string | undefined): boolean {
  const last = chain.at(-1);
  if (!last) return false;
  const linked = chain.every((each, at) => at === 0 || isIssued(each, chain[at - 1] ?? each));
  const anchored = anchorsOf(trust).some(
    (anchor) => anchor.fingerprint256 === last.fingerprint256 || isIssued(anchor, last),
  );
  return linked && anchored;
}

/** By the alternative names; by the common name where there are none (RFC 6125 6.4.4). */
export function isNamed(chain: Chain, name: string): boolean {
  const [own] = chain;
  return (isIP(name) === 0 ? own?.checkHost(name) : own?.checkIP(name)) !== undefined;
}

const begins = (certificate: X509Certificate): number => Date.parse(certificate.validFrom);
const ends = (certificate: X509Certificate): number => Date.parse(certificate.validTo);

/** RFC 5280 4.1.2.5, of every certificate in the chain. */
export function datesOf(chain: Chain, wallMs: number): "ok" | "cert_not_yet_valid" | "cert_expired" {
  if (chain.some((each) => begins(each) > wallMs)) return "cert_not_yet_valid";
  return chain.some((each) => ends(each) < wallMs) ? "cert_expired" : "ok";
}

/** Whole days until the first of them ends; negative when it has. */
export function daysLeft(chain: Chain, wallMs: number): number {
  return Math.floor((Math.min(...chain.map(ends)) - wallMs) / dayMs);
}
