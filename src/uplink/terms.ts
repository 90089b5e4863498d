/** What a broker asks of its client when it takes the connection (MQTT 5.0 section 3.2.2.3), held within what does no harm. */

export interface Terms {
  /** The longest silence that the broker bears. Seconds. */
  readonly keepaliveS: number;
  /** Messages that it takes before it has acknowledged the first. */
  readonly window: number;
}

export interface Said {
  readonly serverKeepAlive?: number | undefined;
  readonly receiveMaximum?: number | undefined;
}

/** A ping costs some 200 bytes of the SIM's data: who wants one every second does not get it. */
const leastKeepaliveS = 10;
const unlimited = 65_535;

/** `keepaliveS`: our own. A broker that says 0 does not look whether we are there; our own pings find a way that has died. */
export function termsOf({ serverKeepAlive = 0, receiveMaximum = unlimited }: Said = {}, keepaliveS: number): Terms {
  return {
    keepaliveS: serverKeepAlive === 0 ? keepaliveS : Math.max(leastKeepaliveS, serverKeepAlive),
    // 0 is forbidden (3.2.2.3.3), and waiting for it would never end.
    window: Math.max(1, receiveMaximum),
  };
}
