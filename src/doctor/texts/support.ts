/** Texts of certificates, and of who may ask. */
import { both, type CheckText, fail, ok, skipped, warn } from "../text.ts";

const certificateAdvice = "posdiag config check tells which file it is.";

export const certificate = () =>
  ({
    title: both("own certificate", "终端证书"),
    why: both(
      "When it ends, the broker does not let the terminal in any more.",
      "证书到期后，服务器不再允许本终端登录。",
    ),
    said: {
      ok: ok(["good for {days} more days"], ["剩余 {days} 天"]),
      none: ok(["none is configured (uplink.tls.cert_file)"], ["未配置（uplink.tls.cert_file）"]),
      ending: warn(
        ["{file} ends in {days} days", "Have it renewed now."],
        ["{file} 将在 {days} 天后到期", "请立即更新。"],
      ),
      expired: fail(
        ["{file} has expired: {days} days left by this clock", "Have it renewed, if the clock is right."],
        ["{file} 已过期：按本机时钟剩余 {days} 天", "如果时钟正确，请更新证书。"],
      ),
      early: fail(
        ["{file} is not valid yet by this clock", "Set the clock."],
        ["按本机时钟，{file} 尚未生效", "请校正时钟。"],
      ),
      other_key: fail(
        ["{key} is not the key of {file}", "Put certificate and key of the same issue there."],
        ["{key} 不是 {file} 的密钥", "请放入同一次签发的证书和密钥。"],
      ),
      broken: fail(
        ["{file} cannot be used: {error}", certificateAdvice],
        ["{file} 无法使用：{error}", "posdiag config check 会指出是哪个文件。"],
      ),
      unseen: skipped(
        ["this user may not read {file}", "Run posdiag doctor as root."],
        ["当前用户无权读取 {file}", "请以 root 身份运行 posdiag doctor。"],
      ),
    },
  }) satisfies CheckText;

export const authority = () =>
  ({
    title: both("authorities", "签发机构证书"),
    why: both(
      "When the authority's certificate ends, the terminal trusts no broker any more.",
      "签发机构证书到期后，终端不再信任任何服务器。",
    ),
    said: {
      ok: ok(
        ["{count} in {file}, the first of them ends in {days} days"],
        ["{file} 中 {count} 个，最早的剩余 {days} 天"],
      ),
      node: ok(
        ["those of Node.js: uplink.tls.ca_file is not set"],
        ["使用 Node.js 自带的列表：未设置 uplink.tls.ca_file"],
      ),
      plain: skipped(["not needed: uplink.url says mqtt://"], ["不需要：uplink.url 为 mqtt://"]),
      ending: warn(
        ["one in {file} ends in {days} days", "Put its successor into the same file before that."],
        ["{file} 中有一个将在 {days} 天后到期", "请在此之前把新证书加入同一文件。"],
      ),
      expired: fail(
        [
          "none in {file} is valid any more by this clock",
          "Put the new authority's certificate there, if the clock is right.",
        ],
        ["按本机时钟，{file} 中已没有有效的证书", "如果时钟正确，请放入新的签发机构证书。"],
      ),
      broken: fail(
        ["{file} cannot be used: {error}", certificateAdvice],
        ["{file} 无法使用：{error}", "posdiag config check 会指出是哪个文件。"],
      ),
      unseen: skipped(
        ["this user may not read {file}", "Run posdiag doctor as root."],
        ["当前用户无权读取 {file}", "请以 root 身份运行 posdiag doctor。"],
      ),
    },
  }) satisfies CheckText;

export const commands = () =>
  ({
    title: both("who may ask", "远程命令"),
    why: both(
      "Support can ask the terminal only with a key that stands in its list, and nobody else must.",
      "技术支持只能用列表中的密钥向终端提问；其他人不可以。",
    ),
    said: {
      ok: ok(["{keys} keys in {file}, {verbs} verbs allowed"], ["{file} 中有 {keys} 个密钥，允许 {verbs} 种命令"]),
      none: ok(["nobody: commands.keys_file is not set"], ["不接受：未设置 commands.keys_file"]),
      wrong: fail(
        [
          "{file} cannot be used: {error}",
          "Put the entries of posdiag support keygen into one list, as docs/commands.md shows.",
        ],
        ["{file} 无法使用：{error}", "请按 docs/commands.md 把 posdiag support keygen 生成的条目放入一个列表。"],
      ),
      unseen: skipped(
        ["this user may not read {file}", "Run posdiag doctor as root."],
        ["当前用户无权读取 {file}", "请以 root 身份运行 posdiag doctor。"],
      ),
    },
  }) satisfies CheckText;
