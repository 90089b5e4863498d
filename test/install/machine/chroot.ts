/** A folder entered with chroot, in namespaces of its own: what is mounted and started there ends with it. No init runs in it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createGuestLink } from "./guest-link.ts";
import { type Machine, usualS } from "./machine.ts";

const beginS = 120;

/** /dev is this machine's, because the simulated modem's pseudo-terminal is there. */
const enter = `
mount --rbind /dev "$1/dev"
mount -t proc proc "$1/proc"
mount -t sysfs -o ro sysfs "$1/sys"
mount -t tmpfs tmpfs "$1/run"
mkdir -p "$1/run/payload"
mount --bind "$2" "$1/run/payload"
exec chroot "$1" /bin/sh /usr/local/sbin/install-test-loop -
`;

/** `payload`: a folder that is seen as /run/payload. */
export async function enterFolder(root: string, payload: string): Promise<Machine> {
  const spaces = ["--mount", "--pid", "--ipc", "--uts", "--net", "--fork", "--kill-child", "--propagation", "private"];
  const child = spawn("unshare", [...spaces, "sh", "-euc", enter, "sh", root, payload], {
    stdio: ["pipe", "pipe", "inherit"],
    // What this machine tells its programs is not for those in there.
    env: { PATH: process.env["PATH"] },
  });
  const orphan = () => child.kill("SIGKILL");
  process.once("exit", orphan);
  const ended = once(child, "close").then(() => process.off("exit", orphan));
  const link = createGuestLink(child.stdout, child.stdin);
  void ended.then(() => link.end("the shell in the folder ended"));
  await link.greeting(beginS);
  return {
    run: (script, seconds = usualS) => link.run(script, seconds),
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
