/** What can be said of any check. */
import { fail, ok, type Said, skipped, warn } from "../text.ts";

export const common = () =>
  ({
    late: warn(
      ["no answer within {limit_s}", "Run posdiag doctor again; if it stays so, look with dmesg at what hangs."],
      ["{limit_s}内没有结果", "请再次运行 posdiag doctor；若仍如此，请用 dmesg 查看何处卡住。"],
    ),
    stopped: skipped(["not finished: it was interrupted"], ["未完成：被中断"]),
    needs_config: skipped(["needs a configuration that can be read"], ["需要可读的配置文件"]),
  }) satisfies Readonly<Record<string, Said>>;

/** The line below the table. */
export const verdicts = () => ({
  ok: ok(["Nothing is wrong."], ["一切正常。"]),
  warn: warn(["Nothing fails; warnings: {warn}."], ["没有失败项；警告 {warn} 项。"]),
  fail: fail(["Failed: {fail}, warnings: {warn}."], ["失败 {fail} 项，警告 {warn} 项。"]),
});
