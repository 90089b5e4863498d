/**
 * Texts of what the program itself needs. Each is made when it is asked for: an agent carries them as source only.
 */
import { both, type CheckText, fail, ok, type Said, skipped, warn } from "../text.ts";

export const node = () =>
  ({
    title: both("Node.js", "Node.js"),
    why: both(
      "posdiag runs on the Node.js of this machine, and an old one gets no security fixes.",
      "posdiag 依靠本机的 Node.js 运行；过旧的版本不再有安全修复。",
    ),
    said: {
      ok: ok(
        ["Node.js {version}, {system} {arch}, {libc}, maintained until {end}"],
        ["Node.js {version}，{system} {arch}，{libc}，维护至 {end}"],
      ),
      unlisted: ok(
        ["Node.js {version}, {system} {arch}, {libc}; this program does not know until when it is maintained"],
        ["Node.js {version}，{system} {arch}，{libc}；本程序不知道它维护到何时"],
      ),
      ended: warn(
        [
          "Node.js {version}, {system} {arch}, {libc}: no fixes since {end}",
          "Put Node.js {better} into the image, or install the package that brings its own.",
        ],
        [
          "Node.js {version}，{system} {arch}，{libc}：自 {end} 起不再修复漏洞",
          "请在镜像中换用 Node.js {better}，或安装自带 Node.js 的软件包。",
        ],
      ),
      too_old: fail(
        ["Node.js {version}; {least} or later is needed", "Install Node.js {better}."],
        ["Node.js {version}；至少需要 {least}", "请安装 Node.js {better}。"],
      ),
    },
  }) satisfies CheckText;

export const addon = () =>
  ({
    title: both("serial port addon", "串口本地模块"),
    why: both("Without its native part the agent cannot open a serial port.", "没有这个本地模块，代理程序打不开串口。"),
    said: {
      ok: ok(["loads on {system} {arch}"], ["可在 {system} {arch} 上加载"]),
      missing: fail(
        [
          "does not load: {error}",
          "Install the posdiag package made for {system} {arch} {libc}; its folder prebuilds must lie beside posdiag.cjs.",
        ],
        [
          "无法加载：{error}",
          "请安装适用于 {system} {arch} {libc} 的 posdiag 软件包；prebuilds 目录必须与 posdiag.cjs 放在一起。",
        ],
      ),
    },
  }) satisfies CheckText;

const unseenConfig = (): Readonly<Record<"unreadable" | "no_file" | "files_unseen", Said>> => ({
  unreadable: skipped(
    ["{file} cannot be read by this user ({code})", "Run posdiag doctor as root."],
    ["当前用户无法读取 {file}（{code}）", "请以 root 身份运行 posdiag doctor。"],
  ),
  no_file: fail(
    ["{file} is no configuration file: {error}", "Name the right file with --config."],
    ["{file} 不是配置文件：{error}", "请用 --config 指定正确的文件。"],
  ),
  files_unseen: skipped(
    [
      "{file} has no errors, but this user may not read files that it names: {count}",
      "Run posdiag doctor as root to have them checked.",
    ],
    ["{file} 没有错误，但其中有 {count} 个文件当前用户无权读取", "请以 root 身份运行 posdiag doctor 再检查这些文件。"],
  ),
});

export const config = () =>
  ({
    title: both("configuration", "配置文件"),
    why: both(
      "With errors in it the agent does not start, or goes on with the last good one.",
      "配置有错误时，代理程序不会启动，或沿用上次可用的配置。",
    ),
    said: {
      ok: ok(["{file} has no errors"], ["{file} 没有错误"]),
      wrong: fail(
        ["{file} has errors: {count}", "Correct these lines; posdiag config check {file} shows them again."],
        ["{file} 有 {count} 处错误", "请改正以下各项；可用 posdiag config check {file} 再次检查。"],
      ),
      gone: fail(
        ["{file} is not there", "Make it from config.example.jsonc, or name another one with --config."],
        ["找不到 {file}", "请参照 config.example.jsonc 建立，或用 --config 指定。"],
      ),
      ...unseenConfig(),
    },
  }) satisfies CheckText;

const serviceTrouble = (): Readonly<Record<"down" | "restless" | "exposed", Said>> => ({
  down: fail(
    [
      "{state}; it ended with {result}, status {status}",
      "Run systemctl start posdiag; journalctl -u posdiag -e says why it ended.",
    ],
    [
      "{state}；上次结束：{result}，状态码 {status}",
      "请运行 systemctl start posdiag；结束原因见 journalctl -u posdiag -e。",
    ],
  ),
  restless: fail(
    [
      "{state}, restarted {restarts} times since boot, last with {result}, status {status}",
      "journalctl -u posdiag -p err says why it ends.",
    ],
    [
      "{state}，开机后已重启 {restarts} 次，上次结束：{result}，状态码 {status}",
      "结束原因见 journalctl -u posdiag -p err。",
    ],
  ),
  exposed: warn(
    [
      "{state}, {enabled}; exposure {exposure} of 10, where the unit that comes with posdiag has less than 2",
      "Compare with systemctl cat posdiag what was taken out of the sandbox.",
    ],
    [
      "{state}，{enabled}；暴露程度 {exposure}（满分 10），而 posdiag 自带的单元不到 2",
      "请用 systemctl cat posdiag 查看沙箱的哪些限制被去掉了。",
    ],
  ),
});

export const service = () =>
  ({
    title: both("service", "系统服务"),
    why: both(
      "Nobody starts the agent by hand on a terminal: the service does, after every boot and every failure.",
      "终端上没有人手动启动代理程序：开机和出错后都由系统服务启动。",
    ),
    said: {
      ok: ok(
        ["{state}, {enabled}, restarted {restarts} times since boot, watchdog {watchdog_s}, exposure {exposure} of 10"],
        ["{state}，{enabled}，开机后重启 {restarts} 次，看门狗 {watchdog_s}，暴露程度 {exposure}（满分 10）"],
      ),
      none: skipped(["no systemd runs here"], ["本机没有运行 systemd"]),
      missing: warn(
        [
          "systemd has no unit posdiag.service",
          "Install the package, or put deploy/posdiag.service into /lib/systemd/system and run systemctl daemon-reload.",
        ],
        [
          "systemd 中没有 posdiag.service",
          "请安装软件包，或把 deploy/posdiag.service 放到 /lib/systemd/system 后运行 systemctl daemon-reload。",
        ],
      ),
      disabled: warn(
        ["{state}, but {enabled}: it does not come with the next boot", "Run systemctl enable posdiag."],
        ["{state}，但为 {enabled}：下次开机不会启动", "请运行 systemctl enable posdiag。"],
      ),
      ...serviceTrouble(),
    },
  }) satisfies CheckText;

export const agent = () =>
  ({
    title: both("agent", "代理程序"),
    why: both("Only a running agent sees why payments fail.", "只有代理程序在运行，才能查出交易失败的原因。"),
    said: {
      ok: ok(["runs for {up_s}, version {version}"], ["已运行 {up_s}，版本 {version}"]),
      other_version: warn(
        ["runs version {version}, and {installed} is installed", "Run systemctl restart posdiag."],
        ["正在运行版本 {version}，已安装的是 {installed}", "请运行 systemctl restart posdiag。"],
      ),
      absent: fail(
        ["does not run: nobody listens at {socket}", "Run systemctl start posdiag."],
        ["没有运行：{socket} 无人监听", "请运行 systemctl start posdiag。"],
      ),
      absent_here: warn(
        [
          "does not run: nobody listens at {socket}",
          "If this is the terminal and not its image, start it: posdiag agent --config FILE.",
        ],
        ["没有运行：{socket} 无人监听", "如果这是终端本身而不是制作中的镜像，请启动：posdiag agent --config FILE。"],
      ),
      silent: fail(
        ["listens at {socket} and does not answer", "Run systemctl restart posdiag."],
        ["在 {socket} 监听，但没有回答", "请运行 systemctl restart posdiag。"],
      ),
      denied: skipped(
        ["this user may not speak to {socket}", "Run posdiag doctor as root, or as a member of the socket's group."],
        ["当前用户无权访问 {socket}", "请以 root 或该套接字所属组成员的身份运行 posdiag doctor。"],
      ),
      strange: fail(
        [
          "what listens at {socket} does not answer as an agent of this version",
          "Restart the agent: systemctl restart posdiag.",
        ],
        ["{socket} 上的程序不像本版本的代理程序那样回答", "请重启代理程序：systemctl restart posdiag。"],
      ),
    },
  }) satisfies CheckText;
