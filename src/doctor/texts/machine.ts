/** Texts of clock, disk, memory and kernel. */
import { both, type CheckText, fail, ok, type Said, skipped, warn } from "../text.ts";

const clockTrouble = (): Readonly<Record<"early" | "late_years" | "loose" | "no_chip" | "chip_off", Said>> => ({
  early: fail(
    [
      "it says {date}, which is before this program was made",
      "Set it with date -s, and let systemd-timesyncd or chrony keep it right.",
    ],
    ["显示为 {date}，早于本程序的制作时间", "请用 date -s 校正，并用 systemd-timesyncd 或 chrony 对时。"],
  ),
  late_years: fail(
    [
      "it says {date}, which is many years ahead",
      "Set it with date -s, and let systemd-timesyncd or chrony keep it right.",
    ],
    ["显示为 {date}，超前多年", "请用 date -s 校正，并用 systemd-timesyncd 或 chrony 对时。"],
  ),
  loose: warn(
    ["{date} UTC, and nobody keeps it right", "Switch on a time service: timedatectl set-ntp true."],
    ["UTC {date}，没有对时", "请启用对时服务：timedatectl set-ntp true。"],
  ),
  no_chip: warn(
    [
      "{date} UTC, but there is no clock chip: after a power cut the time is unknown until the network gives it",
      "Have a time service keep the time over restarts (systemd-timesyncd does).",
    ],
    [
      "UTC {date}，但没有时钟芯片：断电后要等网络对时才知道时间",
      "请使用能在重启后恢复时间的对时服务（如 systemd-timesyncd）。",
    ],
  ),
  chip_off: warn(
    [
      "{date} UTC, and the clock chip differs by {off_s}",
      "Run hwclock --systohc --utc; if it is off again, its battery is empty.",
    ],
    ["UTC {date}，与时钟芯片相差 {off_s}", "请运行 hwclock --systohc --utc；如果再次不准，说明其电池耗尽。"],
  ),
});

export const clock = () =>
  ({
    title: both("clock", "时钟"),
    why: both(
      "With a wrong clock no certificate is valid, and reports bear a wrong date.",
      "时钟不准时证书全部无效，报告的日期也是错的。",
    ),
    said: {
      ok: ok(["{date} UTC, kept right, with a clock chip"], ["UTC {date}，有对时，有时钟芯片"]),
      unknown: ok(["{date} UTC; nothing tells whether somebody keeps it right"], ["UTC {date}；无法得知是否有对时"]),
      ...clockTrouble(),
    },
  }) satisfies CheckText;

export const disk = () =>
  ({
    title: both("disk", "存储空间"),
    why: both(
      "While the broker is not reached reports are kept here, over power cuts, up to outbox.max_mb.",
      "连不上服务器时，报告保存在这里，断电也不丢，最多占用 outbox.max_mb。",
    ),
    said: {
      ok: ok(
        ["{folder} is on {type}: {free_mb} MB and {inodes} file entries free"],
        ["{folder} 位于 {type}：剩余 {free_mb} MB，可再建 {inodes} 个文件"],
      ),
      volatile: fail(
        ["{folder} is on {type}, which a power cut empties", "Put outbox.dir on a file system in flash."],
        ["{folder} 位于 {type}，断电后内容全部丢失", "请把 outbox.dir 放到闪存上的文件系统。"],
      ),
      read_only: fail(
        ["the file system of {folder} is mounted read-only", "Mount it for writing, or put outbox.dir on one that is."],
        ["{folder} 所在文件系统以只读方式挂载", "请以可写方式挂载，或把 outbox.dir 放到可写的文件系统。"],
      ),
      full: fail(
        ["{folder} has {free_mb} MB free", "Make room: du -x -d 1 / shows what takes it."],
        ["{folder} 只剩 {free_mb} MB", "请清理空间：du -x -d 1 / 可查看占用情况。"],
      ),
      tight: warn(
        [
          "{folder} has {free_mb} MB free, and the outbox may need {wanted_mb} MB",
          "Make room, or lower outbox.max_mb.",
        ],
        ["{folder} 剩余 {free_mb} MB，而待发报告最多需要 {wanted_mb} MB", "请清理空间，或调低 outbox.max_mb。"],
      ),
      few_entries: fail(
        [
          "{folder} has room for {inodes} more files only",
          "Delete small files there; df -i shows where they are many.",
        ],
        ["{folder} 只能再建 {inodes} 个文件", "请删除小文件；df -i 可查看何处文件最多。"],
      ),
      unseen: skipped(["{folder} cannot be looked at ({code})"], ["无法查看 {folder}（{code}）"]),
    },
  }) satisfies CheckText;

export const memory = () =>
  ({
    title: both("memory", "内存"),
    why: both(
      "The agent needs some 70 MB; when memory runs out, it is the first to be ended.",
      "代理程序大约需要 70 MB；内存不足时最先被结束的就是它。",
    ),
    said: {
      ok: ok(
        ["{available_mb} of {total_mb} MB available, the agent may take {limit}"],
        ["可用 {available_mb} MB，共 {total_mb} MB，代理程序上限 {limit}"],
      ),
      short: fail(
        [
          "{available_mb} of {total_mb} MB available, {needed_mb} are needed",
          "Look with top -o %MEM at what takes it.",
        ],
        ["可用 {available_mb} MB，共 {total_mb} MB，而需要 {needed_mb} MB", "请用 top -o %MEM 查看占用情况。"],
      ),
      limit: warn(
        ["the agent may take {limit}, and needs 96 MB at times", "Set MemoryHigh=96M and MemoryMax=128M in the unit."],
        ["代理程序上限 {limit}，而有时需要 96 MB", "请在服务单元中设置 MemoryHigh=96M 和 MemoryMax=128M。"],
      ),
      killed: warn(
        ["the kernel has ended the agent {kills} times for want of memory", "Look with top -o %MEM at what takes it."],
        ["因内存不足，内核已结束代理程序 {kills} 次", "请用 top -o %MEM 查看占用情况。"],
      ),
      unseen: skipped(["the kernel shows no /proc/meminfo"], ["内核没有提供 /proc/meminfo"]),
    },
  }) satisfies CheckText;

export const kernel = () =>
  ({
    title: both("kernel", "内核"),
    why: both(
      "The agent reads the terminal's state from /proc and /sys; what is not there it is blind for.",
      "代理程序从 /proc 和 /sys 读取终端状态；没有的部分就看不到。",
    ),
    said: {
      ok: ok(["Linux {release}: all that the agent reads is there"], ["Linux {release}：代理程序所需信息齐全"]),
      partly: ok(
        ["Linux {release}: {count} of {all} things are not there"],
        ["Linux {release}：{all} 项中缺少 {count} 项"],
      ),
      blind: fail(
        [
          "Linux {release}: {count} of {all} things are not there, and some are needed",
          "Mount /proc without subset=pid and /sys, and show them to the agent.",
        ],
        [
          "Linux {release}：{all} 项中缺少 {count} 项，其中有必需的",
          "请挂载 /sys 和不带 subset=pid 的 /proc，并让代理程序可见。",
        ],
      ),
    },
  }) satisfies CheckText;
