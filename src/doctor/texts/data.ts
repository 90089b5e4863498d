/** Texts of signed data, and of the configuration that the agent goes by. */
import { both, type CheckText, fail, ok, skipped, warn } from "../text.ts";

export const data = () =>
  ({
    title: both("signed data", "签名数据"),
    why: both(
      "What support sends later, such as response codes, counts only when it is signed, whole, and has proved itself here.",
      "后来下发的数据（如应答码）必须签名有效、内容完整，并在本机试用合格，才会生效。",
    ),
    said: {
      ok: ok(["in force: {pack}"], ["生效版本：{pack}"]),
      none: ok(["in force: what comes with the program"], ["生效版本：程序自带"]),
      trial: ok(["in force: {pack}, on trial for {left_s}"], ["生效版本：{pack}，试用期剩余 {left_s}"]),
      off: ok(["none is taken: data.keys_file is not set"], ["不接受：未设置 data.keys_file"]),
      refused: warn(
        [
          "{refused} was not taken ({reason}); in force: {pack}",
          "Have it signed anew; posdiag data show FILE tells what is wrong with it.",
        ],
        ["未接受 {refused}（{reason}）；生效版本：{pack}", "请重新签名；posdiag data show FILE 会指出问题。"],
      ),
      given_up: warn(
        ["the agent gave up {refused} ({reason}); in force: {pack}", "Do not send it again; make a new version."],
        ["代理程序已弃用 {refused}（{reason}）；生效版本：{pack}", "请不要再次下发，另做新版本。"],
      ),
      unknown: skipped(["only a running agent tells"], ["只有运行中的代理程序才能告知"]),
    },
  }) satisfies CheckText;

export const fallBack = () =>
  ({
    title: both("configuration used", "所用配置"),
    why: both(
      "With a configuration that is of no use the agent goes on with the last good one, and what was changed is not in force.",
      "配置不可用时，代理程序沿用上次可用的配置，新的改动没有生效。",
    ),
    said: {
      ok: ok(["the agent goes by the file"], ["代理程序按配置文件运行"]),
      trial: ok(
        ["the agent tries the file, and goes back to the last good one if it ends within {left_s}"],
        ["代理程序正在试用该文件；若在 {left_s}内退出，将恢复上次可用的配置"],
      ),
      last_good: fail(
        [
          "the agent goes by the last good one, because the file is of no use ({reason}): {problem}",
          "Correct the file, check it with posdiag config check, and restart the agent.",
        ],
        [
          "文件不可用（{reason}）：{problem}；代理程序沿用上次可用的配置",
          "请改正文件，用 posdiag config check 检查后重启代理程序。",
        ],
      ),
      unknown: skipped(["only a running agent tells"], ["只有运行中的代理程序才能告知"]),
    },
  }) satisfies CheckText;
