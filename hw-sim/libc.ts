/**
 * The few C library calls that Node does not offer: a pseudo-terminal, and a listening socket that nobody accepts on.
 * Linux only, like the terminals the bench plays.
 */
import koffi from "koffi";

const AF_INET = 2;
const SOCK_STREAM_CLOEXEC = 1 | 0o2000000;
const SOCK_DGRAM_CLOEXEC = 2 | 0o2000000;
const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;
const F_SETFD = 2;
const FD_CLOEXEC = 1;
const F_SETFL = 4;
const O_RDWR_NONBLOCK = 2 | 0o4000;

const OPENPTY = "int openpty(_Out_ int *m, _Out_ int *s, _Out_ char *name, void *t, void *w)";

function loadOpenpty(): ReturnType<ReturnType<typeof koffi.load>["func"]> {
  try {
    return koffi.load("libc.so.6").func(OPENPTY);
  } catch {
    // Before glibc 2.34 the symbol was in libutil.
    return koffi.load("libutil.so.1").func(OPENPTY);
  }
}

/**
 * Opens a pseudo-terminal in raw mode, so that the master does not see its own echo before the first open. The master does
 * not block: without a reading client its buffer fills, and a blocking write would stop the whole process there.
 */
export function openRawPty(): { readonly master: number; readonly slave: number; readonly path: string } {
  const libc = koffi.load("libc.so.6");
  const openpty = loadOpenpty();
  const master = [0];
  const slave = [0];
  const name = Buffer.alloc(128);
  if (openpty(master, slave, name, null, null) !== 0) throw new Error("openpty failed: no pseudo-terminal left?");
  const [masterFd = -1] = master;
  const [slaveFd = -1] = slave;
  const termios = Buffer.alloc(64);
  libc.func("int tcgetattr(int, _Out_ uint8_t *)")(slaveFd, termios);
  libc.func("void cfmakeraw(_Inout_ uint8_t *)")(termios);
  libc.func("int tcsetattr(int, int, uint8_t *)")(slaveFd, 0, termios);
  const fcntl = libc.func("int fcntl(int, int, int)");
  fcntl(masterFd, F_SETFL, O_RDWR_NONBLOCK);
  // A program started from here would keep the modem's end open, and no client would ever see a hang-up.
  for (const fd of [masterFd, slaveFd]) fcntl(fd, F_SETFD, FD_CLOEXEC);
  return { master: masterFd, slave: slaveFd, path: name.toString("utf8", 0, name.indexOf(0)) };
}

/** A TCP endpoint by IPv4 address. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** A TCP socket, and nothing more: it stands in the network namespace that this thread is in. Hand it to Node or close it. */
export function openTcp(): number {
  const fd: number = koffi.load("libc.so.6").func("int socket(int, int, int)")(AF_INET, SOCK_STREAM_CLOEXEC, 0);
  if (fd < 0) throw new Error("no socket left");
  return fd;
}

/** A UDP socket that is bound to an address; hand it to `dgram`. */
export function bindUdp({ address, port }: Endpoint): number {
  const libc = koffi.load("libc.so.6");
  const fd: number = libc.func("int socket(int, int, int)")(AF_INET, SOCK_DGRAM_CLOEXEC, 0);
  const name = socketName(address, port);
  const bound: number = libc.func("int bind(int, const void *, uint32_t)")(fd, name, name.length);
  if (bound !== 0) throw new Error(`cannot bind ${address}:${port}`);
  return fd;
}

/** A TCP socket that is bound (port 0: any free one) and does not listen yet. */
export function bindTcp({ address, port }: Endpoint): number {
  const libc = koffi.load("libc.so.6");
  const fd = openTcp();
  const on = Buffer.alloc(4);
  on.writeInt32LE(1);
  libc.func("int setsockopt(int, int, int, const void *, uint32_t)")(fd, SOL_SOCKET, SO_REUSEADDR, on, on.length);
  const name = socketName(address, port);
  const bound: number = libc.func("int bind(int, const void *, uint32_t)")(fd, name, name.length);
  if (bound !== 0) throw new Error(`cannot bind ${address}:${port}`);
  return fd;
}

/** struct sockaddr_in: family, port and address in network order, padding. */
function socketName(address: string, port: number): Buffer {
  const name = Buffer.alloc(16);
  name.writeUInt16LE(AF_INET, 0);
  name.writeUInt16BE(port, 2);
  name.set(address.split(".").map(Number), 4);
  return name;
}

/**
 * Takes a free port and keeps others off it; connects are refused until somebody listens. Linux lets several sockets with
 * SO_REUSEADDR bind one port as long as none listens at that moment, so hold it first and open doors after.
 */
export function reservePort(address: string): { readonly fd: number; readonly port: number } {
  const fd = bindTcp({ address, port: 0 });
  const name = Buffer.alloc(16);
  const length = Buffer.alloc(4);
  length.writeInt32LE(name.length);
  koffi.load("libc.so.6").func("int getsockname(int, _Out_ uint8_t *, _Inout_ uint8_t *)")(fd, name, length);
  return { fd, port: name.readUInt16BE(2) };
}

/**
 * A TCP socket that listens with the shortest backlog and is never accepted on. One connection of our own fills its queue
 * before this returns; Linux then drops every further SYN, so that a connect waits until its own time-out, as on a dead network.
 */
export function listenWithoutAccept(endpoint: Endpoint): readonly number[] {
  const libc = koffi.load("libc.so.6");
  const fd = bindTcp(endpoint);
  libc.func("int listen(int, int)")(fd, 0);
  const filler = openTcp();
  const name = socketName(endpoint.address, endpoint.port);
  // Blocks for microseconds: both ends are in this kernel.
  libc.func("int connect(int, const void *, uint32_t)")(filler, name, name.length);
  return [filler, fd];
}
