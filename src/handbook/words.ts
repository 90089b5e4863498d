/** The terms of the catalogue as people say them. */
import type { FaultDefinition, KnownBy, Likelihood, Need, Party, Rate, Severity } from "../model/catalogue.ts";
import type { Language } from "../model/text.ts";

export interface HandbookWords {
  readonly likelihood: Readonly<Record<Likelihood, string>>;
  readonly rate: Readonly<Record<Rate, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly party: Readonly<Record<Party, string>>;
  readonly knownBy: Readonly<Record<KnownBy, string>>;
  readonly capability: Readonly<Record<Need, string>>;
  readonly rank: Readonly<Record<NonNullable<FaultDefinition["rank"]>, string>>;
  readonly anyTerminal: string;
}

const english: HandbookWords = {
  likelihood: { always: "always", usually: "usually", often: "often", sometimes: "sometimes", rarely: "rarely" },
  rate: {
    common: "common: about 5 of 1,000 terminals at any time",
    occasional: "occasional: about 1 of 1,000 terminals at any time",
    rare: "rare: about 3 of 10,000 terminals at any time",
    very_rare: "very rare: about 1 of 10,000 terminals at any time",
  },
  severity: { critical: "critical", major: "major", minor: "minor", warning: "warning" },
  party: {
    merchant: "merchant",
    cardholder: "cardholder",
    acquirer: "acquirer",
    carrier: "mobile operator",
    isp: "Internet provider",
    issuer: "card's bank",
    switch: "switch",
    vendor: "terminal's maker",
    utility: "electricity supplier",
  },
  knownBy: {
    direct: "seen on the terminal itself",
    comparison: "by comparing: cards, ways of reading, terminals, or before and after",
    code: "told by the host's response code",
    hint: "never for sure: a hint only",
    people: "only when somebody says so",
  },
  capability: {
    cellular: "a cellular modem",
    lan: "a shop's network",
    ethernet: "a network cable",
    wifi: "Wi-Fi",
    dial_up: "a telephone line",
    ip: "an IP network",
    printer: "a printer",
  },
  rank: {
    first: "about money: told before every technical cause that is as near certain",
    last: "told after the cause beside it that has brought it about",
  },
  anyTerminal: "any terminal",
};

const chinese: HandbookWords = {
  likelihood: { always: "总是", usually: "通常", often: "经常", sometimes: "有时", rarely: "很少" },
  rate: {
    common: "常见：任一时刻约千分之五的终端",
    occasional: "偶发：任一时刻约千分之一的终端",
    rare: "少见：任一时刻约万分之三的终端",
    very_rare: "罕见：任一时刻约万分之一的终端",
  },
  severity: { critical: "严重", major: "重要", minor: "一般", warning: "提示" },
  party: {
    merchant: "商户",
    cardholder: "持卡人",
    acquirer: "收单机构",
    carrier: "移动运营商",
    isp: "宽带运营商",
    issuer: "发卡行",
    switch: "交换中心",
    vendor: "终端厂商",
    utility: "供电部门",
  },
  knownBy: {
    direct: "终端上直接可见",
    comparison: "通过比较得出：不同的卡、读卡方式、终端，或前后变化",
    code: "由主机应答码得知",
    hint: "无法确定，只能提示",
    people: "只能由人告知",
  },
  capability: {
    cellular: "蜂窝模块",
    lan: "店内网络",
    ethernet: "网线",
    wifi: "WiFi",
    dial_up: "电话线",
    ip: "IP 网络",
    printer: "打印机",
  },
  rank: {
    first: "涉及资金：同等确定时先于一切技术原因告知",
    last: "由旁边的原因引起，排在该原因之后告知",
  },
  anyTerminal: "所有终端",
};

export const handbookWords: Readonly<Record<Language, HandbookWords>> = { en: english, "zh-CN": chinese };
