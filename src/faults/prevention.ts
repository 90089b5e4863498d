/**
 * What the merchants' guides advise so that payments do not fail, and what the agent does for it today: by what signals, faults
 * and documents, or that nothing on the terminal can.
 */
import type { SignalId } from "../model/signal.ts";
import { type BothLanguages, both } from "./remedies/words.ts";

export interface Measure {
  readonly id: string;
  readonly words: BothLanguages;
  readonly guides: string;
  /** What the agent does for it. */
  readonly agent: BothLanguages;
  /** By which signals; with no signals, faults and documents nothing on the terminal does. */
  readonly signals: readonly SignalId[];
  readonly faults: readonly string[];
  /** Documents in `docs`, by name. */
  readonly documents: readonly string[];
}

const nothing = both("Nothing on the terminal.", "终端无法协助。");
const none = { signals: [], faults: [], documents: [] } as const;

export const measures: readonly Measure[] = [
  {
    id: "balances",
    words: both("Cardholder and merchant look at their balances regularly.", "持卡人和商户定期查看各自账户的余额。"),
    guides: "S0 S2",
    agent: both(
      "Nothing on the terminal beforehand: it never learns a balance, only that a payment was refused for it, and says whose account is meant.",
      "事先无法提醒：终端不知道余额，只知道交易因余额被拒，并说明是持卡人账户还是商户账户。",
    ),
    signals: [],
    faults: ["issuer.insufficient_funds", "merchant.balance_insufficient"],
    documents: [],
  },
  {
    id: "card_care",
    words: both(
      "Keep cards from scratches and magnets; mind their expiry date.",
      "妥善保管银行卡，防止磁条损坏，留意有效期。",
    ),
    guides: "S0",
    agent: both(
      "Tells a bad card from a bad reader by counting distinct cards, and says when a card is about to expire.",
      "按不同的卡计数，分清是卡坏还是读卡器坏；卡快到期时提示。",
    ),
    signals: ["compare.bad_card", "compare.mag_cards", "txn.expiry"],
    faults: ["card.mag_damaged", "card.demagnetized", "card.chip_dirty", "card.expiring_soon"],
    documents: [],
  },
  {
    id: "network_care",
    words: both("Keep the network stable; check it and its settings regularly.", "保持网络稳定，定期检查网络和配置。"),
    guides: "S0 S2",
    agent: both(
      "Watches signal, losses and round trips, notices that settings changed and whether the host was ever reached with them. It reports when a limit is passed, no trend before.",
      "监测信号、丢包和时延；发现设置变动，并记住按现设置是否连上过主机。超过限值才报告，不做趋势预测。",
    ),
    signals: ["modem.rsrp_dbm", "net.loss_pct", "net.rtt_ms", "net.config_changed_h", "net.config_proved"],
    faults: ["cell.signal_weak", "wifi.weak", "net.unstable", "net.bandwidth_low", "net.config_wrong"],
    documents: ["probes.md", "memory.md"],
  },
  {
    id: "notices",
    words: both(
      "Follow notices of bank and acquirer; keep out of maintenance.",
      "关注银行和支付机构的公告，避开维护时段。",
    ),
    guides: "S0 S4",
    agent: both(
      "Knows the windows that stand in `acquirer.maintenance` and names the maintenance as the cause. A notice that support sends (`down/hint`) counts in the same way.",
      "知道配置项`acquirer.maintenance`里的维护时段，并据此指出原因；后台下发的公告（`down/hint`）同样作为依据。",
    ),
    signals: ["host.in_window", "fleet.notice_kind"],
    faults: [
      "host.maintenance",
      "host.upgrade",
      "issuer.maintenance",
      "net.policy_change",
      "acquirer.agreement_changed",
    ],
    documents: ["config.md"],
  },
  {
    id: "versions",
    words: both("Keep software and firmware up to date.", "定期更新软件、补丁和固件。"),
    guides: "S0 S2 S4",
    agent: both(
      "Says so when the version is below what the acquirer requires, and blames a change when trouble began with it. It updates nothing, and never handles PINs.",
      "版本低于收单机构要求时提示；变更之后才出的错，指出是变更引起的。程序不做更新，也从不接触密码。",
    ),
    signals: [
      "sw.app_version",
      "sw.min_required_version",
      "sw.app_too_old",
      "sw.app_version_changed_h",
      "sw.os_version_changed_h",
    ],
    faults: ["sw.version_too_old", "sw.param_outdated", "sw.os_incompatible", "sw.app_incompatible"],
    documents: ["memory.md"],
  },
  {
    id: "hardware_care",
    words: both("Check and maintain the terminal; replace parts in time.", "定期检查、保养设备，及时更换部件。"),
    guides: "S1 S2",
    agent: both(
      "Sees reading failures grow over days, the battery age, the readers get dirty. It counts no printed length.",
      "发现读卡失败逐日增多、电池老化、读卡器变脏；不统计打印长度。",
    ),
    signals: [
      "compare.icc_course",
      "compare.mag_course",
      "power.battery_cycles",
      "power.battery_health",
      "device.self_test",
    ],
    faults: [
      "reader.icc_dirty",
      "reader.mag_dirty",
      "power.battery_degraded",
      "printer.overheat",
      "device.storage_full",
    ],
    documents: ["device.md", "feed.md"],
  },
  {
    id: "card_management",
    words: both("Manage cards better.", "加强卡片管理。"),
    guides: "S1",
    agent: nothing,
    ...none,
  },
  {
    id: "training",
    words: both("Train and guide who works at the counter.", "对操作人员进行培训和指导。"),
    guides: "S1",
    agent: both(
      "Counts how often each cause was raised, also those of how a card was taken, and tells what to do at that moment.",
      "记下每种原因出现的次数（包括操作方式一类），并当场提示怎样做。",
    ),
    signals: ["compare.cancellations", "compare.swipes_of_chip_cards", "compare.early_removals"],
    faults: [
      "operator.swiped_chip_card",
      "operator.cancelled_or_timeout",
      "operator.wrong_procedure",
      "card.removed_early",
    ],
    documents: ["alarms.md"],
  },
  {
    id: "contact",
    words: both(
      "Keep in touch with bank and acquirer, and know their rules.",
      "加强与银行、支付机构的沟通，了解政策。",
    ),
    guides: "S1",
    agent: nothing,
    ...none,
  },
  {
    id: "peak_hours",
    words: both("Avoid large amounts at peak hours.", "避免在高峰时段做大额交易。"),
    guides: "S2",
    agent: both(
      "Sees answers become slow, and tells the host's crowd from a slow line. It shows no trend over the day.",
      "发现应答变慢，并分清是主机繁忙还是线路慢；不显示一天内的走势。",
    ),
    signals: ["host.resp_ms", "net.tcp_host_ms"],
    faults: ["host.congested", "cell.congested"],
    documents: [],
  },
  {
    id: "guarding",
    words: both("Guard the terminal against theft and damage.", "妥善保管设备，防盗防损。"),
    guides: "S2",
    agent: both(
      "Hears of a triggered protection, of a terminal far from its place, of a SIM card in another module, and tells support.",
      "得知防拆触发、终端远离登记地点、SIM卡换到别的模块时，上报技术支持。",
    ),
    signals: ["device.tamper", "device.geo_shift_km", "sim.imei_changed"],
    faults: ["device.tamper_locked", "env.theft", "env.vandalism", "terminal.geofence_blocked", "sim.locked_imei"],
    documents: ["memory.md"],
  },
  {
    id: "clear_prompts",
    words: both(
      "Clear prompts, checked input, a second look at large amounts.",
      "提供清晰提示、输入校验、大额额外验证。",
    ),
    guides: "S2",
    agent: both(
      "Nothing of its own: that is the payment application's, which can show what the agent says in the merchant's language.",
      "程序本身不做：由收款应用实现，应用可以用商户的语言显示诊断结果。",
    ),
    signals: [],
    faults: ["operator.wrong_amount", "operator.wrong_goods_info"],
    documents: ["payment-application.md"],
  },
  {
    id: "fraud_watch",
    words: both("Watch and review payments; teach users about fraud.", "监控与审核交易，对用户做防欺诈教育。"),
    guides: "S2",
    agent: both(
      "Takes response codes for what they mean and passes the fault on; the screen stays neutral, so that nobody is made a suspect.",
      "按含义识别应答码并上报；屏幕文字保持中性，不使人怀疑持卡人。",
    ),
    signals: ["txn.rc"],
    faults: ["risk.fraud_suspected", "issuer.risk_block", "issuer.lost_stolen"],
    documents: ["response-codes.md"],
  },
  {
    id: "records",
    words: both("Pay in good order and keep records.", "保持良好的交易习惯，做好记录。"),
    guides: "S4",
    agent: both(
      "Keeps every cause with its times, and if asked a recording, both without card data.",
      "保存每次故障的原因和时间，需要时可录制过程，都不含卡片数据。",
    ),
    signals: [],
    faults: [],
    documents: ["alarms.md", "replay.md", "card-data.md"],
  },
];
