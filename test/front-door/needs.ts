/** Programs that some suites need, and the Debian package that brings each. */
import { accessSync, constants } from "node:fs";
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
  flock: "util-linux",
  bash: "bash",
  openssl: "openssl",
  python3: "python3",
  strace: "strace",
  "systemd-analyze": "systemd",
  "systemd-notify": "systemd",
};

/** Why a suite that needs these programs cannot run here; undefined when all are on PATH. */
export function missingPrograms(programs: readonly string[], path = process.env["PATH"] ?? ""): string | undefined {
  const missing = programs.filter(
    (program) => !path.split(delimiter).some((folder) => executable(join(folder, program))),
  );
  if (missing.length === 0) return undefined;
  return missing
    .map((program) => `needs ${program} (Debian package ${debianPackage[program] ?? "unknown"})`)
    .join(", ");
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there or not ours to run: both mean that the suite cannot use it
  }
}
