/**
 * Prompts and local error codes of payment applications → why the payment did not go on. Wordings of UnionPay terminal
 * applications (LiaoYang_POS Commlib.c, tranproc.c, a public trans_err header), of Newland's StarPOS (TransException.java:
 * E101 to E405) and of a bank's interface (P1 to P6). Applications that use the client name the hindrance themselves.
 */
import type { Hindrance } from "../model/signals/payment.ts";

const prompts: readonly { readonly says: RegExp; readonly hindrance: Hindrance }[] = [
  { says: /位置异常|移机|超出.*范围|geofence/i, hindrance: "place_not_allowed" },
  { says: /攻击|防拆|已锁定|tamper/i, hindrance: "terminal_locked" },
  { says: /版本过低|请升级|version.*(old|low)/i, hindrance: "version_too_old" },
  { says: /请.*签到|未签到|sign in first/i, hindrance: "signin_first" },
  { says: /请.*结算|交易已满|settle first/i, hindrance: "settle_first" },
  { says: /批次.*不符/, hindrance: "batch_mismatch" },
  { says: /重打印|补打上一笔/, hindrance: "reprint_first" },
  { says: /存储空间不足|storage full/i, hindrance: "storage_full" },
  { says: /主密钥.*(未|不存在|缺|失败)|无主密钥|^E317/, hindrance: "key_missing" },
  { says: /工作密钥.*失败|^E319/, hindrance: "working_key_failed" },
  { says: /密钥错误|密钥.*(不对|失效)/, hindrance: "key_wrong" },
  { says: /密码键盘|^E315/, hindrance: "pinpad_failed" },
  { says: /MAC.*错|^E403/, hindrance: "mac_wrong" },
  { says: /冲正.*(失败|不成功)/, hindrance: "reversal_failed" },
  { says: /解包错误|报文.*错/, hindrance: "answer_invalid" },
  { says: /(为|是)芯片卡|请插卡|不允许降级/, hindrance: "chip_card_swiped" },
  { says: /非芯片卡|not an? (ic|chip) card/i, hindrance: "not_a_chip_card" },
  { says: /无此AID|不支持.*卡|no common application/i, hindrance: "no_application" },
  { says: /插卡(故障|失败|错误)|读卡失败|刷卡错误|^E301/, hindrance: "chip_failed" },
  { says: /卡.*(已锁|锁定)|应用锁/, hindrance: "card_blocked" },
  { says: /卡.*过期/, hindrance: "card_expired" },
  { says: /拔卡|卡片?已移除|card removed/i, hindrance: "card_removed" },
  { says: /超非接|非接.*限额|^E325/, hindrance: "over_contactless_limit" },
  { says: /低于.*限额|金额过小/, hindrance: "below_minimum" },
  { says: /超(出|过).*限额|金额过大/, hindrance: "above_maximum" },
  { says: /检卡超时|^E326/, hindrance: "no_card_in_time" },
  { says: /取消|^P1$|cancel/i, hindrance: "cancelled" },
  { says: /(输入|操作|密码).*超时|input timeout/i, hindrance: "input_timeout" },
  { says: /发送失败|^P5$|send failed/i, hindrance: "send_failed" },
  { says: /接收失败|^P6$|receive failed/i, hindrance: "receive_failed" },
  { says: /流水.*(无|不存在)|无交易流水/, hindrance: "record_not_found" },
  { says: /不匹配|不一致/, hindrance: "record_mismatch" },
  { says: /暂不支持|功能.*不支持|not supported/i, hindrance: "function_not_supported" },
  { says: /异常退出|程序.*(错误|异常)|崩溃|NullPointer|Exception|\bFC\b|ANR/, hindrance: "application_error" },
];

/** Undefined where no prompt is known: nothing is guessed. */
export function hindranceOf(text: string): Hindrance | undefined {
  return prompts.find(({ says }) => says.test(text))?.hindrance;
}
