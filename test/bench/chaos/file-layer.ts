/**
 * Puts disks in memory under node:fs, below a path of their own: the outbox runs as it is shipped, and every call it makes can go wrong.
 * Everything else of this process keeps the real file system.
 */
import fs, { type PathLike } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net, { type Server } from "node:net";
import { basename, dirname } from "node:path";
import { DirectoryNode, type Disk, type DiskView, FileNode, type Node, never, systemError } from "./disk.ts";

const root = "/disk-in-memory";
const firstFd = 1_000_000_000;
type Calls = Record<string, (...args: never[]) => unknown>;

export interface FileLayer extends Disposable {
  /** Where the disk is mounted. */
  readonly path: string;
  /** For the process that begins now. */
  mount(disk: Disk): void;
  /** Ends what the kernel ends with a process: its locks. */
  endProcess(): Promise<void>;
}

class Handle {
  readonly #disk: DiskView;
  readonly #node: Node;

  constructor(disk: DiskView, node: Node) {
    this.#disk = disk;
    this.#node = node;
  }

  get #file(): FileNode {
    if (this.#node instanceof FileNode) return this.#node;
    throw systemError("EISDIR");
  }

  async write(
    ...[bytes, from, length, at]: [Buffer, number, number, number]
  ): Promise<{ readonly bytesWritten: number }> {
    const file = this.#file;
    await this.#disk.change("write", (part) => {
      const end = from + Math.ceil(part * length);
      file.change({ at, bytes: Buffer.from(bytes.subarray(from, end)) });
    });
    return { bytesWritten: length };
  }

  async writeFile(content: string | Buffer): Promise<void> {
    const bytes = Buffer.from(content);
    await this.write(bytes, 0, bytes.length, this.#file.content.length);
  }

  async sync(): Promise<void> {
    const node = this.#node;
    await this.#disk.change("sync", () => node.sync(), node instanceof FileNode ? node : undefined);
  }

  datasync(): Promise<void> {
    return this.sync();
  }

  async truncate(size: number): Promise<void> {
    const file = this.#file;
    await this.#disk.change("truncate", () => file.change({ size }));
  }

  async close(): Promise<void> {
    if (this.#disk.isDead()) await never();
  }
}

/** The calls of node:fs that the outbox makes, on one disk. */
class Mounted {
  readonly #disk: DiskView;
  readonly #opened = new Map<number, FileNode>();
  #nextFd = firstFd;

  constructor(disk: DiskView) {
    this.#disk = disk;
  }

  #find(path: string): Node {
    let node: Node = this.#disk.root;
    for (const name of path.slice(root.length).split("/").filter(Boolean)) {
      const next: Node | undefined = node instanceof DirectoryNode ? node.names.get(name) : undefined;
      if (!next) throw systemError("ENOENT");
      node = next;
    }
    return node;
  }

  #directory(path: string): DirectoryNode {
    const node = this.#find(path);
    if (node instanceof DirectoryNode) return node;
    throw systemError("ENOTDIR");
  }

  async #read<T>(read: () => T): Promise<T> {
    if (this.#disk.isDead()) return never();
    return read();
  }

  open = async (path: string, flags: string): Promise<Handle> => {
    if (path === root) return new Handle(this.#disk, this.#disk.root);
    const parent = this.#directory(dirname(path));
    const known = parent.names.get(basename(path));
    if (!known && !flags.startsWith("w")) throw systemError("ENOENT");
    if (!known) await this.#disk.change("create", () => parent.change([[basename(path), new FileNode()]]));
    const node = this.#find(path);
    if (known && flags.startsWith("w") && node instanceof FileNode && node.content.length > 0) {
      await this.#disk.change("truncate", () => node.change({ size: 0 }));
    }
    return new Handle(this.#disk, node);
  };

  mkdir = async (path: string): Promise<void> => {
    const parent = this.#directory(dirname(path));
    if (parent.names.has(basename(path)) || path === root) return;
    await this.#disk.change("create", () => parent.change([[basename(path), new DirectoryNode()]]));
  };

  rm = async (path: string, options: { readonly force?: boolean } = {}): Promise<void> => {
    const parent = this.#directory(dirname(path));
    if (!parent.names.has(basename(path))) {
      if (options.force) return;
      throw systemError("ENOENT");
    }
    await this.#disk.change("remove", () => parent.change([[basename(path), undefined]]));
  };

  rename = async (from: string, to: string): Promise<void> => {
    const node = this.#find(from);
    const parent = this.#directory(dirname(from));
    const change = [[basename(from), undefined] as const, [basename(to), node] as const];
    await this.#disk.change("rename", () => parent.change(change));
  };

  truncate = async (path: string, size: number): Promise<void> => {
    const node = this.#find(path);
    if (node instanceof FileNode) await this.#disk.change("truncate", () => node.change({ size }));
  };

  readdir = (path: string) => this.#read(() => [...this.#directory(path).names.keys()]);
  realpath = (path: string) => this.#read(() => this.#find(path) && path);
  statfs = () => this.#read(() => ({ bavail: 1_000_000, bsize: 4_096 }));

  readFile = (path: string, encoding?: "utf8") =>
    this.#read(() => {
      const node = this.#find(path);
      if (node instanceof DirectoryNode) throw systemError("EISDIR");
      return encoding ? node.content.toString(encoding) : Buffer.from(node.content);
    });

  stat = (path: string) =>
    this.#read(() => {
      const node = this.#find(path);
      const isFile = node instanceof FileNode;
      const size = isFile ? node.content.length : 4_096;
      return { dev: 99, ino: node.ino, size, isFile: () => isFile, isDirectory: () => !isFile };
    });

  openSync = (path: string): number => {
    const node = this.#find(path);
    if (!(node instanceof FileNode)) throw systemError("EISDIR");
    this.#nextFd += 1;
    this.#opened.set(this.#nextFd, node);
    return this.#nextFd;
  };

  readSync = (...[fd, into, at, length, from]: [number, Buffer, number, number, number]): number => {
    const node = this.#opened.get(fd);
    if (!node) throw systemError("EBADF");
    return node.content.copy(into, at, from, Math.min(from + length, node.content.length));
  };

  closeSync = (fd: number): void => void this.#opened.delete(fd);
}

const promised = ["open", "mkdir", "rm", "rename", "truncate", "readdir", "realpath", "statfs", "readFile", "stat"];
const immediate = ["openSync", "readSync", "closeSync"];

function isOurs(first: PathLike | number): boolean {
  return typeof first === "number" ? first > firstFd : String(first).startsWith(root);
}

/** One at a time. */
export function layFiles(): FileLayer {
  let mounted: Calls = {};
  const servers = new Set<Server>();
  const real = { fs: { ...fs }, promises: { ...fs.promises }, createServer: net.createServer };
  const divert = (target: object, names: readonly string[]) => {
    for (const name of names) {
      const original: unknown = Reflect.get(target, name);
      const diverted = (...args: never[]) => {
        const [first] = args;
        const call = first !== undefined && isOurs(first) ? mounted[name] : original;
        return typeof call === "function" ? Reflect.apply(call, undefined, args) : undefined;
      };
      Reflect.set(target, name, diverted);
    }
  };
  divert(fs.promises, promised);
  divert(fs, immediate);
  Reflect.set(net, "createServer", (...args: Parameters<typeof net.createServer>) => {
    const server = real.createServer(...args);
    servers.add(server);
    server.on("close", () => servers.delete(server));
    return server;
  });
  syncBuiltinESMExports();
  return {
    path: root,
    mount: (disk) => {
      const calls = new Mounted(disk.view());
      mounted = Object.fromEntries([...promised, ...immediate].map((name) => [name, Reflect.get(calls, name)]));
    },
    endProcess: async () => {
      await Promise.all([...servers].map((server) => new Promise((resolve) => server.close(resolve))));
    },
    [Symbol.dispose]: () => {
      for (const name of promised) Reflect.set(fs.promises, name, Reflect.get(real.promises, name));
      for (const name of immediate) Reflect.set(fs, name, Reflect.get(real.fs, name));
      Reflect.set(net, "createServer", real.createServer);
      syncBuiltinESMExports();
    },
  };
}
