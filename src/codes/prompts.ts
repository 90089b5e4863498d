/**
 * Prompts and local error codes of payment applications → why the payment did not go on. Wordings of UnionPay terminal
 * applications (LiaoYang_POS Commlib.c, tranproc.c, a public trans_err header), of Newland's StarPOS (TransException.java:
 * E101 to E405) and of a bank's interface (P1 to P6). Applications that use the client name the hindrance themselves.
 */
import type { Hindrance } from "../model/signals/payment.ts";

const prompts: readonly { readonly says: RegExp; readonly hindrance: Hindrance }[] = [
  {
    says: /位置.*(异常|不符|限制|超)|移机|超出.*(范围|区域)|(不在|非).*(经营|登记|注册|授权).*(地|范围|区域)|geofence|not allowed (here|at this)|(location|position|place).{0,16}(not (allowed|permitted)|denied|restricted|mismatch)|outside.{0,16}(area|region|zone|location)/i,
    hindrance: "place_not_allowed",
  },
  { says: /攻击|防拆|(终端|机器|设备|POS).*(已)?锁|已锁机|tamper/i, hindrance: "terminal_locked" },
  {
    says: /参数.*(需|请|须|过期|失效|不全).*(更新|下载)?|请.*(下载|更新).*(参数|公钥)|公钥.*(过期|缺失|不存在)|download param/i,
    hindrance: "parameters_old",
  },
  {
    says: /版本.*(低|旧|停用|不支持|不再)|请.{0,4}(升级|更新)|(程序|软件|应用|客户端).*(需|须|请|待|强制).*(更新|升级)|强制(更新|升级)|version.*(old|low|no longer)|update (required|the app)/i,
    hindrance: "version_too_old",
  },
  {
    says: /(存储|空间|内存卡|磁盘|Flash).*(不足|已满)|SQLiteFull|ENOSPC|no space|disk (is )?full|storage full/i,
    hindrance: "storage_full",
  },
  { says: /批次.*(不符|不一致|错|有误|异常)|batch.*(mismatch|differ|wrong|error)/i, hindrance: "batch_mismatch" },
  { says: /PIN格式/i, hindrance: "key_wrong" },
  {
    says: /(下载|灌装|注入|确认).{0,3}主密钥|主密钥.*(未|不存在|缺|失败|丢失|无效)|无主密钥|(无|没有|缺少|未灌|未注入|丢失).{0,2}密钥|密钥.{0,3}(丢失|不存在|为空|缺失|未灌|未下载)|^E317|(no|missing|without) (master )?key/i,
    hindrance: "key_missing",
  },
  { says: /工作密钥.*(失败|错)|^E319/, hindrance: "working_key_failed" },
  { says: /MAC.*错|MAC校验|^E403|mac (error|check|verif)/i, hindrance: "mac_wrong" },
  { says: /密钥错误|密钥.*(不对|失效|过期|不符|不一致)|key (error|expired|mismatch)/i, hindrance: "key_wrong" },
  {
    says: /^(?!.*签到(失败|不成功|超时|被拒)).*(请.*签到|未签到|需.*签到|重新签到)|sign.?(in|on) (first|required|again)|please sign.?(in|on)/i,
    hindrance: "signin_first",
  },
  {
    says: /请.*结算|(先|需|须|未)结算|(交易|流水|批次|笔数).*(已满|满|上限)|(?<!un)settle|batch (is )?full/i,
    hindrance: "settle_first",
  },
  { says: /重打印|补打上一笔/, hindrance: "reprint_first" },
  { says: /密码键盘|^E315/, hindrance: "pinpad_failed" },
  { says: /冲正.*(失败|不成功)/, hindrance: "reversal_failed" },
  { says: /解包错误|报文.*错/, hindrance: "answer_invalid" },
  {
    says: /(为|是)芯片卡|请(改)?(插入?|使用)(IC)?(卡|芯片)|insert (the |your )?(card|chip)|不允许降级/,
    hindrance: "chip_card_swiped",
  },
  { says: /非芯片卡|not an? (ic|chip) card/i, hindrance: "not_a_chip_card" },
  { says: /无此AID|不支持.*卡|no common application/i, hindrance: "no_application" },
  { says: /插卡(故障|失败|错误)|读卡失败|刷卡错误|^E301/, hindrance: "chip_failed" },
  { says: /卡.*(已锁|锁定)|应用锁/, hindrance: "card_blocked" },
  { says: /卡.*过期/, hindrance: "card_expired" },
  { says: /(?<!勿|不要|请)拔卡|请勿拔卡.{0,4}(失败|终止)|卡被拔|卡片?已移除|card removed/i, hindrance: "card_removed" },
  { says: /超非接|非接.*限额|^E325/, hindrance: "over_contactless_limit" },
  {
    says: /(低于|小于|不足|未达)\D{0,4}(\d+(\.\d+)?元|限额|最低|最小|起)|最(低|小)(消费|交易|刷卡|收款|支付)?(金额|限额)|金额(过|太)小|\d+元起|below (the )?minimum|minimum amount/i,
    hindrance: "below_minimum",
  },
  {
    says: /^(?!.*(次数|笔数|密码|批次)).*(超(出|过)?.{0,6}(限额|额度|上限|最大)|超限|(金额|限额).*(过大|太大|超)|(高于|大于)\D{0,4}(\d+元|限额|最大))|above (the )?(maximum|limit)|over (the )?limit/i,
    hindrance: "above_maximum",
  },
  {
    says: /(检卡|等待.{0,6}|刷卡|挥卡|插卡|寻卡|读卡)超时|no card (presented|detected) in time|^E326/,
    hindrance: "no_card_in_time",
  },
  { says: /取消|^P1$|cancel/i, hindrance: "cancelled" },
  { says: /(输入|操作|密码).*超时|input timeout/i, hindrance: "input_timeout" },
  {
    says: /发送失败|^P5\b|^E10[1-357]|send failed|UnknownHost|ConnectException|SocketException|NoRoute|SSL|证书|域名|(主机|服务器|地址).{0,8}解析/i,
    hindrance: "send_failed",
  },
  { says: /接收失败|^P6\b|^E106|receive failed|SocketTimeout/i, hindrance: "receive_failed" },
  { says: /流水.*(无|不存在)|无交易流水/, hindrance: "record_not_found" },
  { says: /不匹配|不一致/, hindrance: "record_mismatch" },
  { says: /^E407|未开通|未授权的交易|未开放|not enabled/i, hindrance: "not_enabled" },
  { says: /暂不支持|功能.*不支持|not supported/i, hindrance: "function_not_supported" },
  {
    says: /异常退出|处理异常|(程序|应用|系统).*(错误|异常|停止|无响应)|崩溃|闪退|(内核|参数|配置|EMV).*(初始化|解析|加载).*失败|端口被占用|^E104|dlopen|symbol|service not found|bind .*fail|UnsatisfiedLink|NoSuchMethod|ClassNotFound|NullPointer|Exception|segfault|SIGSEGV|\bFC\b|\bANR\b/i,
    hindrance: "application_error",
  },
];

/** Undefined where no prompt is known: nothing is guessed. */
export function hindranceOf(text: string): Hindrance | undefined {
  return prompts.find(({ says }) => says.test(text))?.hindrance;
}
