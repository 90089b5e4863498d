/**
 * The network interfaces of this machine, from sysfs (linux/Documentation/ABI/testing/sysfs-class-net): some four small
 * files of each. Sends nothing (level 0).
 */
import { join } from "node:path";
import { kindOf, type LinkKind } from "./link-kind.ts";
import { namesIn, numberIn, valueIn } from "./system-text.ts";

export interface Link {
  readonly name: string;
  readonly kind: LinkKind;
  /** Given anew whenever an interface is made. */
  readonly index: number;
  /** Switched on by whoever manages it (IFF_UP). */
  readonly isOn: boolean;
  /** Undefined while it is switched off: nobody knows then whether a cable is in. */
  readonly carrier: boolean | undefined;
  /** Has a carrier and may be used: a Wi-Fi has one before its key is accepted, and is dormant (RFC 2863 ifOperStatus). */
  readonly isReady: boolean;
  /** How often the carrier has gone since the interface was made. */
  readonly downs: number;
  /** A device of its own behind it, not something made of software. */
  readonly isPhysical: boolean;
}

export interface Links {
  /** Undefined where sysfs may not be read, as on Android. */
  read(): readonly Link[] | undefined;
}

/** linux/include/uapi/linux/if.h */
const flagUp = 0x1;

interface Nature {
  readonly name: string;
  readonly index: number;
  readonly kind: LinkKind;
  readonly isPhysical: boolean;
}

function natureOf(folder: string, name: string): Nature | undefined {
  const index = numberIn(join(folder, "ifindex"));
  if (index === undefined) return undefined;
  const files = namesIn(folder) ?? [];
  const traits = { name, type: numberIn(join(folder, "type")), uevent: valueIn(join(folder, "uevent")) ?? "", files };
  return { name, index, kind: kindOf(traits), isPhysical: files.includes("device") };
}

/** RFC 2863 ifOperStatus; a driver that does not keep it leaves it unknown. */
const carriers: Readonly<Record<string, boolean>> = {
  up: true,
  dormant: true,
  down: false,
  lowerlayerdown: false,
  notpresent: false,
};

/** `carrier` itself is read last: the kernel takes a lock for it that drivers may hold for long. */
function carrierOf(folder: string, state: string): boolean | undefined {
  const known = carriers[state];
  if (known !== undefined) return known;
  const carrier = numberIn(join(folder, "carrier"));
  return carrier === undefined ? undefined : carrier === 1;
}

/** `carrier_down_count` is there since Linux 4.16; `carrier_changes` counts up and down alike. */
function downsIn(folder: string, hasCarrier: boolean): number {
  const downs = numberIn(join(folder, "carrier_down_count"));
  if (downs !== undefined) return downs;
  const half = (numberIn(join(folder, "carrier_changes")) ?? 0) / 2;
  return hasCarrier ? Math.floor(half) : Math.ceil(half);
}

function linkOf(folder: string, nature: Nature): Link {
  const isOn = (Number.parseInt(valueIn(join(folder, "flags")) ?? "", 16) & flagUp) !== 0;
  const state = isOn ? (valueIn(join(folder, "operstate")) ?? "") : "";
  const carrier = isOn ? carrierOf(folder, state) : undefined;
  const isReady = carrier === true && state !== "dormant";
  return { ...nature, isOn, carrier, isReady, downs: downsIn(folder, carrier === true) };
}

/** `root` holds `sys`; `/`, or a test's own. */
export function createLinks(root: string): Links {
  const top = join(root, "sys", "class", "net");
  let natures: ReadonlyMap<string, Nature> = new Map();

  /** What an interface is stays as long as it does. */
  function nature(name: string): Nature | undefined {
    const known = natures.get(name);
    const isSame = known !== undefined && known.index === numberIn(join(top, name, "ifindex"));
    return isSame ? known : natureOf(join(top, name), name);
  }

  return {
    read: () => {
      const names = namesIn(top);
      if (!names) return undefined;
      const found = names.map(nature).filter((each) => each !== undefined);
      natures = new Map(found.map((each) => [each.name, each]));
      // The loopback is nobody's way.
      const outward = found.filter(({ kind }) => kind !== "loopback");
      return outward.map((each) => linkOf(join(top, each.name), each));
    },
  };
}
