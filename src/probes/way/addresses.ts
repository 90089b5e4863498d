/** The addresses of this machine's interfaces: which of them reach further than their own link. */
import { isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";
import { systemCode } from "../../base/errors.ts";

/** As node:os tells them: only of interfaces that are on and have a carrier, of others the addresses are hidden. */
export type AddressTable = ReturnType<typeof networkInterfaces>;

/** Undefined where the system does not tell, as Android does not tell every application. */
export function systemAddresses(): AddressTable | undefined {
  try {
    return networkInterfaces();
  } catch (error) {
    // Without a code it is not the system speaking.
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

/** RFC 3927: what a machine gives itself when nobody else does. */
const selfGiven = /^169\.254\./;
/** fe80::/10, RFC 4291 2.5.6. */
const linkLocal = /^fe[89ab]/i;

function reachesFurther(address: string): boolean {
  return isIPv6(address) ? !linkLocal.test(address) : !selfGiven.test(address);
}

/** The addresses of one interface that reach further than its link. */
export function addressesOf(table: AddressTable, name: string): readonly string[] {
  // An address with a label of its own (`eth0:1`) is listed under that.
  const own = Object.entries(table).filter(([label]) => label.split(":")[0] === name);
  return own.flatMap(([, list = []]) => list.map(({ address }) => address)).filter(reachesFurther);
}
