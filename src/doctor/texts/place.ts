/** Texts of the agent's user, its folders and its files. */
import { both, type CheckText, fail, ok, type Said, skipped, warn } from "../text.ts";

export const user = () =>
  ({
    title: both("user", "运行用户"),
    why: both(
      "The agent must be allowed to open the modem's port, and should be allowed little else.",
      "代理程序必须有权打开调制解调器串口，此外的权限越少越好。",
    ),
    said: {
      ok: ok(["{user}, in groups {groups}"], ["{user}，所属组：{groups}"]),
      own: ok(
        ["no user posdiag here; {user} is taken for the agent's", "If it is another one, name it with --user."],
        ["本机没有 posdiag 用户，按 {user} 检查", "如果不是该用户，请用 --user 指定。"],
      ),
      missing: fail(
        ["there is no user {user}", "Run systemd-sysusers with deploy/posdiag.sysusers, or adduser --system {user}."],
        ["没有用户 {user}", "请用 deploy/posdiag.sysusers 运行 systemd-sysusers，或运行 adduser --system {user}。"],
      ),
      no_group: fail(
        [
          "{user} is not in group {group}, to which {port} belongs",
          "Run usermod -a -G {group} {user}, and restart the agent.",
        ],
        ["{user} 不在 {port} 所属的组 {group} 中", "请运行 usermod -a -G {group} {user}，然后重启代理程序。"],
      ),
      root: warn(
        ["the agent runs as root", "Let it run as a user of its own, as deploy/posdiag.service does."],
        ["代理程序以 root 身份运行", "请像 deploy/posdiag.service 那样使用专用用户。"],
      ),
    },
  }) satisfies CheckText;

export const state = () =>
  ({
    title: both("state folder", "数据目录"),
    why: both(
      "Reports wait here until the broker has them; what cannot be written is lost.",
      "报告在送达之前都存放在这里；写不进去的报告会丢失。",
    ),
    said: {
      ok: ok(
        ["{folder} belongs to {owner}, mode {mode}, {files} files"],
        ["{folder} 属于 {owner}，权限 {mode}，{files} 个文件"],
      ),
      not_yet: ok(["{folder} is made when the service starts"], ["{folder} 会在服务启动时建立"]),
      missing: fail(
        ["{folder} is not there", "Run install -d -o {user} -g {user} -m 750 {folder}."],
        ["找不到 {folder}", "请运行 install -d -o {user} -g {user} -m 750 {folder}。"],
      ),
      no_write: fail(
        ["{user} may not write in {folder} (owner {owner}, mode {mode})", "Run chown -R {user}: {folder}."],
        ["{user} 无权写入 {folder}（属主 {owner}，权限 {mode}）", "请运行 chown -R {user}: {folder}。"],
      ),
      open: fail(
        ["everybody may write in {folder} (mode {mode})", "Run chmod 750 {folder}."],
        ["任何人都可以写入 {folder}（权限 {mode}）", "请运行 chmod 750 {folder}。"],
      ),
      foreign: fail(
        [
          "{count} files in {folder} belong to another user than {user}, as after a start as root",
          "Run chown -R {user}: {folder}.",
        ],
        ["{folder} 中有 {count} 个文件不属于 {user}，可能曾以 root 身份启动过", "请运行 chown -R {user}: {folder}。"],
      ),
      unseen: skipped(
        ["this user may not look into {folder}", "Run posdiag doctor as root."],
        ["当前用户无权查看 {folder}", "请以 root 身份运行 posdiag doctor。"],
      ),
    },
  }) satisfies CheckText;

export const files = () =>
  ({
    title: both("keys and files", "密钥与文件"),
    why: both(
      "Whoever reads the terminal's key can pose as this terminal; what the agent cannot read it cannot use.",
      "谁能读到终端的密钥，谁就能冒充这台终端；代理程序读不到的文件则无法使用。",
    ),
    said: {
      ok: ok(["{count} files, {secrets} of them secret"], ["{count} 个文件，其中 {secrets} 个为机密"]),
      exposed: fail(
        ["others than {user} may read secrets: {count}", "Run chown {user}: FILE and chmod 600 FILE on each."],
        ["{user} 以外的人可以读取机密文件：{count} 个", "请对每个文件运行 chown {user}: FILE 和 chmod 600 FILE。"],
      ),
      unreadable: fail(
        [
          "{user} may not read files that it needs: {count}",
          "Run chgrp {user} FILE and chmod 640 FILE on each; folders above need mode 750.",
        ],
        [
          "{user} 无权读取所需的 {count} 个文件",
          "请对每个文件运行 chgrp {user} FILE 和 chmod 640 FILE；上级目录需要 750 权限。",
        ],
      ),
      writable: fail(
        ["others may change what is to be trusted: {count} files", "Run chown root FILE and chmod go-w FILE on each."],
        ["其他人可以修改应受信任的文件：{count} 个", "请对每个文件运行 chown root FILE 和 chmod go-w FILE。"],
      ),
      missing: fail(
        [
          "files that the configuration names are not there: {count}",
          "Put them there, or take the keys out of the configuration.",
        ],
        ["配置中指定的文件不存在：{count} 个", "请放入这些文件，或从配置中删去相应项。"],
      ),
      unseen: skipped(
        ["this user may not look at files: {count}", "Run posdiag doctor as root."],
        ["有 {count} 个文件当前用户无权查看", "请以 root 身份运行 posdiag doctor。"],
      ),
    },
  }) satisfies CheckText;

const socketTrouble = (): Readonly<Record<"open" | "foreign" | "no_group" | "not_member" | "unseen", Said>> => ({
  open: fail(
    ["others may write in {folder} (mode {mode}), and the agent refuses it", "Run chmod 755 {folder}."],
    ["其他人可以写入 {folder}（权限 {mode}），代理程序会拒绝使用", "请运行 chmod 755 {folder}。"],
  ),
  foreign: fail(
    [
      "{folder} belongs to {owner} (mode {mode}), and {user} cannot make its socket there",
      "Run chown {user} {folder}.",
    ],
    ["{folder} 属于 {owner}（权限 {mode}），{user} 无法在其中建立套接字", "请运行 chown {user} {folder}。"],
  ),
  no_group: fail(
    ["there is no group {group} (ipc.group)", "Make the group, or correct ipc.group."],
    ["没有 {group} 组（ipc.group）", "请建立该组，或改正 ipc.group。"],
  ),
  not_member: fail(
    [
      "{user} is not in group {group} (ipc.group)",
      "Add SupplementaryGroups={group} to the unit, or run usermod -a -G {group} {user}.",
    ],
    [
      "{user} 不在 {group} 组中（ipc.group）",
      "请在服务单元中加入 SupplementaryGroups={group}，或运行 usermod -a -G {group} {user}。",
    ],
  ),
  unseen: skipped(
    ["this user may not look at {folder}", "Run posdiag doctor as root."],
    ["当前用户无权查看 {folder}", "请以 root 身份运行 posdiag doctor。"],
  ),
});

export const socket = () =>
  ({
    title: both("local socket", "本地套接字"),
    why: both(
      "The payment application tells its payments through this socket; whoever may write its folder could pose as the agent.",
      "支付应用通过它告知交易情况；谁能写入该目录，谁就能冒充代理程序。",
    ),
    said: {
      ok: ok(
        ["{folder}, mode {mode}; users of group {group} may connect"],
        ["{folder}，权限 {mode}；{group} 组的用户可以连接"],
      ),
      not_yet: ok(["{folder} is made when the service starts"], ["{folder} 会在服务启动时建立"]),
      missing: fail(
        [
          "{folder} is not there",
          "Run install -d -o {user} -m 755 {folder}, at every start of the machine (tmpfiles.d).",
        ],
        ["找不到 {folder}", "请在每次开机时（tmpfiles.d）运行 install -d -o {user} -m 755 {folder}。"],
      ),
      ...socketTrouble(),
    },
  }) satisfies CheckText;
