/** The words around a code that was read out. */
import type { Authenticity } from "../last-resort/reading.ts";
import type { Language } from "../model/text.ts";

/** A character that was heard wrongly: group and place from 1. */
export interface Slip {
  readonly group: number;
  readonly place: number;
  readonly is: string;
}

interface Words {
  readonly authenticity: Readonly<Record<Authenticity, string>>;
  readonly terminal: string;
  readonly unnamed: string;
  readonly fault: string;
  readonly candidate: string;
  readonly nothing: string;
  readonly unnumbered: string;
  readonly newer: (number: number) => string;
  readonly chance: (percent: string) => string;
  readonly party: string;
  readonly say: string;
  readonly evidence: string;
  readonly lasted: string;
  readonly atLeast: (duration: string) => string;
  readonly made: string;
  readonly ago: (duration: string) => string;
  readonly ahead: (duration: string) => string;
  readonly sinceStart: (duration: string) => string;
  readonly clocks: Readonly<Record<string, string>>;
  readonly boot: string;
  readonly code: string;
  readonly slips: Readonly<Record<"wrong" | "swapped" | "missing" | "surplus", (slip: Slip) => string>>;
  readonly readAgain: string;
  readonly older: (duration: string) => string;
  readonly again: string;
}

const english: Words = {
  authenticity: {
    authentic: "AUTHENTIC: made with this terminal's key",
    open: "NOT PROVED: the terminal has no key, anybody can make such a code",
    refused: "NOT AUTHENTIC: no key fits; it is altered, forged, or another terminal's",
    unchecked: "NOT CHECKED: no key was given",
  },
  terminal: "terminal",
  unnamed: "not known",
  fault: "fault",
  candidate: "likeliest, not sure",
  nothing: "nothing is wrong that the terminal knows of",
  unnumbered: "a fault that has no number yet",
  newer: (number) => `number ${number}, which this version does not know: the terminal's is newer`,
  chance: (percent) => `at least ${percent}`,
  party: "to act",
  say: "the merchant is told",
  evidence: "evidence",
  lasted: "it has lasted",
  atLeast: (duration) => `at least ${duration}`,
  made: "made",
  ago: (duration) => `${duration} ago`,
  ahead: (duration) => `${duration} from now: one of the two clocks is wrong`,
  sinceStart: (duration) => `${duration} after the terminal started; its clock is not set`,
  clocks: { none: "not set", rtc: "its own clock", ntp: "NTP", network: "mobile network", host: "the acquirer's host" },
  boot: "boot id ends in",
  code: "code",
  slips: {
    wrong: ({ group, place, is }) => `group ${group}, character ${place} is misread: it is ${is}`,
    swapped: ({ group, place }) => `group ${group}, character ${place} and the next have changed places`,
    missing: ({ group, is }) => `one character is missing in or beside group ${group}: ${is}`,
    surplus: ({ group }) => `one character too many in or beside group ${group}`,
  },
  readAgain: "have it read again before you trust it",
  older: (duration) => `OLD: a code made ${duration} later has been read of this terminal; it may be replayed`,
  again: "this code has been read before",
};

const chinese: Words = {
  authenticity: {
    authentic: "可信：由本终端的密钥生成",
    open: "无法证实：终端没有密钥，任何人都能编出这样的代码",
    refused: "不可信：没有密钥与之相符，可能被改动、伪造，或属于另一台终端",
    unchecked: "未核对：没有给出密钥",
  },
  terminal: "终端",
  unnamed: "未知",
  fault: "故障",
  candidate: "最可能，尚未确定",
  nothing: "终端未发现异常",
  unnumbered: "尚无编号的故障",
  newer: (number) => `编号${number}，本版本不认识：终端的版本更新`,
  chance: (percent) => `至少${percent}`,
  party: "由谁处理",
  say: "告知商户",
  evidence: "依据",
  lasted: "已持续",
  atLeast: (duration) => `至少${duration}`,
  made: "生成于",
  ago: (duration) => `${duration}前`,
  ahead: (duration) => `${duration}之后：两边的时钟有一个不对`,
  sinceStart: (duration) => `终端启动后${duration}，其时钟未设置`,
  clocks: { none: "未设置", rtc: "自身时钟", ntp: "NTP", network: "移动网络", host: "收单主机" },
  boot: "启动编号末位",
  code: "代码",
  slips: {
    wrong: ({ group, place, is }) => `第${group}组第${place}个字符有误，应为${is}`,
    swapped: ({ group, place }) => `第${group}组第${place}个字符与下一个颠倒了`,
    missing: ({ group, is }) => `第${group}组或其旁边缺一个字符：${is}`,
    surplus: ({ group }) => `第${group}组或其旁边多一个字符`,
  },
  readAgain: "请商户再报一遍，核对后再采信",
  older: (duration) => `过期：此终端已有晚${duration}的代码被读过，可能是重复使用`,
  again: "此代码已读过",
};

export const decodeWords: Readonly<Record<Language, Words>> = { en: english, "zh-CN": chinese };
