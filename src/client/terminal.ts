/** States of the terminal that the payment application knows: printer, PIN pad, keys, session with the host, software, place. */
import type { ValueIn } from "./facts.ts";
import type { Say } from "./transaction.ts";

export interface Printer {
  state(state: ValueIn<"printer.state">): void;
  /** While a slip is printed nothing is probed: the supply sags. */
  busy(busy: boolean): void;
  job(result: ValueIn<"printer.job">): void;
}

export interface KeyFacts {
  readonly masterKeyPresent?: boolean;
  /** Hours since the sign-in that brought the working keys. */
  readonly workingKeyAgeH?: number;
  /** Of the last answer whose MAC was checked. */
  readonly macVerify?: ValueIn<"key.mac_verify">;
}

export interface SessionFacts {
  /** Field 39 of the answer to a sign-in (0810). */
  readonly signInCode?: string;
  /** Processing request of an answer's header: 0 nothing, 3 sign in again, 1 4 5 7 download. */
  readonly processingRequest?: number;
  /** The batch is full, or the host wants it settled. */
  readonly settleFirst?: boolean;
  /** Terminal minus host, from fields 12 and 13, seconds. */
  readonly clockSkewS?: number;
}

/** How far the application's own connection to the host got. */
export interface HostFacts {
  readonly name?: ValueIn<"net.dns_resolve">;
  readonly connect?: ValueIn<"net.tcp_host">;
  readonly tls?: ValueIn<"host.tls">;
  /** Hours since address, port, APN or proxy were changed. */
  readonly settingsChangedH?: number;
}

export interface SoftwareFacts {
  readonly version?: string;
  readonly minRequired?: string;
  /** Hours since the application, and its parameters, were changed. */
  readonly changedH?: number;
  readonly parametersChangedH?: number;
}

export interface PlaceFacts {
  readonly tamper?: ValueIn<"device.tamper">;
  /** From where it is registered. The position itself stays in the application. */
  readonly shiftKm?: number;
}

export interface Terminal {
  readonly printer: Printer;
  pinPad(state: ValueIn<"key.pinpad">): void;
  keys(keys: KeyFacts): void;
  session(session: SessionFacts): void;
  host(host: HostFacts): void;
  software(software: SoftwareFacts): void;
  place(place: PlaceFacts): void;
  /** For payments that are not told as a `transaction`. */
  paymentRunning(running: boolean): void;
  /** A reversal, with the number of the try. While one is pending nothing on this terminal is restarted. */
  reversal(state: ValueIn<"txn.reversal_state">, attempts?: number): void;
}

export function createTerminal(say: Say): Terminal {
  return {
    printer: {
      state: (state) => say({ "printer.state": state }),
      busy: (busy) => say({ "printer.busy": busy }),
      job: (result) => say({ "printer.job": result }),
    },
    pinPad: (state) => say({ "key.pinpad": state }),
    keys: (keys) =>
      say(() => ({
        "key.master_key_present": keys.masterKeyPresent,
        "key.working_key_age_h": keys.workingKeyAgeH,
        "key.mac_verify": keys.macVerify,
      })),
    session: (session) =>
      say(() => ({
        "host.signin_rc": session.signInCode,
        "host.header_proc_req": session.processingRequest,
        "sw.settle_first": session.settleFirst,
        "clock.skew_s": session.clockSkewS,
      })),
    ...createSurroundings(say),
    paymentRunning: (running) => say({ "txn.running": running }),
    reversal: (state, attempts) => say({ "txn.reversal_state": state, "txn.reversal_attempts": attempts }),
  };
}

function createSurroundings(say: Say): Pick<Terminal, "host" | "software" | "place"> {
  return {
    host: (host) =>
      say(() => ({
        "net.dns_resolve": host.name,
        "net.tcp_host": host.connect,
        "host.tls": host.tls,
        "net.config_changed_h": host.settingsChangedH,
      })),
    software: (software) =>
      say(() => ({
        "sw.app_version": software.version,
        "sw.min_required_version": software.minRequired,
        "sw.app_version_changed_h": software.changedH,
        "sw.param_changed_h": software.parametersChangedH,
      })),
    place: (place) => say(() => ({ "device.tamper": place.tamper, "device.geo_shift_km": place.shiftKm })),
  };
}
