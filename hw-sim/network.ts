/** Everything beyond the bearer, on real sockets: the acquirer's host, an independent one, and two name servers. */
import { type Acquirer, type AcquirerSetup, createAcquirer } from "./acquirer.ts";
import { createDnsServer } from "./dns.ts";
import type { Host } from "./host.ts";
import type { Meter } from "./meter.ts";
import { applyPath, type PathState, packetDelay } from "./path.ts";
import { createDice } from "./random.ts";
import { createReference } from "./reference.ts";
import type { World } from "./world.ts";

export const HOST_NAME = "host.acquirer.test";
export const REFERENCE_NAME = "reference.test";

export interface NetworkPaths {
  readonly host: { readonly name: string; readonly address: string; readonly port: number };
  readonly reference: { readonly name: string; readonly address: string; readonly port: number };
  /** Name servers that know both hosts, as "127.0.0.1:port". */
  readonly dns: readonly string[];
  readonly dns_alt: readonly string[];
}

export interface Network {
  readonly paths: NetworkPaths;
  readonly acquirer: Acquirer;
  /** Resolves when every endpoint does what the world and the path make of it. */
  follow(state: PathState, world: World): Promise<void>;
  close(): Promise<void>;
}

export interface NetworkSetup {
  readonly seed: number;
  /** Is told of the bytes that pass, for the modem's counters. */
  readonly move: Meter["move"];
  /** The hosts' wall clock. */
  readonly now: () => Date;
  /** Decides on payments; without it every one is fine. */
  readonly authorise?: AcquirerSetup["authorise"];
}

export async function openNetwork({ seed, move, now, authorise }: NetworkSetup): Promise<Network> {
  const dice = createDice(seed, "packets");
  let path: PathState = "clear";
  const received = (bytes: number) => move("sent", bytes);
  const names = [HOST_NAME, REFERENCE_NAME];
  const delayMs = () => packetDelay(path, dice);
  const [host, reference, dns, dnsAlt] = await Promise.all([
    createAcquirer({ name: HOST_NAME, seed, now, received, ...(authorise && { authorise }) }),
    createReference({ name: REFERENCE_NAME, now, received }),
    createDnsServer({ names, delayMs, moved: move }),
    createDnsServer({ names, delayMs, moved: move }),
  ]);
  const at = ({ name, address, port }: Host) => ({ name, address, port });
  return {
    paths: { host: at(host), reference: at(reference), dns: [dns.address], dns_alt: [dnsAlt.address] },
    acquirer: host,
    follow: (state, world) => {
      path = state;
      return applyPath(state, world, { host, reference, dns, dnsAlt });
    },
    close: async () => {
      await Promise.all([host.close(), reference.close(), dns.close(), dnsAlt.close()]);
    },
  };
}
