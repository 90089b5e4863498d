/** Programs that some suites need, and the Debian package that brings each. */
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

export const debianPackage: Readonly<Record<string, string>> = {
  mosquitto: "mosquitto",
  mosquitto_pub: "mosquitto-clients",
  mosquitto_sub: "mosquitto-clients",
  protoc: "protobuf-compiler",
  gammu: "gammu",
  gnokii: "gnokii-cli",
  comgt: "comgt",
  ofonod: "ofono",
  ModemManager: "modemmanager",
  mmcli: "modemmanager",
  gdbus: "libglib2.0-bin",
  "dbus-daemon": "dbus-daemon",
  "dbus-send": "dbus-bin",
  unshare: "util-linux",
  setpriv: "util-linux",
  nsenter: "util-linux",
  pcscd: "pcscd",
  ip: "iproute2",
  nft: "nftables",
  dnsmasq: "dnsmasq-base",
  udhcpc: "udhcpc",
  wpa_cli: "wpasupplicant",
  faketime: "faketime",
  ping: "iputils-ping",
  curl: "curl",
  flock: "util-linux",
  bash: "bash",
  openssl: "openssl",
  python3: "python3",
  tshark: "tshark",
  text2pcap: "wireshark-common",
  strace: "strace",
  "systemd-analyze": "systemd",
  "systemd-notify": "systemd",
  chromium: "chromium",
  "dpkg-deb": "dpkg",
  readelf: "binutils",
  m4: "m4",
  checkpolicy: "checkpolicy",
  shellcheck: "shellcheck",
  dash: "dash",
  mandoc: "mandoc",
  zsh: "zsh",
};

const postgresHome = "/usr/lib/postgresql";

/** Where the newest PostgreSQL has its programs: Debian keeps them off the path. */
export function postgresFolder(): string | undefined {
  const versions = existsSync(postgresHome) ? readdirSync(postgresHome).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(postgresHome, version, "bin")).find((bin) => existsSync(join(bin, "initdb")));
}

/** OpenSSL's engines, a folder for each architecture. */
const enginesOf = (): readonly string[] =>
  existsSync("/usr/lib") ? readdirSync("/usr/lib").map((name) => `/usr/lib/${name}/engines-3`) : [];

/** Where OpenSSL's engine for security modules is. */
export function pkcs11Folder(): string | undefined {
  return enginesOf().find((folder) => existsSync(join(folder, "pkcs11.so")));
}

/** Things that are no programs, and how to see that they are there. */
export const powers: Readonly<Record<string, { readonly isHere: () => boolean; readonly wants: string }>> = {
  // Network namespaces with a TUN device: what a simulated shop is made of.
  namespaces: {
    isHere: () => process.getuid?.() === 0 && accessible("/dev/net/tun", constants.R_OK | constants.W_OK),
    wants: "root, and /dev/net/tun",
  },
  // A security module of software, and OpenSSL's way to it.
  softhsm: {
    isHere: () => pkcs11Folder() !== undefined && accessible("/usr/bin/softhsm2-util", constants.X_OK),
    wants: "Debian packages softhsm2 and libengine-pkcs11-openssl",
  },
  // A compiler of Kotlin 2 with the Java that it runs on.
  kotlin: {
    isHere: () => ["kotlinc", "javac", "java"].every((program) => isOnPath(program)),
    wants:
      "kotlinc 2 (npm package kotlin-compiler 2.4.20; Debian's is too old), and Debian package default-jdk-headless",
  },
  postgres: { isHere: () => postgresFolder() !== undefined, wants: "Debian package postgresql" },
  // A virtual card reader for a pcscd in a mount namespace of its own.
  vpcd: {
    isHere: () => process.getuid?.() === 0 && accessible("/usr/lib/pcsc/drivers/serial/libifdvpcd.so", constants.R_OK),
    wants: "root, and Debian package vsmartcard-vpcd",
  },
};

/** Why a suite that needs these programs and powers cannot run here; undefined when all are here. */
export function missingPrograms(needs: readonly string[], path = process.env["PATH"] ?? ""): string | undefined {
  const missing = needs.filter((need) => !(powers[need]?.isHere() ?? isOnPath(need, path)));
  if (missing.length === 0) return undefined;
  const wanted = (need: string) => powers[need]?.wants ?? `Debian package ${debianPackage[need] ?? "unknown"}`;
  return missing.map((need) => `needs ${need} (${wanted(need)})`).join(", ");
}

function isOnPath(program: string, path = process.env["PATH"] ?? ""): boolean {
  return path.split(delimiter).some((folder) => accessible(join(folder, program), constants.X_OK));
}

function accessible(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false; // not there or not ours to use: both mean that the suite cannot use it
  }
}
