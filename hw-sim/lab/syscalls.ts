/** The C library calls of the lab: into a network namespace and back, a TUN device, and UNIX datagram sockets. Linux only. */
import { closeSync, openSync } from "node:fs";
import koffi from "koffi";

const CLONE_NEWNET = 0x40000000;
const O_RDWR = 2;
/** linux/include/uapi/linux/if_tun.h; IFF_NO_PI: packets come without four bytes before them. */
const TUNSETIFF = 0x400454ca;
const IFF_TUN_NO_PI = 0x0001 | 0x1000;

const libc = koffi.load("libc.so.6");
const setns = libc.func("int setns(int, int)");
const open = libc.func("int open(const char *, int)");
const ioctl = libc.func("int ioctl(int, unsigned long, uint8_t *)");

/**
 * Runs `make` on this thread inside the namespace, and comes back whatever happens. Sockets that it makes belong there for
 * ever; Node makes its own later and elsewhere, so `make` has to make them itself.
 */
export function withinNamespace<T>(path: string, make: () => T): T {
  const own = openSync("/proc/thread-self/ns/net", "r");
  const there = openSync(path, "r");
  try {
    if (setns(there, CLONE_NEWNET) !== 0) throw new Error(`cannot enter ${path}: is this process root?`);
    return make();
  } finally {
    setns(own, CLONE_NEWNET);
    closeSync(there);
    closeSync(own);
  }
}

/** A TUN device of this name in the namespace this thread is in; whole IP packets are read from it and written to it. */
export function openTun(name: string): number {
  const fd: number = open("/dev/net/tun", O_RDWR);
  const request = Buffer.alloc(40); // struct ifreq: 16 bytes of name, then the flags
  request.write(name, "latin1");
  request.writeUInt16LE(IFF_TUN_NO_PI, 16);
  if (fd < 0 || ioctl(fd, TUNSETIFF, request) !== 0) {
    throw new Error(`no TUN device ${name}: is /dev/net/tun there, and is this root?`);
  }
  return fd;
}

const AF_UNIX = 1;
const SOCK_DGRAM_NONBLOCK = 2 | 0o4000 | 0o2000000;
/** struct sockaddr_un: family and a path of at most 108 bytes. */
const NAME_LENGTH = 110;
const socket = libc.func("int socket(int, int, int)");
const bind = libc.func("int bind(int, const void *, uint32_t)");
const recvfrom = libc.func("intptr_t recvfrom(int, _Out_ uint8_t *, size_t, int, _Out_ uint8_t *, _Inout_ uint8_t *)");
const sendto = libc.func("intptr_t sendto(int, const void *, size_t, int, const void *, uint32_t)");

/** A UNIX datagram socket at a path, which Node has not; it does not block. */
export function bindUnix(path: string): number {
  const fd: number = socket(AF_UNIX, SOCK_DGRAM_NONBLOCK, 0);
  const name = Buffer.alloc(NAME_LENGTH);
  name.writeUInt16LE(AF_UNIX, 0);
  name.write(path, 2, "latin1");
  if (fd < 0 || bind(fd, name, name.length) !== 0) throw new Error(`cannot bind ${path}`);
  return fd;
}

export interface Datagram {
  readonly text: string;
  /** Whom to answer, as the kernel names it. */
  readonly from: Buffer;
}

/** The next datagram that waits; undefined when none does. */
export function receiveUnix(fd: number): Datagram | undefined {
  const [bytes, from, length] = [Buffer.alloc(4_096), Buffer.alloc(NAME_LENGTH), Buffer.alloc(4)];
  length.writeInt32LE(NAME_LENGTH);
  const count = Number(recvfrom(fd, bytes, bytes.length, 0, from, length));
  return count < 0
    ? undefined
    : { text: bytes.toString("latin1", 0, count), from: from.subarray(0, length.readInt32LE()) };
}

/** False when nobody is there any more, or does not read. */
export function sendUnix(fd: number, text: string, to: Buffer): boolean {
  const bytes = Buffer.from(text, "latin1");
  return Number(sendto(fd, bytes, bytes.length, 0, to, to.length)) === bytes.length;
}
