/** Whom the terminal trusts to vouch for the broker, and how long. */
import { daysLeft } from "../../probes/way/certificate-chain.ts";
import { type Certificates, readCertificates, renewalDays } from "../certificates.ts";
import { createFinder, type Finding } from "../finding.ts";
import { type Check, configOf } from "../place.ts";

const find = createFinder("authority");

/** A list of all public authorities always has one that is about to end, and it is nobody's who matters here. */
const ownListMost = 10;

/** Pure. */
export function judgeAuthority(file: string, read: Certificates, wallMs: number): Finding {
  if ("unseen" in read) return find("unseen", { values: { file } });
  if ("error" in read) return find("broken", { values: { file, error: read.error } });
  const days = read.chain.map((each) => daysLeft([each], wallMs)).filter((left) => left >= 0);
  const values = { file, count: read.chain.length, days: Math.min(...days) };
  if (days.length === 0) return find("expired", { values: { ...values, days: 0 } });
  return find(values.days < renewalDays && read.chain.length <= ownListMost ? "ending" : "ok", { values });
}

export const authorityCheck: Check = {
  id: "authority",
  limitMs: 4_000,
  look: async (place) => {
    const config = configOf(place);
    if (!config) return find("needs_config");
    if (config["uplink.url"].startsWith("mqtt:")) return find("plain");
    const file = config["uplink.tls.ca_file"];
    return file === undefined ? find("node") : judgeAuthority(file, readCertificates(file), place.clock.wallMs());
  },
};
