/** What the agent reads of the kernel, and what it is blind for without. Paths as the probes have them. */
import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { systemCode } from "../../base/errors.ts";
import { valueIn } from "../../probes/way/system-text.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { Check } from "../place.ts";
import { type Both, both } from "../text.ts";

const find = createFinder("kernel");

export interface Source {
  readonly path: string;
  /** Without it a good part of the diagnosis is missing on any terminal. */
  readonly needed: boolean;
  /** What is lost. */
  readonly lost: Both;
}

const need = (path: string, lost: Both): Source => ({ path, needed: true, lost });
const want = (path: string, lost: Both): Source => ({ path, needed: false, lost });

/** proc(5) and Documentation/ABI of Linux, by the probe that reads it. */
export const sources = (): readonly Source[] => [
  need("proc/net/route", both("which way the terminal goes", "终端走哪条网络路径")),
  want("proc/net/ipv6_route", both("the way over IPv6", "IPv6 路径")),
  want("proc/net/arp", both("the router", "路由器")),
  want("proc/net/snmp", both("what TCP has to send again", "TCP 重传情况")),
  want("proc/net/wireless", both("strength of Wi-Fi", "Wi-Fi 信号强度")),
  need("sys/class/net", both("state and counters of network interfaces", "网络接口的状态和计数")),
  need("sys/class/tty", both("the modem's port", "调制解调器串口")),
  need("proc/stat", both("load of the processor", "处理器负载")),
  need("proc/meminfo", both("memory", "内存")),
  need("proc/sys/kernel/random/boot_id", both("restarts of the machine", "重新开机")),
  want("proc/tty/driver", both("errors on serial lines", "串行线路错误")),
  want("sys/bus/usb/devices", both("devices on USB that come and go", "USB 设备反复插拔")),
  want("sys/class/power_supply", both("battery and supply", "电池和供电")),
  want("sys/class/thermal", both("heat", "温度")),
  want("sys/class/rtc/rtc0", both("the clock chip", "时钟芯片")),
  want("sys/class/watchdog", both("restarts by the watchdog", "看门狗引起的重启")),
  want("sys/fs/pstore", both("crashes of the kernel before a restart", "重启前的内核崩溃")),
];

/** Pure. `missing`: those that cannot be read. */
export function judgeKernel(release: string, missing: readonly Source[]): Finding {
  const details = missing.map(({ path, lost }) => {
    return both(`no /${path}: nothing is known of ${lost.en}`, `没有 /${path}，无法得知：${lost["zh-CN"]}`);
  });
  const values = { release, count: missing.length, all: sources().length };
  if (missing.length === 0) return find("ok", { values });
  return find(missing.some(({ needed }) => needed) ? "blind" : "partly", { values, details });
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}

export const kernelCheck: Check = {
  id: "kernel",
  limitMs: 3_000,
  look: async ({ root }) => {
    const release = valueIn(join(root, "proc/sys/kernel/osrelease")) ?? "?";
    return judgeKernel(
      release,
      sources().filter(({ path }) => !isThere(join(root, path))),
    );
  },
};
