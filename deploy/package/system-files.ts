/** The files that a system needs around the program, and where an archive and a .deb have each. */
import { join } from "node:path";
import { fileItem, filesBelow, type Item } from "./tree.ts";
import { repository } from "./workshop.ts";

export interface SystemFile {
  /** In the repository. */
  readonly from: string;
  readonly archive: string;
  readonly debian: string;
}

const examples = "usr/share/doc/posdiag/examples";

export const systemFiles: readonly SystemFile[] = [
  {
    from: "deploy/posdiag.service.d/10-back-off.conf",
    archive: "share/systemd/posdiag.service.d/10-back-off.conf",
    // Before systemd 254 its keys are unknown and each start would complain.
    debian: `${examples}/10-back-off.conf`,
  },
  {
    from: "deploy/posdiag.sysusers",
    archive: "share/sysusers.d/posdiag.conf",
    debian: "usr/lib/sysusers.d/posdiag.conf",
  },
  {
    from: "deploy/posdiag.tmpfiles",
    archive: "share/tmpfiles.d/posdiag.conf",
    debian: "usr/lib/tmpfiles.d/posdiag.conf",
  },
  {
    from: "deploy/70-posdiag-modem.rules",
    archive: "share/udev/70-posdiag-modem.rules",
    debian: "usr/lib/udev/rules.d/70-posdiag-modem.rules",
  },
  { from: "deploy/package/first-config.jsonc", archive: "share/config.jsonc", debian: "etc/posdiag/config.jsonc" },
  {
    from: "deploy/config.example.jsonc",
    archive: "share/examples/config.example.jsonc",
    debian: `${examples}/config.example.jsonc`,
  },
  {
    from: "deploy/catalogue.example.jsonc",
    archive: "share/examples/catalogue.example.jsonc",
    debian: `${examples}/catalogue.example.jsonc`,
  },
  {
    from: "deploy/examples/payment-app.mjs",
    archive: "share/examples/payment-app.mjs",
    debian: `${examples}/payment-app.mjs`,
  },
  {
    from: "deploy/examples/PosdiagLine.java",
    archive: "share/examples/PosdiagLine.java",
    debian: `${examples}/PosdiagLine.java`,
  },
];

/** Which of them mean nothing to a system without systemd and udev. */
const forLinux = /\/(?:systemd|sysusers\.d|tmpfiles\.d|udev)\//;

/** What the manual has: `posdiag.1`, `posdiag.jsonc.5`. */
export function manualPages(): readonly string[] {
  return filesBelow(join(repository, "deploy/man")).filter((name) => /\.\d$/.test(name));
}

export function manualItems(top: string): readonly Item[] {
  return manualPages().map((name) =>
    fileItem(`${top}/man${name.slice(-1)}/${name}`, join(repository, "deploy/man", name)),
  );
}

export function completionItems(top: string, zsh: string): readonly Item[] {
  const from = join(repository, "deploy/completion");
  return [
    fileItem(`${top}/bash-completion/completions/posdiag`, join(from, "posdiag.bash")),
    fileItem(`${top}/zsh/${zsh}/_posdiag`, join(from, "_posdiag")),
  ];
}

const archiveItem = ({ from, archive }: SystemFile): Item => fileItem(archive, join(repository, from));

export const linuxItems: readonly Item[] = systemFiles.map(archiveItem);
export const otherItems: readonly Item[] = systemFiles
  .filter(({ archive }) => !forLinux.test(`/${archive}`))
  .map(archiveItem);
