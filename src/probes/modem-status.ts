/** What the modem probe can say about itself to a person. Identities only by their last four digits. */
import { homeNetworkOf } from "../at/parse/identity.ts";
import type { Session } from "../modem/session.ts";
import { addCounts, type SessionCounts } from "../modem/tally.ts";
import type { ModemLink } from "./modem-link.ts";

export type PortState = "open" | "missing" | "denied" | "busy" | "failed";

export interface ModemStatus {
  /** Undefined before the first attempt. */
  readonly port: PortState | undefined;
  /** Why the port is of no use, and what to do. */
  readonly note: string | undefined;
  /** Whether the last look got answers. */
  readonly answering: boolean;
  readonly profile: string | undefined;
  readonly manufacturer: string | undefined;
  readonly model: string | undefined;
  readonly revision: string | undefined;
  readonly imei: string | undefined;
  readonly iccid: string | undefined;
  readonly imsi: string | undefined;
  /** Country and network code of the SIM's home network. */
  readonly carrier: string | undefined;
  /** Since the agent started. */
  readonly counts: SessionCounts;
  /** Newest last, digits masked, at most five. */
  readonly unknownLines: readonly string[];
}

const unknownShown = 5;

/** `…1234`. */
function lastFour(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `…${text.slice(-4)}`;
}

/** What the probe holds at this moment. */
export interface Held {
  readonly port: PortState | undefined;
  readonly portError: string | undefined;
  /** The newest link; its modem may be gone. */
  readonly link: ModemLink | undefined;
  /** Only while the port is open. */
  readonly session: Session | undefined;
  /** Counts of the sessions before. */
  readonly past: SessionCounts;
  readonly pastUnknown: readonly string[];
}

/** Bytes of a GPS stream or a diagnostic protocol, and nobody who answers: this is another port of the same modem. */
function noteOf({ portError, link, session }: Held): string | undefined {
  if (portError !== undefined || !session || link?.answering) return portError;
  const { nmea, binary } = session.counts;
  if (nmea === 0 && binary === 0) return undefined;
  const kind = nmea >= binary ? "NMEA (GPS)" : "binary (diagnostics)";
  return `not an AT port: it sends ${kind} data and answers no command; try the modem's other ports`;
}

export function statusOf(held: Held): ModemStatus {
  const { link, session } = held;
  const imsi = link?.simIdentity?.imsi;
  return {
    port: held.port,
    note: noteOf(held),
    answering: session !== undefined && (link?.answering ?? false),
    profile: link?.identified?.profile.id,
    manufacturer: link?.identity?.manufacturer,
    model: link?.identity?.model,
    revision: link?.identity?.revision,
    imei: lastFour(link?.identity?.imei),
    iccid: lastFour(link?.simIdentity?.iccid),
    imsi: lastFour(imsi),
    carrier: imsi === undefined ? undefined : homeNetworkOf(imsi),
    counts: session ? addCounts(held.past, session.counts) : held.past,
    unknownLines: [...held.pastUnknown, ...(session?.unknownLines ?? [])].slice(-unknownShown),
  };
}
