/**
 * What an answer says in words → what it means. Acquirers write their own text beside field 39, and give codes meanings of
 * their own: the text is the host's word for it, so where it is known it outranks the table of codes. Wordings of the tables
 * in `tables/` and of acquirers' applications; what is rarest to be said comes first.
 */
import type { RefusalMeaning } from "../model/signals/meanings.ts";

const wordings: readonly { readonly says: RegExp; readonly meaning: RefusalMeaning }[] = [
  { says: /发卡(行|方|机构).*(风控|风险|拦截|安全)|issuer.*(risk|security)/i, meaning: "security_violation" },
  { says: /发卡(行|方|机构).*(超时|无应答|没有回答|收不到)|issuer.*(time|no answer)/i, meaning: "issuer_silent" },
  {
    says: /发卡(行|方|机构).*(异常|不正常|线路|不能操作|维护|升级|故障)|issuer.*(unavailable|inoperative|maintenance)/i,
    meaning: "issuer_out",
  },
  { says: /交换中心|银联.*(异常|故障)|switch.*(malfunction|inoperative)/i, meaning: "switch_fault" },
  { says: /日切|日终|cut-?over|end of day processing/i, meaning: "cutover" },
  {
    says: /版本.*(过低|过旧|太旧|停用|不支持|需|请)|(程序|软件|客户端|应用|APP).*(需|须|请|待).*(更新|升级)/i,
    meaning: "version_too_old",
  },
  {
    says: /请(先)?(更新|升级)(软件|程序|版本|应用|客户端)|(version|software).*(too old|outdated|no longer)/i,
    meaning: "version_too_old",
  },
  {
    says: /(参数|公钥|卡表|卡BIN表|AID|CAPK).*(更新|下载|过期|不是最新|版本)|(更新|下载).*(参数|公钥|卡表)|download.*(param|capk|key)/i,
    meaning: "parameters_old",
  },
  { says: /维护|检修|系统升级|升级(中|期间)|maintenance/i, meaning: "maintenance" },
  {
    says: /移机|位置|(非|不在).*(登记|注册|经营)(地|地址|区域)|超出.*(区域|范围)|区域限制/,
    meaning: "place_not_allowed",
  },
  {
    says: /终端.*(休眠|长期未|长时间未|停用|注销|未激活)|terminal.*(dormant|inactive|deactivated)/i,
    meaning: "terminal_asleep",
  },
  { says: /终端.*(未登记|无效|不存在|未注册|找不到|未绑定)|无效终端|invalid terminal/i, meaning: "terminal_unknown" },
  {
    says: /(商户|商家|可退|垫资|待结算).*(余额|金额|资金)?不足|merchant.*(balance|funds)/i,
    meaning: "merchant_balance",
  },
  {
    says: /(商户|商家)(账户|状态|资金)?.*(冻结|异常|暂停|停用|关闭|受限|注销|止付|不正常)|merchant.*(frozen|suspended|blocked)/i,
    meaning: "merchant_frozen",
  },
  { says: /(商户|商家).*(未登记|无效|不存在|未注册|未入网)|无效商户|invalid merchant/i, meaning: "merchant_unknown" },
  { says: /未开通|未授权的交易|未开放|不允许终端|未获权限|无此(交易)?权限/, meaning: "not_permitted_to_terminal" },
  { says: /MAC.*(错|失败|不符)|校验错.*签到/, meaning: "mac_wrong" },
  { says: /PIN.*(格式|BLOCK|校验)|PIN格式错|密码格式|PIN密钥/i, meaning: "pin_block_wrong" },
  { says: /批次.*(不符|不一致|错)|batch.*(mismatch|differs)/i, meaning: "batch_mismatch" },
  { says: /请.*结算|(批次|流水|交易).*(已满|超限)|笔数.*(已满|上限)|(?<!un)settle/i, meaning: "settle_first" },
  { says: /^(?!.*签到(失败|不成功|超时|被拒)).*(请.*签到|重新签到|未签到)|sign.?in/i, meaning: "signin_first" },
  { says: /状态与中心不符|超出交易允许天数/, meaning: "state_mismatch" },
  { says: /(密码|PIN).*(次数|已锁)|PIN tries/i, meaning: "pin_tries_over" },
  {
    says: /最低(留存|余额|存款)|留存(额|金额)|余额.*(低于|不足|未达).*(最低|留存)|minimum balance/i,
    meaning: "insufficient_funds",
  },
  {
    says: /(小于|低于|不足|未达).*(最低|最小|起)|最(低|小)(限额|金额|消费)|金额(过|太)小|below.*minimum/i,
    meaning: "below_minimum",
  },
  {
    says: /(商户|商家|机构|终端|本机).*(单笔|单日|日累计|额度|限额).*(超|上限)|超.*(商户|终端|本机).*(限额|额度)/,
    meaning: "merchant_limit",
  },
  { says: /频繁|间隔(太|过)短|间隔不足|too (often|frequent)/i, meaning: "too_frequent" },
  { says: /(次数|笔数).*(超|上限)|超.*(次数|笔数)|count.*exceed/i, meaning: "over_count_limit" },
  { says: /金额(无效|有误)|无效金额|invalid amount/i, meaning: "amount_invalid" },
  {
    says: /(金额|额度|限额|单笔|单日|日累计).*(超|上限)|超(出|过)?.*(限额|额度|金额)|exceed.*(amount|limit)/i,
    meaning: "over_amount_limit",
  },
  {
    says: /无(对应|此)发卡(方|行|机构)|(卡种|卡类|卡BIN|银行).*(不支持|未登记|未更新)|不支持.*(卡种|银行|发卡)/i,
    meaning: "no_such_issuer",
  },
  { says: /黑名单|不受理(此|该)(类)?卡|卡种受限|(限制|禁止)(此|该)(类)?卡/, meaning: "card_blacklisted" },
  { says: /风控|风险|规则.*拒|交易受限|risk/i, meaning: "risk_rule" },
];

/** Undefined where no wording is known: the code alone says what it says. */
export function refusalOfText(text: string): RefusalMeaning | undefined {
  return wordings.find(({ says }) => says.test(text))?.meaning;
}
