/**
 * What is tried inside the unit's sandbox. Each trial is a script that works for root outside it, which is tried as well: a
 * refusal then comes from the sandbox and not from a mistake in the trial.
 */

export interface Trial {
  readonly id: string;
  readonly script: string;
  /** Puts away what the script leaves when it works. */
  readonly after?: string;
  /** Only meant for the agent's own user: root has it by being root, not by the sandbox. */
  readonly userOnly?: true;
}

/** Writing numbers of system calls for perl, which every Debian has: x86-64. */
const call = { personality: 135, ptrace: 101 } as const;
const socketOf = (family: number, type: number) => `perl -e 'socket(my $s, ${family}, ${type}, 0) or exit 1'`;

/** What must be refused, to the agent's user and to root in the same sandbox. */
export const forbidden: readonly Trial[] = [
  { id: "write /etc", script: "echo x >/etc/trial", after: "rm -f /etc/trial" },
  { id: "write its own configuration", script: ": >>/etc/posdiag/config.jsonc" },
  { id: "write its own program", script: ": >>/usr/lib/posdiag/posdiag.cjs" },
  { id: "write /boot", script: "echo x >/boot/trial", after: "rm -f /boot/trial" },
  { id: "see /home", script: "ls -A /home | grep -q ." },
  { id: "see root's files", script: "ls -A /root | grep -q ." },
  { id: "see others' temporary files", script: "ls -A /tmp | grep -q trial" },
  { id: "read the disk", script: "head -c 1 /dev/vda | grep -qa ." },
  { id: "open memory", script: ": </dev/mem" },
  { id: "open the kernel's log device", script: ": </dev/kmsg" },
  // They have the major number of serial ports, which DeviceAllow= goes by.
  { id: "open a virtual terminal", script: ": </dev/tty1", userOnly: true },
  { id: "make a device", script: "mknod /tmp/trial-disk b 254 0", after: "rm -f /tmp/trial-disk" },
  { id: "load a module", script: "modprobe dummy", after: "modprobe -r dummy" },
  { id: "mount", script: "mount -t tmpfs trial /mnt", after: "umount /mnt" },
  { id: "make a namespace", script: "unshare --user true" },
  { id: "set the clock", script: 'date -s "$(date)"' },
  { id: "set the host's name", script: "hostname terminal" },
  { id: "read the kernel's log", script: "dmesg | grep -q ." },
  { id: "set a kernel's parameter", script: "echo 16 >/proc/sys/kernel/sysrq" },
  { id: "make a control group", script: "mkdir /sys/fs/cgroup/trial", after: "rmdir /sys/fs/cgroup/trial" },
  { id: "open a packet socket", script: socketOf(17, 3) },
  {
    id: "open a Bluetooth socket",
    script: "perl -e 'socket(my $s, 31, 3, 1) or $!{EAFNOSUPPORT} && exit 1; exit !$s'",
  },
  { id: "run in real time", script: "chrt -f 1 true" },
  { id: "set another personality", script: `perl -e 'exit(syscall(${call.personality}, 8) < 0)'` },
  { id: "trace a process", script: `perl -e 'exit(syscall(${call.ptrace}, 0, 0, 0, 0) < 0)'` },
  {
    id: "make a setuid file",
    script: "cp /bin/true /tmp/trial-suid && chmod 4755 /tmp/trial-suid",
    after: "rm -f /tmp/trial-suid",
  },
  { id: "change root", script: "chroot / true" },
  { id: "kill a process of root", script: "kill -0 1", userOnly: true },
  {
    id: "have more than 64 tasks",
    script: 'n=0; while [ $n -lt 80 ]; do sleep 120 & pids="$pids $!"; n=$((n + 1)); done; kill $pids',
  },
  { id: "see other processes", script: "ls -d /proc/1", userOnly: true },
];

/** What the agent needs, and must have. */
export const allowed: readonly Trial[] = [
  { id: "open a UART", script: ": <>/dev/ttyS1" },
  { id: "write its state", script: "echo x >/var/lib/posdiag/trial", after: "rm -f /var/lib/posdiag/trial" },
  { id: "write its socket's folder", script: "echo x >/run/posdiag/trial", after: "rm -f /run/posdiag/trial" },
  { id: "read the routes", script: "cat /proc/net/route" },
  { id: "read TCP's connections", script: "cat /proc/net/tcp" },
  { id: "read memory's state", script: "cat /proc/meminfo" },
  { id: "see links", script: "ls /sys/class/net | grep -q ." },
  { id: "open a TCP socket", script: socketOf(2, 1) },
  { id: "open a netlink socket", script: socketOf(16, 3) },
  { id: "run Node with its compiler", script: "/usr/lib/posdiag/node -e 'for (let i = 0; i < 1e6; i++) Math.sqrt(i)'" },
  { id: "talk to systemd", script: "systemd-notify STATUS=trial" },
];

/** One script of all: a line for each, "CODE ID". */
export function trialScript(trials: readonly Trial[]): string {
  return trials
    .map(({ id, script, after = ":" }) => `( ${script} ) >/dev/null 2>&1; echo "$? ${id}"; ${after} >/dev/null 2>&1`)
    .join("\n");
}

/** Those that worked, of all that were tried; `undefined` for one that is not in the text. */
export function whatWorked(output: string, trials: readonly Trial[]): ReadonlyMap<string, boolean | undefined> {
  const codes = new Map(output.split("\n").map((line) => [line.replace(/^\d+ /, ""), Number.parseInt(line, 10)]));
  return new Map(trials.map(({ id }) => [id, codes.has(id) ? codes.get(id) === 0 : undefined]));
}
