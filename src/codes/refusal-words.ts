/**
 * What is said in words of a refusal beyond its code: one code covers a frozen account, an overdue one and one with a payment
 * open, and only the text beside it, the screen, or the cardholder tells them apart. What is rarest to be said comes first.
 */
import { type RefusalMeaning, type RefusalWord, refusalMeanings } from "../model/signals/meanings.ts";
import { refusalOfText } from "./wordings.ts";

/** Words about the shop, its terminal or the bank's computers are not about this card. */
const ofOthers = /商户|商家|终端|机器|发卡(行|方).*(异常|不正常)|merchant|terminal/i;
/** The common table puts two causes under one code: that decides nothing. */
const undecided = /初始化.*睡眠|睡眠.*初始化|首次使用未激活\/冻结/;

const wordings: readonly { readonly says: RegExp; readonly word: RefusalWord }[] = [
  {
    says: /逾期|停卡|违规用卡|欠(的|了)?(钱|款|账)|还(上|清|完)(了|欠).{0,12}(不行|刷不|不能|没用)|overdue|past due|delinquen|arrears/i,
    word: "overdue",
  },
  { says: /冻结|止付|司法|法院|(account|card).*(frozen|on hold)|freeze/i, word: "frozen" },
  {
    says: /未结清|(没|没有|尚未)(结清|还清|付清|完成支付)|未清(款|账|交易)|(未完成|未付|待付|未还|挂账|未了结)的?.{0,4}(款|交易|账|订单)|unsettled|outstanding (transaction|balance|payment|debt)|open (transaction|payment)/i,
    word: "unsettled",
  },
  {
    says: /最低(留存|余额|存款|保留)|留存(额|金额)|保留余额|(低于|不足|未达|不到).{0,8}(最低|留存).{0,4}(余额|存)|minimum balance|balance.*below.*minimum/i,
    word: "below_balance",
  },
  {
    says: /(账|帐)(户|号).{0,6}(过期|到期|失效|逾有效期)|卡面.{0,8}(没|未|还没)(过|到)期|有效期.{0,6}(还有|没到|没过|未到|未过|还早|还长)|卡(上|面).{0,8}(有效期|日期).{0,6}(没到|没过|还有|还早)|account.*(expired|expiry|lapsed)/i,
    word: "account_expired",
  },
  {
    says: /(未|没|没有|尚未|需|须|请)先?.{0,3}(激活|启用|开卡)|刚(办|领|拿到|换).{0,6}(新)?卡|新卡.{0,8}(没|未|第一次|首次)|首次使用|(手机银行|网银|银行APP|柜台).{0,6}(弄|激活|启用|点|操作|设置).{0,8}(就|才)?(能|可以|好|行)|激活|not.{0,6}activated|activat/i,
    word: "not_activated",
  },
  {
    says: /睡眠|休眠|久悬|长(期|时间|久)(未|没|不)|(几|多|好几|两|三|\d)年(都)?(没|未|不)(有)?(用|刷|动)|好久没(用|刷)|dormant|sleeping|not (been )?used for/i,
    word: "dormant",
  },
  {
    says: /停业|倒闭|撤并|撤销.{0,4}(网点|银行)|(合并|并入|并到|改制|更名|吸收).{0,12}(行|社|银行)?|(卡种|此卡|该卡|老卡|旧.{0,2}卡|这种卡|卡片).{0,8}(停用|停止使用|停发|作废|下线|不再使用|换新)|(网点|银行|柜台).{0,4}换(新)?卡|discontinued|(bank|issuer).*(merged|closed|ceased|taken over)|no longer (issued|valid|in use)/i,
    word: "discontinued",
  },
  {
    says: /(户名|姓名|名字|身份证|证件|手机号|预留|开户|持卡人).{0,8}(不符|不一致|不匹配|不相符|对不上|不对|有误)|(账户|客户|身份|持卡人)?(信息|资料|要素).{0,4}(不符|不一致|不匹配|有误|核验失败)|(name|details|information|data).*(mismatch|not match|differ)/i,
    word: "info_mismatch",
  },
  {
    says: /(是不是|确认(是)?|核实(是)?).{0,4}本人|风控|风险|可疑|异常交易|拦截|盗刷|suspicious|fraud (alert|check)|verif(y|ied) (it|the)|security (call|message)/i,
    word: "bank_asks",
  },
  {
    says: /(账|帐)(户|号)(状态)?.{0,2}(异常|不正常)|卡状态.{0,2}(异常|不正常)|(account|card) (status )?(abnormal|irregular|not in order)/i,
    word: "abnormal",
  },
  {
    says: /(密码|PIN).{0,8}(次数|锁|超限|多次)|锁.{0,4}密码|pin (is |was )?(locked|blocked)|pin tries/i,
    word: "pin_tries",
  },
  {
    says: /单笔|单次|每笔|一次刷不|分(开|两|几|成|三|多).{0,6}(笔|次|刷|付|就行|可以|能)|拆(开|成|分)|(single|per).?transaction|split/i,
    word: "single_amount",
  },
  {
    says: /((当|今|本|单|每|一)(日|天).{0,8}|(累计|已).{0,4})(次数|笔数)|(次数|笔数).{0,6}(当|今|本|单|每)(日|天)|(今天|一天).{0,6}(刷|用|交易)(了|过)?.{0,3}(次|笔)|(daily|day's).{0,12}(count|number|times|transactions)|times (a|per|in one) day|明(天|日)再(刷|来|试)/i,
    word: "times_today",
  },
  {
    says: /频繁|间隔(时间)?(太|过)?(短|不足|不够)|(隔|等|过)(上|个)?.{0,3}(半(个)?小时|分钟)|(刚|才)(刷|付|用)(过|完|了).{0,8}(又|再)|too (soon|often|frequent)|in a short time/i,
    word: "too_soon",
  },
  {
    says: /挂失|(被|遭)(窃|偷|盗(?!刷))|丢(了|失|过)|遗失|(card.*|reported )(lost|stolen)|(lost|stolen) card/i,
    word: "reported_lost",
  },
];

/** Whether words may be about such a refusal: what is said of an account is not said of a closed shop. */
export function isAbout(word: RefusalWord, meaning: RefusalMeaning): boolean {
  return meaning === "other" || meaningsOfWord[word].includes(meaning);
}

/** Undefined where no such word is known. */
export function refusalWordIn(text: string): RefusalWord | undefined {
  if (undecided.test(text)) return undefined;
  const own = text.split(/(?<=[,，。;；!！?？])/).filter((clause) => !ofOthers.test(clause));
  return wordings.find(({ says }) => says.test(own.join("")))?.word;
}

/** How people and screens put the common codes. */
const spoken: readonly { readonly says: RegExp; readonly meaning: RefusalMeaning }[] = [
  { says: /(余额|额度|资金)(可用)?不足|钱不够|insufficient|not enough (money|funds)/i, meaning: "insufficient_funds" },
  { says: /(密码|PIN)(输入)?(错|不对|不正确)|wrong pin|incorrect pin|pin (wrong|incorrect)/i, meaning: "pin_wrong" },
  { says: /(卡|卡片).{0,4}(过期|失效)|过期的?卡|expired card|card.*expired/i, meaning: "card_expired" },
  { says: /没收|挂失|被(窃|盗)卡|吞卡|丢失卡|pick ?up|lost card|stolen card|capture/i, meaning: "pick_up_card" },
  { says: /受限制?的?卡|卡.{0,2}(受限|被限制)|restricted card|card restricted/i, meaning: "card_restricted" },
  { says: /无效卡号|卡号(无效|不存在|有误)|invalid card( number)?/i, meaning: "card_number_invalid" },
  { says: /无此.{0,4}(账户|帐户|卡记录)|账户不存在|no such account|invalid account/i, meaning: "no_such_account" },
  { says: /不允许(此|该)?(持)?卡|卡.{0,4}不允许|not permitted to card/i, meaning: "not_permitted_to_card" },
  { says: /睡眠卡|dormant card/i, meaning: "card_dormant" },
  { says: /不予承兑|拒绝承兑|do not hono/i, meaning: "do_not_honour" },
  { says: /作弊|fraud/i, meaning: "fraud" },
  {
    says: /额外(安全)?(验证|认证)|additional.*authentication|authentication (required|needed)/i,
    meaning: "extra_authentication",
  },
  { says: /卡片校验错|card (check|verification) (failed|error)/i, meaning: "card_check_failed" },
  { says: /违反安全|security violation/i, meaning: "security_violation" },
  { says: /报文格式|重复交易|format error|duplicate transaction/i, meaning: "data_error" },
];

const meaningsOfWord: Readonly<Record<RefusalWord, readonly RefusalMeaning[]>> = {
  none: [],
  unclear: [],
  overdue: ["card_restricted", "do_not_honour"],
  frozen: ["card_restricted", "do_not_honour", "pick_up_card"],
  unsettled: ["card_restricted", "do_not_honour"],
  below_balance: ["insufficient_funds"],
  account_expired: ["card_expired"],
  not_activated: ["card_not_activated", "card_dormant", "card_restricted"],
  dormant: ["card_dormant"],
  discontinued: ["no_such_issuer", "card_number_invalid", "card_restricted"],
  info_mismatch: ["no_such_account", "card_number_invalid"],
  abnormal: ["account_abnormal", "card_restricted", "do_not_honour", "card_number_invalid"],
  // Who takes payments locks a card of its own accord, and has no code for it but that of its rules.
  pin_tries: ["pin_tries_over", "risk_rule", "card_blacklisted"],
  bank_asks: ["security_violation", "do_not_honour", "card_check_failed", "card_restricted"],
  single_amount: ["over_amount_limit", "amount_invalid"],
  too_soon: ["over_count_limit", "too_frequent"],
  times_today: ["over_count_limit", "too_frequent"],
  reported_lost: ["pick_up_card", "card_restricted", "do_not_honour"],
};

/** The refusals that words said at the counter may be about. */
export function refusalsNamedIn(text: string): readonly RefusalMeaning[] {
  const word = refusalWordIn(text);
  const meaning = spoken.find(({ says }) => says.test(text))?.meaning ?? refusalOfText(text);
  const named = [...(word ? meaningsOfWord[word] : []), ...(meaning ? [meaning] : [])];
  return refusalMeanings.filter((each) => named.includes(each));
}

/** What a screen says where nobody told the code. */
export function refusalOnScreen(text: string): RefusalMeaning | undefined {
  return refusalOfText(text) ?? spoken.find(({ says }) => says.test(text))?.meaning;
}
