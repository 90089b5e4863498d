/** A network namespace of the lab: a machine of its own, as far as the network is concerned. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
  /** The same for what IPv4 and IPv6 have alike, such as `default`. */
  ip6(...lines: readonly string[]): Promise<void>;
  nft(rules: string): Promise<void>;
  /** `setting`: its path below /proc/sys, which shows everybody his own namespace. */
  sysctl(setting: string, value: number): void;
  /** Whom programs started with `enter` ask for names. */
  useNameServer(address: string): void;
  remove(): Promise<void>;
}

/** ip-netns(8): what is in a folder of the namespace's name stands over the file of the same name in /etc. */
export const OWN_FILES = "/etc/netns";

export async function addNamespace(name: string): Promise<Namespace> {
  await command(["ip", "netns", "add", name]);
  const enter = ["ip", "netns", "exec", name] as const;
  const within = <T>(make: () => T): T => withinNamespace(`/run/netns/${name}`, make);
  const files = join(OWN_FILES, name);
  const batch = async (options: readonly string[], lines: readonly string[]): Promise<void> =>
    void (await command(["ip", ...options, "-n", name, "-batch", "-"], lines.join("\n")));
  return {
    name,
    enter,
    within,
    place: (address) => ({ address, within }),
    ip: (...lines) => batch([], lines),
    ip6: (...lines) => batch(["-6"], lines),
    nft: async (rules) => void (await command([...enter, "nft", "-f", "-"], rules)),
    sysctl: (setting, value) => within(() => writeFileSync(join("/proc/sys", setting), String(value))),
    useNameServer: (address) => {
      mkdirSync(files, { recursive: true });
      writeFileSync(join(files, "resolv.conf"), `nameserver ${address}\noptions timeout:2 attempts:1\n`);
    },
    remove: async () => {
      rmSync(files, { recursive: true, force: true });
      await command(["ip", "netns", "del", name]);
    },
  };
}
