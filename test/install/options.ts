/** The command line of the install test. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

export interface Options {
  readonly kind: "vm" | "chroot";
  readonly suite: string;
  readonly mirror?: string;
  readonly cache: string;
  /** Folder with the artefacts; without one they are made. */
  readonly packages?: string;
  readonly json: boolean;
  /** Parts of the ids of the steps that are wanted; vital ones are always taken. */
  readonly only: readonly string[];
}

export const suites = ["bookworm", "trixie"] as const;

export const help = `Usage: npm run install-test -- [options]

Installs the Debian packages on a fresh Debian and tries everything that an installation must do: a virtual machine of QEMU that
boots, with a simulated modem behind its UART and its USB; or, without QEMU, a folder that is entered with chroot.
Needs root, mmdebstrap and, for the virtual machine, QEMU and e2fsprogs. Uses /dev/kvm where it can be opened; without it all is slower.

  --chroot          no virtual machine: what can be tried without an init
  --suite NAME      Debian's release: ${suites.join(" or ")} (${suites[0]})
  --packages DIR    folder with the artefacts of \`npm run package -- --target linux-x64-glibc --node 24 --deb\`; made when none is named
  --cache DIR       where the Debian is kept (posdiag-install-test in XDG_CACHE_HOME)
  --mirror URL      where Debian's packages are (mmdebstrap's own choice)
  --only PART       only steps with this in their id, and those that all others need; again for another
  --json            one JSON object instead of the lines
  --help            this text

Exit codes: 0 every step passed, 1 one did not, 64 wrong use, 69 this machine lacks something
`;

/** Throws an error that says what is allowed. */
export function readOptions(args: readonly string[], cacheHome: string | undefined): Options | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      chroot: { type: "boolean", default: false },
      suite: { type: "string", default: suites[0] },
      packages: { type: "string" },
      cache: { type: "string" },
      mirror: { type: "string" },
      only: { type: "string", multiple: true, default: [] },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const { chroot, suite, packages, mirror, only, json } = values;
  if (!suites.some((one) => one === suite)) throw new Error(`--suite must be ${suites.join(" or ")}`);
  const cache = values.cache ?? join(cacheHome || join(homedir(), ".cache"), "posdiag-install-test");
  return {
    kind: chroot ? "chroot" : "vm",
    ...{ suite, only, json, cache: resolve(cache) },
    ...(packages !== undefined && { packages: resolve(packages) }),
    ...(mirror !== undefined && { mirror }),
  };
}
