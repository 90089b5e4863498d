/** Keys of the modem: its port, who tells of it, how often it is asked. */
import type { KeyDefinition } from "../key.ts";

const seconds = { type: "number", unit: "s" } as const;

export const modemKeys = {
  "modem.port": {
    type: "port",
    required: true,
    unless: { key: "modem.source", is: ["app", "none"] },
    text: "Serial port on which the modem takes AT commands; `auto` finds it.",
  },
  "modem.source": {
    type: "choice",
    values: ["serial", "app", "auto", "none"],
    default: "serial",
    text: "Who tells of modem and SIM: the serial port; an application, where the system's radio service owns the modem; `auto`: the port while it answers, else the application; `none`: this terminal has no modem.",
  },
  "modem.baud": { type: "integer", unit: "bit/s", min: 1_200, max: 4_000_000, default: 115_200, text: "Its speed." },
  "modem.apn": {
    type: "text",
    // 3GPP TS 23.003 section 9.1: labels of letters, digits and hyphens, at most 100 octets in all.
    pattern: /^(?=.{1,100}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/,
    allowed: "an access point name: letters, digits, hyphens and dots, at most 100",
    text: "The APN that this SIM must use. With it a wrong APN can be told from a bearer that fails.",
  },
  "modem.poll_slow_s": { ...seconds, min: 1, max: 600, default: 10, text: "Seconds between polls while all is well." },
  "modem.poll_quick_s": { ...seconds, min: 0.2, max: 60, default: 1, text: "The same while something is wrong." },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
