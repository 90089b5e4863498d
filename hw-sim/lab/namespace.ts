/** A network namespace of the lab: a machine of its own, as far as the network is concerned. */
import type { Place } from "../place.ts";
import { command } from "./command.ts";
import { withinNamespace } from "./syscalls.ts";

export interface Namespace {
  readonly name: string;
  /** Words before a command that make it run there; `/sys` is then the namespace's own. */
  readonly enter: readonly string[];
  within<T>(make: () => T): T;
  place(address: string): Place;
  /** Lines of `ip` commands, without the word `ip`. */
  ip(...lines: readonly string[]): Promise<void>;
  nft(rules: string): Promise<void>;
  sysctl(setting: string): Promise<void>;
  remove(): Promise<void>;
}

export async function addNamespace(name: string): Promise<Namespace> {
  await command(["ip", "netns", "add", name]);
  const enter = ["ip", "netns", "exec", name] as const;
  const within = <T>(make: () => T): T => withinNamespace(`/run/netns/${name}`, make);
  return {
    name,
    enter,
    within,
    place: (address) => ({ address, within }),
    ip: async (...lines) => void (await command(["ip", "-n", name, "-batch", "-"], lines.join("\n"))),
    nft: async (rules) => void (await command([...enter, "nft", "-f", "-"], rules)),
    sysctl: async (setting) => void (await command([...enter, "sysctl", "-qw", setting])),
    remove: async () => void (await command(["ip", "netns", "del", name])),
  };
}
