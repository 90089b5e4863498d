/** What the acquirer's host does to those who reach it: one record, all of it well when nothing is said. */

/**
 * What goes wrong with a connection or an answer.
 * At once: `close` `reset`. On the first request: `reset_on_request`, and the request has been worked on.
 * Around the answer: `half_frame` (and hangs up) `wrong_length` (says fewer bytes than follow) `wrong_tpdu` (addresses not
 * swapped) `nonsense` (no frame at all) `flood` (the answer, then rubbish as long as it is taken, 4 MB at most) `drip` (byte by
 * byte) `never_closes` (does not hang up when the terminal has).
 * In the answer: `bad_mac` (0210) `short_keys` (0810: field 62 lacks its last byte) `no_code` (0510 without field 39).
 */
export const MANNERS = [
  "good",
  "close",
  "reset",
  "reset_on_request",
  "half_frame",
  "wrong_length",
  "wrong_tpdu",
  "nonsense",
  "flood",
  "drip",
  "never_closes",
  "bad_mac",
  "short_keys",
  "no_code",
] as const;

/**
 * `plain`: no TLS on the port. `alert`: refuses every handshake. `incomplete`: the intermediate certificate is missing. The
 * others name what is wrong with the host's certificate.
 */
export const TLS_MANNERS = [
  "plain",
  "good",
  "expired",
  "not_yet_valid",
  "unknown_ca",
  "wrong_name",
  "incomplete",
  "alert",
] as const;

export interface HostBehaviour {
  readonly manner: (typeof MANNERS)[number];
  /** Milliseconds before each answer, and at most how many more by chance. What is asked is done at once all the same. */
  readonly delay: { readonly ms: number; readonly jitter: number };
  /**
   * Field 39 by message type (`0200`), by type and issuer group (`0200/g1`), or for all (`*`); the narrowest counts. Without an
   * entry the host works, and answers what comes of it. `*` = 90 is the cut-over at the end of the day.
   */
  readonly codes: Readonly<Record<string, string>>;
  /** Processing request in the header of answers: 0 nothing, 3 sign in again, 6 an update waits. */
  readonly asks: number;
  readonly tls: (typeof TLS_MANNERS)[number];
  /** Whether the host wants a certificate of its own authority from the client. */
  readonly client_cert: boolean;
}

export const GOOD_BEHAVIOUR: HostBehaviour = {
  manner: "good",
  delay: { ms: 0, jitter: 0 },
  codes: {},
  asks: 0,
  tls: "plain",
  client_cert: false,
};

/** The code that is set for a message, undefined when the host is free to work. */
export function codeFor({ codes }: HostBehaviour, mti: string, group: string | undefined): string | undefined {
  return codes[`${mti}/${group}`] ?? codes[mti] ?? codes["*"];
}
