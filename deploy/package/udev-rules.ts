/** The lines of deploy/70-posdiag-modem.rules for every USB layout that the agent knows. A test holds the file against them. Pure. */
import { layouts, type PortRole, type UsbLayout } from "../../src/modem/usb-layouts.ts";

interface Ports {
  readonly vendor: string;
  readonly products: readonly string[];
  readonly at: string;
  /** Whether another program finds a second AT port on it. */
  readonly hasSecond: boolean;
}

function portsOf({ ids, roles }: UsbLayout): Ports {
  const havingRole = (role: PortRole) => Object.keys(roles).filter((number) => roles[number] === role);
  const vendors = [...new Set(ids.map((id) => id.slice(0, 4)))];
  const [vendor = ""] = vendors;
  if (vendors.length !== 1) throw new Error(`one layout, ${vendors.length} vendors: ${ids.join(", ")}`);
  const [at = ""] = havingRole("at");
  return { vendor, products: ids.map((id) => id.slice(5)), at, hasSecond: havingRole("at_secondary").length > 0 };
}

/** A comment with the modem's name, and its line; layouts without an AT port have none. */
export function udevLines(): readonly string[] {
  return layouts.flatMap((layout) => {
    const { vendor, products, at, hasSecond } = portsOf(layout);
    if (at === "") return [];
    const match = `ENV{ID_VENDOR_ID}=="${vendor}", ENV{ID_MODEL_ID}=="${products.join("|")}", ENV{ID_USB_INTERFACE_NUM}=="${at}"`;
    const mark = hasSecond ? ', ENV{ID_MM_PORT_IGNORE}="1"' : "";
    return [`# ${layout.name}`, `${match}, ENV{POSDIAG_PORT}="at"${mark}`];
  });
}
