/**
 * What forbids every rung, as data. A guard holds while one of its questions does, and longer where it says so: the modem
 * forgets a refusal by the network, the network does not.
 */
import type { Ask } from "./ask.ts";

export interface Guard {
  /** One of them is enough. */
  readonly when: readonly Ask[];
  /** An older reading no longer counts; without it the last one counts until another comes. */
  readonly freshMs?: number;
  /** Goes on when the reading is gone: so long, or until one of these is read. */
  readonly lasts?: { readonly forMs: number } | { readonly until: readonly Ask[] };
  readonly source: string;
}

const minuteMs = 60_000;
/** No payment and no receipt takes so long: who began it has died, or has forgotten to say that it is over. */
const forgottenMs = 10 * minuteMs;
const registered: Ask = { signal: "modem.reg_state", is: ["home", "roaming"] };
/** Another card may be another story. */
const cardOut: Ask = { signal: "sim.state", is: ["absent"] };

const table = {
  payment_running: {
    when: [{ signal: "txn.running", is: [true] }],
    freshMs: forgottenMs,
    source:
      "money first: the answer may be on its way. Hosts are waited for a minute; an application may die meanwhile",
  },
  reversal_pending: {
    when: [{ signal: "txn.reversal_state", is: ["pending", "sent"] }],
    // Said before a restart of the agent, it ends as well with the next answer: reversals go out before new payments.
    lasts: {
      until: [
        { signal: "txn.reversal_state", is: ["none", "ok", "failed"] },
        { signal: "txn.outcome", is: ["approved", "declined"] },
      ],
    },
    source: "money first: the cardholder is charged until the reversal is through, however long that takes",
  },
  printing: {
    when: [{ signal: "printer.busy", is: [true] }],
    freshMs: forgottenMs,
    source: "printer head and a starting radio draw their peak current at the same time",
  },
  sim_refused: {
    when: [{ signal: "modem.reject_cause", is: [2, 3, 5, 6, 7, 8] }],
    lasts: { until: [registered, cardOut] },
    source:
      "3GPP TS 24.301 5.5.1.2.5: the SIM counts as invalid until the power is cycled; carriers block reset storms",
  },
  place_refused: {
    when: [{ signal: "modem.reject_cause", is: [11, 12, 13, 14, 15, 25] }],
    lasts: { until: [registered, cardOut] },
    source: "3GPP TS 24.301 5.5.1.2.5: this network or area is not allowed; the modem looks for another by itself",
  },
  registration_denied: {
    when: [{ signal: "modem.reg_state", is: ["denied"] }],
    lasts: { until: [registered, cardOut] },
    source: "3GPP TS 27.007 10.1.22: refused without a cause may be any of them",
  },
  subscription: {
    when: [{ signal: "modem.pdp_cause", is: [8, 27, 28, 29, 32, 33, 50, 51, 66] }],
    lasts: { until: [{ signal: "modem.pdp_state", is: ["active"] }, cardOut] },
    source: "3GPP TS 24.301 9.9.4.4: APN, password or plan are wrong, and stay wrong after a restart",
  },
  apn_unexpected: {
    when: [{ signal: "modem.apn_expected", is: [false] }],
    source: "a wrong APN stays wrong after a restart",
  },
  congestion: {
    when: [
      { signal: "modem.reject_cause", is: [22] },
      { signal: "modem.pdp_cause", is: [26] },
    ],
    // The longest back-off the device may draw when the network names none.
    lasts: { forMs: 30 * minuteMs },
    source: "3GPP TS 24.301 5.5.1.2.5 (T3346), TS 24.008 table 11.4: 15 to 30 minutes; a restart would evade it",
  },
  sim_unusable: {
    when: [{ signal: "sim.state", is: ["absent", "pin_required", "puk_required", "error"] }],
    source: "3GPP TS 27.007 9.2 (CME 10 to 18): a person must act",
  },
  airplane_mode: { when: [{ signal: "modem.airplane_mode", is: [true] }], source: "somebody wants the radio off" },
  path_works: {
    when: [
      { signal: "net.tcp_host", is: ["ok"] },
      { signal: "net.internet_probe", is: ["ok"] },
    ],
    freshMs: 2 * minuteMs,
    source: "payments can go out, so only the host is down, or only our port to the modem",
  },
} as const satisfies Record<string, Guard>;

export type GuardId = keyof typeof table;

export const guards: Readonly<Record<GuardId, Guard>> = table;

/** In the order in which they are told. */
export const guardIds: readonly GuardId[] = Object.keys(guards).filter((id): id is GuardId => Object.hasOwn(table, id));
