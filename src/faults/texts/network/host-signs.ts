/** What observations of the host, its certificates, its codes and the terminal's keys say in words. */
import { type SignTexts, sign } from "../sign.ts";

export const hostSigns: SignTexts = {
  tls_failing: {
    en: sign("secure connection fails", "secure connection stands"),
    "zh-CN": sign("安全连接失败", "安全连接正常"),
  },
  tls_expired: {
    en: sign("host's certificate has expired", "host's certificate has not expired"),
    "zh-CN": sign("主机证书已过期", "主机证书未过期"),
  },
  tls_too_early: {
    en: sign("host's certificate is not valid yet", "host's certificate is already valid"),
    "zh-CN": sign("主机证书未到生效时间", "主机证书已生效"),
  },
  tls_untrusted: {
    en: sign("host's certificate is not trusted", "host's certificate is trusted"),
    "zh-CN": sign("主机证书不可信", "主机证书可信"),
  },
  tls_broken: {
    en: sign("host breaks off the handshake", "host completes the handshake"),
    "zh-CN": sign("主机中断安全握手", "主机完成安全握手"),
  },
  clock_off: {
    en: sign("terminal's clock is off", "terminal's clock is right"),
    "zh-CN": sign("终端时间不准", "终端时间准确"),
  },
  clock_reset: {
    en: sign("terminal's clock was reset", "terminal's clock was not reset"),
    "zh-CN": sign("终端时钟复位", "终端时钟未复位"),
  },
  in_window: {
    en: sign("within the announced maintenance window", "outside announced maintenance windows"),
    "zh-CN": sign("处于公告的维护时段", "不在维护时段"),
  },
  maintenance_noticed: {
    en: sign("maintenance announced", "no maintenance announced"),
    "zh-CN": sign("有维护公告", "无维护公告"),
  },
  issuer_notice: {
    en: sign("maintenance of a bank announced", "no maintenance of a bank announced"),
    "zh-CN": sign("有银行维护公告", "无银行维护公告"),
  },
  host_says_maintenance: {
    en: sign("answer: maintenance", "no answer about maintenance"),
    "zh-CN": sign("应答：系统维护", "无系统维护的应答"),
  },
  signin_not_served: {
    en: sign("the acquirer cannot serve a sign-in", "the acquirer serves sign-ins"),
    "zh-CN": sign("收单系统无法受理签到", "收单系统可受理签到"),
  },
  slow_behind_connect: {
    en: sign("connects quickly, answers slowly", "not only the answers are slow"),
    "zh-CN": sign("连接快而应答慢", "并非只有应答慢"),
  },
  program_wanted: {
    en: sign("host has a program to download", "host has no program to download"),
    "zh-CN": sign("主机要求更新程序", "主机未要求更新程序"),
  },
  parameters_refused: {
    en: sign("parameters said to be out of date", "parameters not said to be out of date"),
    "zh-CN": sign("提示参数需更新", "未提示参数需更新"),
  },
  keys_wrong: {
    en: sign("application says the keys do not fit", "application does not say the keys do not fit"),
    "zh-CN": sign("应用提示密钥错误", "应用未提示密钥错误"),
  },
  upgrade_noticed: { en: sign("upgrade announced", "no upgrade announced"), "zh-CN": sign("有升级公告", "无升级公告") },
  answers_late: { en: sign("answers take too long", "answers in time"), "zh-CN": sign("应答过慢", "应答及时") },
  answers_slow: { en: sign("answers are slow", "answers are quick"), "zh-CN": sign("应答变慢", "应答较快") },
  echo_unanswered: {
    en: sign("host echo unanswered", "host echo answered"),
    "zh-CN": sign("主机回响无应答", "主机回响正常"),
  },
  payments_failing: { en: sign("payments fail", "payments go through"), "zh-CN": sign("交易失败", "交易正常") },
  transactions_unanswered: {
    en: sign("payments get no answer", "payments are answered"),
    "zh-CN": sign("交易无应答", "交易有应答"),
  },
  reversal_stuck: {
    en: sign("reversals get no answer", "reversals get through"),
    "zh-CN": sign("冲正无应答", "冲正正常"),
  },
  reversals_lost: {
    en: sign("reversals are given up", "reversals succeed"),
    "zh-CN": sign("冲正多次未成功", "冲正成功"),
  },
  acquirer_fails_everywhere: {
    en: sign("the acquirer fails on many terminals", "the acquirer works elsewhere"),
    "zh-CN": sign("该收单机构大量终端失败", "该收单机构其他终端正常"),
  },
  acquirer_partly_fails: {
    en: sign("the acquirer fails on part of the terminals", "the acquirer rarely fails elsewhere"),
    "zh-CN": sign("该收单机构部分终端失败", "该收单机构其他终端很少失败"),
  },
  carrier_fails_everywhere: {
    en: sign("the operator fails on many terminals", "the operator works elsewhere"),
    "zh-CN": sign("该运营商大量终端失败", "该运营商其他终端正常"),
  },
  rc_cutover: {
    en: sign("answer: day change under way", "no answer about a day change"),
    "zh-CN": sign("应答：日切", "无日切的应答"),
  },
  rc_switch: {
    en: sign("answer: payment network fails", "no answer of a failing payment network"),
    "zh-CN": sign("应答：交换中心异常", "无交换中心异常的应答"),
  },
  rc_issuer_out: {
    en: sign("answer: card's bank out of reach", "no answer of a bank out of reach"),
    "zh-CN": sign("应答：发卡行不通", "无发卡行不通的应答"),
  },
  rc_mac: {
    en: sign("answer: message check fails", "no answer about the message check"),
    "zh-CN": sign("应答：MAC错", "无MAC错的应答"),
  },
  rc_pin_format: {
    en: sign("answer: PIN key does not fit", "no answer about the PIN key"),
    "zh-CN": sign("应答：PIN格式错", "无PIN格式错的应答"),
  },
  rc_signin: {
    en: sign("answer: sign in again", "no answer that asks for a sign-in"),
    "zh-CN": sign("应答：请重新签到", "无要求签到的应答"),
  },
  rc_state: {
    en: sign("answer: states differ", "no answer of states that differ"),
    "zh-CN": sign("应答：状态不符", "无状态不符的应答"),
  },
  rc_reconcile: {
    en: sign("answer: settle first", "no answer that asks for a settlement"),
    "zh-CN": sign("应答：请先结算", "无要求结算的应答"),
  },
  issuers_fail: {
    en: sign("cards of many banks fail", "cards of other banks work"),
    "zh-CN": sign("多家银行的卡都失败", "其他银行的卡正常"),
  },
  issuer_fails_alone: {
    en: sign("only this bank's cards fail", "not only this bank's cards fail"),
    "zh-CN": sign("只有这家银行的卡失败", "不止这家银行失败"),
  },
  signin_wanted: {
    en: sign("host asks for a sign-in", "host asks for no sign-in"),
    "zh-CN": sign("主机要求签到", "主机未要求签到"),
  },
  update_wanted: {
    en: sign("host asks for a download", "host asks for no download"),
    "zh-CN": sign("主机要求下载", "主机未要求下载"),
  },
  settlement_wanted: {
    en: sign("application asks for settlement", "no settlement asked for"),
    "zh-CN": sign("应用提示先结算", "未提示结算"),
  },
  mac_bad: {
    en: sign("answers fail their check", "answers pass their check"),
    "zh-CN": sign("应答MAC校验失败", "应答MAC校验通过"),
  },
  key_missing: { en: sign("master key missing", "master key present"), "zh-CN": sign("主密钥缺失", "主密钥存在") },
  key_old: {
    en: sign("working keys older than three days", "working keys young"),
    "zh-CN": sign("工作密钥超过三天未更新", "工作密钥较新"),
  },
  key_stale: {
    en: sign("working keys older than ten days", "working keys not that old"),
    "zh-CN": sign("工作密钥超过十天未更新", "工作密钥未超过十天"),
  },
  batch_differs: {
    en: sign("application says the batch differs", "application does not say the batch differs"),
    "zh-CN": sign("应用提示批次不符", "应用未提示批次不符"),
  },
  key_used_up: {
    en: sign("PIN pad's key used up", "PIN pad's key not used up"),
    "zh-CN": sign("密码键盘密钥已用尽", "密码键盘密钥未用尽"),
  },
  long_idle: {
    en: sign("no sign-in for two months", "a sign-in within two months"),
    "zh-CN": sign("两个月没有签到", "两个月内签到过"),
  },
};
