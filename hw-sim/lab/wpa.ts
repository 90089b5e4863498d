/**
 * The control socket of a wpa_supplicant that is not there, for machines without a radio: as much of its protocol as `wpa_cli
 * status`, `signal_poll` and `list_networks` speak, and its events for who is attached (hostap, wpa_supplicant/ctrl_iface.c,
 * ctrl_iface_unix.c). Each request is one datagram, and so is its answer.
 */
import { closeSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { LabState } from "./state.ts";
import { bindUnix, type Datagram, receiveUnix, sendUnix } from "./syscalls.ts";
import { TERMINAL_MAC } from "./topology.ts";

type Wifi = LabState["wifi"];

export interface Supplicant {
  /** Tells who is attached what has happened. */
  follow(wifi: Wifi): void;
  close(): void;
}

const PATIENCE_MS = 10;
/** Who attaches beyond this is refused. */
const CROWD = 8;
const NAME = "shop-wifi";
const BSSID = "02:00:00:00:08:01";

/** By request; each ends its lines as the original does. */
export function answerTo(request: string, { rssi_dbm: rssi, auth }: Wifi): string {
  const isJoined = auth === "ok";
  const own = `address=${TERMINAL_MAC}\n`;
  switch (request) {
    case "PING":
      return "PONG\n";
    case "STATUS":
      return isJoined
        ? `bssid=${BSSID}\nfreq=2437\nssid=${NAME}\nid=0\nmode=station\nkey_mgmt=WPA2-PSK\nwpa_state=COMPLETED\n${own}`
        : `wpa_state=DISCONNECTED\n${own}`;
    case "SIGNAL_POLL":
      return isJoined ? `RSSI=${rssi}\nLINKSPEED=65\nNOISE=9999\nFREQUENCY=2437\n` : "FAIL\n";
    case "LIST_NETWORKS":
      return `network id / ssid / bssid / flags\n0\t${NAME}\tany\t${isJoined ? "[CURRENT]" : "[TEMP-DISABLED]"}\n`;
    default:
      return "UNKNOWN COMMAND\n";
  }
}

/** What it says unasked when the access point begins to refuse the key, or takes it; "<3>" is its level "info". */
const EVENTS = {
  ok: [`CTRL-EVENT-CONNECTED - Connection to ${BSSID} completed [id=0 id_str=]`],
  wrong_key: [
    `CTRL-EVENT-DISCONNECTED bssid=${BSSID} reason=15`,
    `CTRL-EVENT-SSID-TEMP-DISABLED id=0 ssid="${NAME}" auth_failures=1 duration=10 reason=WRONG_KEY`,
  ],
} as const;

/** Who wants to hear events. */
function createMonitors(fd: number) {
  const attached = new Map<string, Buffer>();
  return {
    /** Undefined for what is no matter of attaching. */
    take: ({ text, from }: Datagram): string | undefined => {
      const key = from.toString("latin1");
      if (text === "DETACH") return attached.delete(key) ? "OK\n" : "FAIL\n";
      if (text !== "ATTACH") return undefined;
      if (attached.size >= CROWD) return "FAIL\n";
      attached.set(key, from);
      return "OK\n";
    },
    tell: (event: string): void => {
      // Who cannot be told has gone, as the original concludes after some tries.
      for (const [key, to] of attached) if (!sendUnix(fd, `<3>${event}`, to)) attached.delete(key);
    },
  };
}

export function startSupplicant(folder: string, name: string, state: () => Wifi): Supplicant {
  const path = join(folder, name);
  const fd = bindUnix(path);
  const monitors = createMonitors(fd);
  let { auth } = state();
  const beat = setInterval(() => {
    for (let asked = receiveUnix(fd); asked; asked = receiveUnix(fd)) {
      sendUnix(fd, monitors.take(asked) ?? answerTo(asked.text, state()), asked.from);
    }
  }, PATIENCE_MS);
  return {
    follow: (wifi) => {
      if (wifi.auth !== auth) for (const event of EVENTS[wifi.auth]) monitors.tell(event);
      auth = wifi.auth;
    },
    close: () => {
      clearInterval(beat);
      closeSync(fd);
      rmSync(path, { force: true });
    },
  };
}
