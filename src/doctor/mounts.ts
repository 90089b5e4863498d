/** Which file system a path lies on, by proc(5), mounts. Pure. */

export interface Mount {
  readonly folder: string;
  readonly type: string;
  readonly options: readonly string[];
}

/** Space, tab, line end and backslash stand there as three octal digits. */
function plain(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

/** In the order of the file: a later one covers an earlier one. */
export function readMounts(text: string): readonly Mount[] {
  return text.split("\n").flatMap((line) => {
    const [, folder, type, options] = line.split(" ");
    if (folder === undefined || type === undefined || options === undefined) return [];
    return [{ folder: plain(folder), type, options: options.split(",").map(plain) }];
  });
}

/** The mount that a path lies on: the longest folder above it, of equals the last. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  const above = mounts.filter(({ folder }) => path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`));
  return above.reduce<Mount | undefined>(
    (best, each) => (best && best.folder.length > each.folder.length ? best : each),
    undefined,
  );
}

/** File systems in memory. */
const volatile: readonly string[] = ["tmpfs", "ramfs", "rootfs", "devtmpfs"];

/** Also an overlay whose writable layer lies in memory, as images that are read-only have it. */
export function isVolatile(mount: Mount, mounts: readonly Mount[]): boolean {
  if (volatile.includes(mount.type)) return true;
  const upper = mount.options.find((option) => option.startsWith("upperdir="))?.slice("upperdir=".length);
  if (mount.type !== "overlay" || upper === undefined) return false;
  const below = mountOf(upper, mounts);
  return below !== undefined && below !== mount && volatile.includes(below.type);
}
