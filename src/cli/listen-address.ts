/** Where a server of a command listens. */
export interface ListenAddress {
  /** A name or an address, of IPv6 without its brackets. */
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
}

const written = /^(?:\[([0-9a-fA-F:.]+)\]|([^:\s[\]]+)):(\d{1,5})$/;

/** `HOST:PORT`, of IPv6 `[HOST]:PORT` (RFC 3986 section 3.2.2); undefined when it is none. */
export function readListenAddress(text: string): ListenAddress | undefined {
  const [, bracketed, plain, digits] = written.exec(text) ?? [];
  const [host, port] = [bracketed ?? plain, Number(digits)];
  return host === undefined || port > 65_535 ? undefined : { host, port };
}
