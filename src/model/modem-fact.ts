/**
 * What the modem probe learns beside its Readings, for those who have a memory. Identities stay on the device: no Reading
 * and no report carries them.
 */
export type ModemFact =
  /** The pair of module and card, as far as it is known; only when the card is ready. */
  | { readonly kind: "identity"; readonly imei: string | undefined; readonly iccid: string | undefined }
  /** Value of `sim.state`. */
  | { readonly kind: "sim"; readonly state: string }
  /** The serving cell, in the network's own numbers. */
  | { readonly kind: "cell"; readonly area: number | undefined; readonly cell: number }
  /** Bytes through the bearer as the modem counts them; they start anew when it does. */
  | { readonly kind: "traffic"; readonly sentBytes: number; readonly receivedBytes: number }
  /** Value of `modem.reg_state`. */
  | { readonly kind: "registration"; readonly state: string }
  /** The terminal's wall clock minus the time that the network told the modem. */
  | { readonly kind: "network_time"; readonly skewMs: number }
  /** The modem has started anew without being told to by us. */
  | { readonly kind: "restart" };
