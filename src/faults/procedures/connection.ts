/** Procedures when nothing goes through: a terminal that dials, a mobile one, any payment that fails. */
import { both } from "../remedies/words.ts";
import type { Procedure } from "./procedure.ts";

export const connectionProcedures: readonly Procedure[] = [
  {
    id: "dial_up_fails",
    title: both("A terminal that dials does not connect", "拨号终端连接失败"),
    guides: "S3",
    steps: [
      both("Check the telephone cord at the back of the terminal.", "检查终端后面的电话线。"),
      both("Try the line with a telephone: is there a dial tone?", "用电话机试线，听有没有拨号音。"),
      both(
        "If the line is fine, use another terminal and call support.",
        "线路正常的，换一台终端收款，并联系技术支持。",
      ),
    ],
    faults: ["line.pstn_fault", "line.busy"],
  },
  {
    id: "mobile_fails",
    title: both("A mobile terminal does not connect", "移动终端连接失败"),
    guides: "S3",
    steps: [
      both("Look at the signal: if it is weak, go to a window or outside.", "看信号：信号弱的，移到窗边或室外。"),
      both(
        "Good signal and no data: ask the SIM card's provider whether it is used up, expired or suspended.",
        "信号好而数据不通：问流量卡服务商，是否用完、到期或停机。",
      ),
      both(
        "Restart only where the terminal's text says so, and never while a payment, its reversal or an update is still running; then sign in.",
        "只在终端提示重启时才重启；有交易、冲正或更新正在进行时不要重启。之后重新签到。",
      ),
      both("If it stays, call support.", "仍然不行，联系技术支持。"),
    ],
    faults: ["cell.signal_weak", "cell.no_service", "sim.data_exhausted", "sim.expired", "sim.invalid", "modem.hung"],
    corrected: {
      advice: [2, 3],
      because: both(
        "The guide has a phone's SIM card tried, and every terminal restarted: the first locks cards, the second can lose a reversal.",
        "原文要求插手机卡试，并一律开关机：前者会锁卡，后者可能丢失冲正。",
      ),
    },
  },
  {
    id: "five_looks",
    title: both("Five looks at a payment that fails", "交易失败，依次看五处"),
    guides: "S0",
    steps: [
      both(
        "Money: what does the response code say? The terminal never knows a balance.",
        "资金：看应答码。终端不知道余额。",
      ),
      both("Card: does another card work?", "卡片：换一张卡能不能用？"),
      both("Network: do other devices of the shop reach the Internet?", "网络：店内其他设备能不能上网？"),
      both("System: is there a notice of maintenance, a change of version?", "系统：有没有维护公告，版本有没有变动？"),
      both("Operation: was each prompt of the screen followed?", "操作：是否按屏幕提示做完每一步？"),
    ],
    faults: [
      "issuer.insufficient_funds",
      "card.chip_dirty",
      "net.down",
      "host.maintenance",
      "operator.wrong_procedure",
    ],
    corrected: {
      advice: [7],
      because: both(
        "The guide has the terminal look the balance up: it learns only that the amount was too large.",
        "原文说终端会实时查余额；终端只能得知金额超出可用额。",
      ),
    },
  },
];
