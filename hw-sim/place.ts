/**
 * Where a simulated party stands: this machine's loopback, or a network namespace of the bench's own. Sockets belong to the
 * namespace in which they are made and keep to it, so one process can play every party of a network.
 */
export interface Place {
  /** IPv4 address on which the party listens here. */
  readonly address: string;
  /** Runs `make`, which must make its sockets before it returns, inside this place. */
  within<T>(make: () => T): T;
}

export const loopback: Place = { address: "127.0.0.1", within: (make) => make() };
