/** What Debian wants to know of a package: its control file, its changelog, its copyright. Pure. */

export interface Package {
  readonly name: "posdiag" | "posdiag-system-node";
  readonly version: string;
  readonly architecture: string;
  /** `Name <mail>`. */
  readonly maintainer: string;
  /** Of the files in it, KiB. */
  readonly installedKb: number;
  /** Seconds since 1970. */
  readonly epoch: number;
}

/** Makes the user, or does it where there is no systemd. */
const whoMakesUsers = "systemd | adduser";
/** Symbol versions that Node 22 and 24 ask for (readelf -V): GLIBC_2.28, GLIBCXX_3.4.21, CXXABI_1.3.9. */
const forOwnNode = "libc6 (>= 2.28), libstdc++6 (>= 5.2), libgcc-s1 | libgcc1";
/** Of the addon. */
const forSystemNode = "nodejs (>= 20.20), libc6 (>= 2.28), libstdc++6 (>= 5.2), libgcc-s1 | libgcc1";

const other = { posdiag: "posdiag-system-node", "posdiag-system-node": "posdiag" } as const;
const nodeSentence = {
  posdiag: "This package brings its own Node and needs none of the system.",
  "posdiag-system-node": "This package uses the system's Node, 20.20 or later.",
} as const;

export function controlFile({ name, version, architecture, maintainer, installedKb }: Package): string {
  return `Package: ${name}
Version: ${version}
Architecture: ${architecture}
Maintainer: ${maintainer}
Installed-Size: ${installedKb}
Depends: ${name === "posdiag" ? forOwnNode : forSystemNode}, ${whoMakesUsers}
Suggests: curl, iputils-ping
Provides: ${other[name]}
Conflicts: ${other[name]}
Replaces: ${other[name]}
Section: admin
Priority: optional
Description: diagnostics agent for smart POS terminals
 It reads the terminal's modem over its serial port, looks at the way to the
 acquirer's host and at what the payment application tells, finds why
 payments fail, tells the merchant one thing to do, and reports to vendor
 support by MQTT.
 .
 ${nodeSentence[name]}
`;
}

/** RFC 5322, as Debian's changelog wants it. */
function dateOf(epoch: number): string {
  return new Date(epoch * 1_000).toUTCString().replace("GMT", "+0000");
}

export function changelogFile({ name, version, maintainer, epoch }: Package): string {
  return `${name} (${version}) unstable; urgency=medium

  * posdiag ${version}: what is new is told in its CHANGELOG.md.

 -- ${maintainer}  ${dateOf(epoch)}
`;
}

/** Machine-readable (DEP-5) for our own part; that of others is told in full beside it. */
export function copyrightFile(licence: string, name: string): string {
  const [, holder = "posdiag's authors"] = /^Copyright (?:\(c\) )?(.+)$/im.exec(licence) ?? [];
  const body = licence.slice(licence.indexOf("Permission")).trim();
  const indented = body.split("\n").map((line) => (line.trim() === "" ? " ." : ` ${line}`));
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: posdiag
Comment: The program contains work of others, under licences that are given in
 full in /usr/share/doc/${name}/THIRD-PARTY.txt; which, in which version,
 is in sbom.cdx.json beside it.

Files: *
Copyright: ${holder}
License: Expat

License: Expat
${indented.join("\n")}
`;
}
