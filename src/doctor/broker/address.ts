/** Where the broker is, out of `uplink.url`. */
import { isIP } from "node:net";

export interface BrokerAddress {
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  /** Whether the host is no name. */
  readonly isNumeric: boolean;
}

const usualPorts = { plain: 1_883, tls: 8_883 } as const;

export function brokerAddress(url: string): BrokerAddress {
  const { protocol, hostname, port } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  const isTls = protocol === "mqtts:";
  const usual = isTls ? usualPorts.tls : usualPorts.plain;
  return { host, isTls, port: Number(port) || usual, isNumeric: isIP(host) !== 0 };
}
