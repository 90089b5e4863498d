/** Sentences as the merchants' guides have them, which the patterns against doubtful advice must catch. */
import type { Language } from "../../src/model/text.ts";

/** By the reason for which they must be caught: fault, language, sentence. */
export const guides: Readonly<Record<string, readonly (readonly [string, Language, string])[]>> = {
  "a payment that went through is charged twice": [
    ["txn.approved_not_printed", "zh-CN", "请持卡人再刷直到成功打单。"],
    ["printer.paper_out", "en", "Swipe again until it prints."],
  ],
  "nothing is charged again while the result of the first is open": [
    ["txn.state_unknown", "zh-CN", "请持卡人再刷一次。"],
    ["printer.paper_out", "zh-CN", "装纸后重新刷卡。"],
    ["host.timeout", "en", "Swipe the card again."],
  ],
  "SIM cards of terminals are tied to their terminal": [
    ["sim.invalid", "zh-CN", "用自己的手机卡插入试一下。"],
    ["sim.invalid", "en", "Test with another SIM."],
  ],
  "a restart can lose a reversal, and has finished off whole series of terminals": [
    ["host.down", "zh-CN", "请重启POS后再试。"],
    ["txn.reversal_pending", "zh-CN", "到户外开关机重新签到。"],
    ["host.cert_expired", "en", "Switch the terminal off and on."],
  ],
  "an update helps where the version is known too old, and is the cause itself elsewhere": [
    ["sw.os_incompatible", "zh-CN", "将软件更新到最新版本。"],
    ["sw.app_incompatible", "zh-CN", "升级应用到兼容版本。"],
    ["sw.app_bug", "en", "Update the software."],
  ],
  "after a failed reversal the card may be debited already": [
    ["txn.reversal_failed", "zh-CN", "冲正不成功，需要重新刷卡。"],
    ["txn.reversal_failed", "en", "Charge the card again."],
  ],
  "PINs are no business of the terminal, and changing them often gets them forgotten": [
    ["issuer.pin_wrong", "zh-CN", "请定期更新银行卡的密码。"],
    ["issuer.pin_wrong", "en", "Change the card's PIN regularly."],
  ],
  "the terminal never learns a balance, only that it was too low": [
    ["issuer.insufficient_funds", "zh-CN", "请在POS机上查询余额。"],
    ["issuer.insufficient_funds", "en", "Check the balance on the terminal."],
  ],
  "an exposed key shows nowhere on the terminal and stops no card": [
    ["key.compromised", "zh-CN", "密钥公开，导致无法刷卡。"],
    ["key.compromised", "en", "The key is public, so cards cannot be read."],
  ],
  "an account has an owner: the cardholder's or the merchant's": [
    ["issuer.account_abnormal", "zh-CN", "账户异常。"],
    ["merchant.account_frozen", "en", "The account is frozen."],
  ],
};
