/**
 * The control socket of a wpa_supplicant that is not there, for machines without a radio: as much of its protocol as `wpa_cli
 * status`, `signal_poll` and `list_networks` speak (hostap, wpa_supplicant/ctrl_iface.c, ctrl_iface_unix.c). Each request is
 * one datagram, and so is its answer.
 */
import { closeSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { LabState } from "./state.ts";
import { bindUnix, receiveUnix, sendUnix } from "./syscalls.ts";

export interface Supplicant {
  close(): void;
}

const PATIENCE_MS = 10;
const NAME = "shop-wifi";
const BSSID = "02:00:00:00:01:00";

/** By request; each ends its lines as the original does. */
function answerTo(request: string, { rssi_dbm: rssi, auth }: LabState["wifi"]): string {
  const isJoined = auth === "ok";
  switch (request) {
    case "PING":
      return "PONG\n";
    case "STATUS":
      return isJoined
        ? `bssid=${BSSID}\nfreq=2437\nssid=${NAME}\nid=0\nmode=station\nkey_mgmt=WPA2-PSK\nwpa_state=COMPLETED\n`
        : "wpa_state=DISCONNECTED\n";
    case "SIGNAL_POLL":
      return isJoined ? `RSSI=${rssi}\nLINKSPEED=65\nNOISE=9999\nFREQUENCY=2437\n` : "FAIL\n";
    case "LIST_NETWORKS":
      return `network id / ssid / bssid / flags\n0\t${NAME}\tany\t${isJoined ? "[CURRENT]" : "[TEMP-DISABLED]"}\n`;
    case "ATTACH":
    case "DETACH":
      return "OK\n";
    default:
      return "UNKNOWN COMMAND\n";
  }
}

export function startSupplicant(folder: string, name: string, state: () => LabState["wifi"]): Supplicant {
  const path = join(folder, name);
  const fd = bindUnix(path);
  const beat = setInterval(() => {
    for (let asked = receiveUnix(fd); asked; asked = receiveUnix(fd)) {
      sendUnix(fd, answerTo(asked.text, state()), asked.from);
    }
  }, PATIENCE_MS);
  return {
    close: () => {
      clearInterval(beat);
      closeSync(fd);
      rmSync(path, { force: true });
    },
  };
}
