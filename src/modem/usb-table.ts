/** What the USB numbers of a port say: its role, and whether its device is a modem at all. */
import { layouts, type PortRole, type UsbLayout } from "./usb-layouts.ts";

export type { PortRole } from "./usb-layouts.ts";

/** Vendors whose interfaces say by their protocol what they are: `vendor class/subclass/protocol`. */
export const protocolRoles: Readonly<Record<string, PortRole>> = {
  // modem and PCUI: src/plugins/huawei/77-mm-huawei-net-port-types.rules of ModemManager
  "12d1 ff/01/01": "ppp",
  "12d1 ff/02/01": "ppp",
  "12d1 ff/01/02": "at",
  "12d1 ff/02/02": "at",
  "12d1 ff/01/05": "nmea",
  "12d1 ff/01/14": "nmea",
  "12d1 ff/06/14": "nmea",
};

/** Makers of modems by their USB vendor number (usb.ids; ModemManager's plugins). */
export const modemVendors: Readonly<Record<string, string>> = {
  "03f0": "HP (rebranded modules)",
  "0e8d": "MediaTek",
  "1199": "Sierra Wireless",
  "12d1": "Huawei",
  "1508": "Fibocom",
  "1546": "u-blox",
  "1782": "Unisoc",
  "19d2": "ZTE",
  "1bc7": "Telit",
  "1e0e": "SIMCom",
  "1e2d": "Cinterion",
  "2949": "Neoway",
  "2c7c": "Quectel",
  "2cb7": "Fibocom",
  "2dee": "MeiG",
  "305a": "Gosuncn",
  "33f8": "Rolling Wireless",
  "413c": "Dell (rebranded modules)",
};

/** Linux drivers that take nothing but modems (drivers/usb/serial, drivers/net/usb/hso.c). */
export const modemDrivers: ReadonlySet<string> = new Set([
  "option",
  "option1",
  "qcserial",
  "sierra",
  "hso",
  "GobiSerial",
]);

/** Receivers of satellite positions by makers of modems, which take no AT (ModemManager src/plugins/ublox rules). */
export const noModems: ReadonlySet<string> = new Set(["1546:01a5", "1546:01a6", "1546:01a7", "1546:01a8", "1546:01a9"]);

/** Layouts by `vendor:product`. */
export type LayoutBook = ReadonlyMap<string, UsbLayout>;

export const builtInLayouts: LayoutBook = new Map(layouts.flatMap((each) => each.ids.map((id) => [id, each])));

/** One interface: `id` is `vendor:product`, `protocol` is `class/subclass/protocol`, all hexadecimal in small letters. */
interface Numbers {
  readonly id: string;
  readonly number: string;
  readonly protocol: string;
}

export function roleOf({ id, number, protocol }: Numbers, book: LayoutBook = builtInLayouts): PortRole {
  const [vendor = ""] = id.split(":");
  return protocolRoles[`${vendor} ${protocol}`] ?? book.get(id)?.roles[number] ?? "unknown";
}

export function layoutOf(id: string): UsbLayout | undefined {
  return builtInLayouts.get(id);
}
