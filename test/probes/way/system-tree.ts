/** The parts of sysfs and procfs that the way is read from, in a folder of a test's own. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface LinkFiles {
  readonly index?: number;
  readonly flags?: string;
  readonly type?: number;
  readonly operstate?: string;
  /** Undefined: there is no such file to be read, as while the interface is off. */
  readonly carrier?: 0 | 1;
  readonly downs?: number;
  readonly changes?: number;
  readonly uevent?: string;
  /** Other files or folders that are there. */
  readonly also?: readonly string[];
  readonly sent?: number;
  readonly received?: number;
}

export interface SystemTree {
  readonly root: string;
  /** Writes any file, by its path below the root. */
  write(path: string, text: string): void;
  link(name: string, files: LinkFiles): void;
  unlink(name: string): void;
  /** `/proc/net/route`, as the kernel writes it. */
  routes(...lines: readonly string[]): void;
  remove(): void;
}

const head = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT";

/** A default route over `name`; the gateway as the kernel writes it, in hexadecimal with the least byte first. */
export function defaultRoute(name: string, metric = 0, gateway = "0102A8C0"): string {
  return `${name}\t00000000\t${gateway}\t0003\t0\t0\t${metric}\t00000000\t0\t0\t0`;
}

/** A cable that is plugged in. */
export const cable: LinkFiles = { index: 2, operstate: "up", carrier: 1, downs: 0, also: ["device"] };

function textsOf(name: string, files: LinkFiles): Readonly<Record<string, string | number | undefined>> {
  const { index = 2, flags = "0x1003", type = 1, uevent = "", sent = 0, received = 0 } = files;
  return {
    ...{ ifindex: index, flags, type, operstate: files.operstate, carrier: files.carrier },
    ...{ carrier_down_count: files.downs, carrier_changes: files.changes },
    ...{ "statistics/tx_bytes": sent, "statistics/rx_bytes": received },
    uevent: `INTERFACE=${name}\nIFINDEX=${index}\n${uevent}`,
  };
}

export function createTree(): SystemTree {
  const root = mkdtempSync(join(tmpdir(), "posdiag-way-"));
  const write = (path: string, text: string): void => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  return {
    root,
    write,
    link: (name, files) => {
      const folder = `sys/class/net/${name}`;
      rmSync(join(root, folder), { recursive: true, force: true });
      for (const [file, value] of Object.entries(textsOf(name, files))) {
        if (value !== undefined) write(`${folder}/${file}`, `${value}\n`);
      }
      for (const file of files.also ?? []) symlinkSync(".", join(root, folder, file));
    },
    unlink: (name) => rmSync(join(root, "sys/class/net", name), { recursive: true }),
    routes: (...lines) => write("proc/net/route", `${[head, ...lines].join("\n")}\n`),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
