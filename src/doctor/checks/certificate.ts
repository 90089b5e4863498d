/** The terminal's own certificate: how long it is good, and whether the key is its own. */
import { createPrivateKey, type KeyObject, type X509Certificate } from "node:crypto";
import { datesOf, daysLeft } from "../../probes/way/certificate-chain.ts";
import { type Certificates, readBounded, readCertificates, renewalDays } from "../certificates.ts";
import { createFinder, type Finding } from "../finding.ts";
import { type Check, configOf } from "../place.ts";

const find = createFinder("certificate");

export interface OwnCertificate {
  readonly file: string;
  readonly read: Certificates;
  /** Where the key is in a file that can be read. */
  readonly key: { readonly file: string; readonly object: KeyObject } | undefined;
}

function judgeDates(file: string, chain: readonly X509Certificate[], wallMs: number): Finding {
  const values = { file, days: daysLeft(chain, wallMs) };
  const dates = datesOf(chain, wallMs);
  if (dates === "cert_not_yet_valid") return find("early", { values });
  if (dates === "cert_expired") return find("expired", { values });
  return find(values.days < renewalDays ? "ending" : "ok", { values });
}

/** Pure. */
export function judgeCertificate({ file, read, key }: OwnCertificate, wallMs: number): Finding {
  if ("unseen" in read) return find("unseen", { values: { file } });
  if ("error" in read) return find("broken", { values: { file, error: read.error } });
  if (key && read.chain[0]?.checkPrivateKey(key.object) === false) {
    return find("other_key", { values: { file, key: key.file } });
  }
  return judgeDates(file, read.chain, wallMs);
}

function keyOf(file: string | undefined): OwnCertificate["key"] {
  const read = file === undefined ? undefined : readBounded(file);
  if (file === undefined || !read || !("text" in read)) return undefined;
  try {
    return { file, object: createPrivateKey(read.text) };
  } catch (error) {
    // What is wrong with it is told by the check of the configuration.
    if (!(error instanceof Error)) throw error;
    return undefined;
  }
}

export const certificateCheck: Check = {
  id: "certificate",
  limitMs: 4_000,
  look: async (place) => {
    const config = configOf(place);
    if (!config) return find("needs_config");
    const file = config["uplink.tls.cert_file"];
    if (file === undefined) return find("none");
    const own = { file, read: readCertificates(file), key: keyOf(config["uplink.tls.key_file"]) };
    return judgeCertificate(own, place.clock.wallMs());
  },
};
