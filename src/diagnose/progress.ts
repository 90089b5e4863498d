/**
 * How far the newest transaction got, which is asked before anything else: a coded answer proves the link, so nothing
 * below the host is to blame for it, and an approval that was not printed is about money, not about machines.
 */
import type { Progress } from "../model/case.ts";
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";

/** Prompts as payment applications show them, for terminals where only the screen is known. */
const prompts: readonly { readonly says: RegExp; readonly progress: Progress }[] = [
  // It was the issuer who was late: somebody on the way said so.
  { says: /发卡(方|行)|交换中心/, progress: "answered" },
  // 无应答,检查模块 is the modem that does not answer, not the host.
  {
    says: /连接.*失败|拨号|网络异常|无网络|载波|电话占用|电话线|检查模块|SIM卡不存在|connection failed/i,
    progress: "not_sent",
  },
  { says: /超时|无应答|timed? ?out|no response/i, progress: "sent_no_answer" },
];

/** On which leg a payment was lost, by the application's own error. */
const hindrances: Readonly<Record<string, Progress>> = { send_failed: "not_sent", receive_failed: "sent_no_answer" };

const outcomes: Readonly<Record<string, Progress>> = {
  approved: "approved",
  declined: "answered",
  timeout: "sent_no_answer",
  aborted: "not_sent",
  unknown: "sent_no_answer",
};

function of(reading: Reading): Progress | undefined {
  if (typeof reading.value !== "string") return undefined;
  if (reading.signal === "txn.outcome") return outcomes[reading.value];
  if (reading.signal === "txn.hindrance") return hindrances[reading.value];
  if (reading.signal === "txn.rc") return reading.value === "00" ? "approved" : "answered";
  if (reading.signal === "operator.screen_text") {
    const text = reading.value;
    return prompts.find((prompt) => prompt.says.test(text))?.progress;
  }
  return undefined;
}

const speaking: readonly SignalId[] = ["txn.outcome", "txn.rc", "txn.hindrance", "operator.screen_text"];

/** `newest`: the newest reading of every signal. The latest that speaks of a transaction decides. */
export function progressOf(newest: readonly Reading[]): Progress {
  const known = newest
    .filter((reading) => speaking.includes(reading.signal) && of(reading) !== undefined)
    .toSorted((a, b) => a.atMs - b.atMs);
  const last = known.at(-1);
  return (last && of(last)) ?? "none";
}
