/** What a person's words are about, by the words that matter for telling causes apart. */
import type { Scalar } from "../model/signal-shape.ts";

interface Phrase {
  readonly says: RegExp;
  readonly about: string;
}

/** The first that fits is what is meant, so what is rarest to be said comes first. */
const phrases: readonly Phrase[] = [
  {
    says: /地震|洪水|山洪|水淹|被淹|淹了|淹水|内涝|发大水|泥石流|台风|飓风|海啸|雪灾|冰雹|雷击|火灾|着火|起火|失火|flood|earthquake|typhoon|hurricane|landslide|on fire|fire (in|at)/i,
    about: "disaster",
  },
  {
    says: /密钥.*(泄|公开|外流|流出|拷|复制|盗|窃|不安全)|(泄露|泄漏|外泄).*密钥|key.*(leak|compromis|exposed|copied|stolen)/i,
    about: "keys_exposed",
  },
  {
    says: /被偷|被盗|盗窃|偷走|偷了|失窃|遭窃|丢失|遗失|(?<!(数据|记录|流水|单子|小票|参数|信号).{0,3})弄丢|顺走|被抢|(机|终端|POS)(?!.{0,4}(数据|记录|流水|单子|小票|参数|信号)).*(丢了|不见了|没了|找不到)|(找不到|丢了|不见了).*(机|终端|POS)|stolen|stole|theft|burgl|robbed|missing (terminal|machine)|lost (the|a|our) (terminal|machine|pos)/i,
    about: "stolen",
  },
  {
    says: /砸|掼|酒疯|撬|踢坏|踹|打烂|捣毁|敲碎|摔坏|往.*摔|故意|恶意|人为(破坏|损坏)|破坏|泼|涂鸦|vandal|smash|prised|kicked|broke it on purpose|deliberate/i,
    about: "damaged_by_force",
  },
  {
    says: /(代扣|自动(扣(?!了?(两|二|2|重))|还|缴|划)|扣款协议|签约扣|委托扣|按月扣|direct debit|auto.?(debit|pay)|standing order)/i,
    about: "direct_debit_failed",
  },
  {
    says: /(商品|货品|油品|品种|品名|规格|型号|品类|条码|菜品|套餐|油品|油号|品种|款式|项目).*(输|录|选|扫|打|点|填|写|开)?(错|不对|不符|反)|(输|录|选|扫|打|点)错.*(商品|货|品(?!牌)|条码|编码|菜)|wrong (goods|item|product|article)|(item|goods|product|article).*(wrong|another)/i,
    about: "goods_wrong",
  },
  {
    says: /(金额|单价|价格|价钱).*(输错|输成|输入错|录错|打错|按错|填错|错了|不对|有误)|(输|打|按|录|刷|算)成了?\s*(\d|[一二两三四五六七八九十百千万]|.{0,6}(份|件|倍|斤|个).{0,4}(钱|价|数)?)|(单价|价钱|价格|数目|总价|应收).{0,4}(输|打|按|录|算)(成|错)|多输|少输|多打|少打|多按|少按|多收|少收|(刷|收|输)(多|少)了|多了?一?个?零|少了?一?个?零|小数点|wrong amount|(typed|keyed|entered|charged).*(too much|too little|wrong|extra zero)|overcharg|undercharg|(typed|keyed|entered|charged|put in).*instead of|收错(钱|款|了)?|(钱|价)收错|(多|少)了.{0,4}(元|块|百|千|十)/i,
    about: "amount_wrong",
  },
  {
    says: /(退货|退款|退钱|退单).{0,10}(不了|不出|失败|不成功|用不了|被拒|报错|不行|拒绝|没反应|不给)|refund.{0,12}(fail|refus|declin|does not|not work)/i,
    about: "refund_fails",
  },
  {
    says: /退货(?!.{0,12}(闪退|退出|死机|卡住|报错))|退款|要退|来退|退钱|把.{0,8}退(了|掉|给|还|回)?|退(学费|订金|定金|押金|车票|机票)|(brings?|brought|took) .*back|wants (his|her|their|the) money|refund|return(s|ed|ing)? (the |of )?goods|money back/i,
    about: "refund_wanted",
  },
  {
    says: /(商户|店|签购单|小票|凭条|单子|短信|账单).{0,10}(名称|名字|名|资料|信息|户名|抬头|地址).{0,12}(错|不对|不符|旧|老|以前|原来|上一家|前一家|不是|别的|别人|另一|还是)|(签购单|小票|凭条|短信|账单).{0,12}(不是|别的|别人).{0,8}(店|名)|结算(账户|账号|卡|户名|信息).{0,16}(错|不对|不符|换|改|旧|注销|停用)|(商户|店)(名|名称|抬头).{0,4}(显示|变成|写成|成了|是|印).{0,12}(隔壁|别的|别人|其他|另|老|旧|原来|以前|错)|户名不符|账号不符|(钱|款|结算|资金|货款).{0,10}(没|未|不|冇)(有)?(到|入)账|没到账|未到账|退票|打到.{0,6}(别|旧|原)|wrong (merchant|shop|account|settlement)|(money|settlement|payout).*(not|never) (arrive|received)|name.*(on|of) the (slip|receipt).*(wrong|another|other|old|former|not ours)/i,
    about: "merchant_data_wrong",
  },
  {
    says: /(营业)?执照.{0,8}(过期|重新|上传|更新|年检)|停用收款|停止收款|审核|调单|核查|复审|整改|(补|提交|上传).{0,4}(资料|材料|证明)|(商户|账户|收款).{0,6}(冻结|暂停|关停|限制|止付)|(冻结|暂停|限制).{0,6}(商户|账户|收款)|争议|拒付|投诉|under review|frozen|retrieval|chargeback|dispute/i,
    about: "account_under_review",
  },
  {
    says: /灌.{0,4}密钥|密钥.{0,6}(重新|更换|下载|灌|更新)|(重新|更换|更新|注入).{0,4}密钥|key(s)? (injected|loaded|changed|replaced)/i,
    about: "keys_loaded",
  },
  {
    says: /换(了|过|上)?(一?台|一?个|一?块)?(新|备用|别的)?(机|主板|终端|POS)(?!.*试)|(返修|维修|修好|送修|修).{0,4}(取回|回来|拿回|之后|后|过)|备机|备用机|新(装|换|到|领)的?(机|终端|POS)|装机(?!(测试)?(完成|成功|通过|正常))|恢复.{0,4}(备份|出厂|系统)|刷机|重装|exchanged|replacement|repaired|new (terminal|machine)|factory reset/i,
    about: "terminal_exchanged",
  },
  {
    says: /别家|(隔壁|对面|(别的|其他|其它|另一)(店|家|机|POS|商户|地方)).*(能|可以|正常|没问题|刷得|成功|取到|过了|就过|能过)|(works|accepted|paid).*(next door|elsewhere|another)|next door.*(work|accept)/i,
    about: "bought_elsewhere",
  },
  {
    says: /展会|展销|搬|移机|带到|带去|拿去|(到|去|在)了?外地|新(地址|店址|仓库|店面)|moved (to|the)|took it to/i,
    about: "moved",
  },
  {
    says: /(退出|关掉|重启|重开|杀掉|清后台|重进|重装).{0,6}(软件|应用|程序|APP|收款).{0,10}(好|行|可以|正常|恢复|能)|(软件|应用|程序|APP|收款界面).{0,8}(闪退|卡死|卡住|崩|白屏|没反应|打不开|自己退)|闪退|(app|application).*(crash|freez|hang|restart)/i,
    about: "application_fails",
  },
];

/** What announcements of acquirers, carriers and support are about. */
const notices: readonly Phrase[] = [
  { says: /地震|洪水|台风|暴雨|泥石流|内涝|防汛|雪灾|灾|flood|earthquake|typhoon|disaster|storm/i, about: "disaster" },
  {
    says: /密钥.{0,16}(泄|外流|拷|更换|停用|作废|风险|失效)|(泄露|泄漏|外泄|更换|停用).{0,8}密钥|\bkeys?\b.*(leak|compromis|exposed|replace|revoke|change)|compromised/i,
    about: "keys",
  },
  {
    says: /(银行|发卡行|发卡方|\bi\d+\b).{0,12}(维护|检修|升级|切换|停机)|bank.*maintenance|issuer.*maintenance/i,
    about: "issuer_maintenance",
  },
  {
    says: /(基站|光缆|线路|宽带|机房断电|运营商|移动|联通|电信|广电).{0,12}(维护|割接|检修|故障|中断|抢修)/,
    about: "outage",
  },
  { says: /维护|检修|割接|停机|maintenance/i, about: "maintenance" },
  {
    says: /网络(管理)?政策|专网|专线|APN|白名单|实名|网络(调整|管控|限制)|退网|定向|报备|仅(允许|限).{0,6}(访问|使用)|物联网卡.{0,8}(管理|管控|限制)|机卡(绑定|分离)|IP.*(变更|调整|切换)|policy|whitelist|allow.?list|sunset/i,
    about: "policy",
  },
  {
    says: /协议|合作|费率|停止受理|暂停受理|不再受理|停止(支持|服务)|下线|终止|到期|不再支持|限制.{0,6}(信用卡|卡种)|agreement|contract|no longer (accept|support)|terminat/i,
    about: "terms",
  },
  { says: /升级|切换|改造|迁移|新(版|系统|平台)|upgrade|migrat|cut-?over|new (version|platform)/i, about: "upgrade" },
  { says: /故障|中断|抢修|异常|outage|incident|disruption/i, about: "outage" },
];

/** Whoever asks whether it may be so does not know it. */
const guess =
  /(听说|据说|网上(说|传)|群里(说|传)|新闻|是不是|会不会|是否|难道|怀疑|莫非|不会是)[^,，。;；!！]*|\b(is it|could it be|maybe|perhaps|did somebody)\b[^,.;!]*/gi;

const meant = (table: readonly Phrase[], words: Scalar): string | undefined =>
  typeof words === "string" ? table.find(({ says }) => says.test(words))?.about : undefined;

export const aboutOf = (words: Scalar): string =>
  (typeof words === "string" ? meant(phrases, words.replace(guess, "")) : undefined) ?? "none";

/** An announcement of another kind is still one. */
export const noticeAbout = (words: Scalar): string => meant(notices, words) ?? (words === "" ? "none" : "advisory");

/** What vendors call the parts of a terminal, the first that fits. */
const parts: readonly (readonly [part: string, names: RegExp])[] = [
  ["pinpad", /^(pin_?pad|pin_entry|ped|epp)/],
  ["keypad", /^(key_?(pad|board)|keys?$|kbd|kb$|button$)/],
  ["icc", /^(icc?(_|$|r)|ic_|smart_?card|chip|scr|contact(_|$)|card_slot|slot)/],
  ["mag", /^(mag|msr|mcr|stripe|swipe|track)/],
  ["nfc", /^(nfc|picc|rf(_|$|id)|contactless|clss|ctls|antenna)/],
  [
    "controller",
    /^(controller|reader_?(mcu|ctrl|controller|board)|card_(ctrl|controller|mcu)|sp(_|$)|secure_?(proc|cpu|chip|element|mcu|module)|se(_|$)|security|sec_(cpu|mcu)|mcu|bridge|usb_?hub|hub|coproc)/,
  ],
  ["reader", /^(reader|card_?reader)/],
  ["printer", /^(printer|prn|print_?head|thermal_?(head|print)|cutter)/],
  ["display", /^(display|lcd|oled|panel|screen|touch|tp(_|$)|ctp|backlight|tft)/],
  ["modem", /^(modem|radio|wwan|lte|gsm|gprs|cell|baseband|4g|5g)/],
  ["battery", /^(batt|cell_pack|fuel_?gauge|gauge)/],
  ["clock", /^(rtc|clock|coin|backup_?batt)/],
];

/** `fail:<part>` → the part. */
export function failedPart(said: Scalar): string {
  if (typeof said !== "string" || said === "ok") return "ok";
  const part = said.slice("fail:".length);
  return parts.find(([, names]) => names.test(part))?.[0] ?? "other";
}

const noKey =
  /(key|tmk|tek|\bmk).{0,8}(not|no\b|miss|empty|lost|invalid|absent)|(no|not|miss|lost|without).{0,16}(key|tmk|tek|mk)\b|密钥.*(不存在|丢失|未|无|空|缺|失败)|无.*密钥|未(灌|注|装)/i;
const locked = /(^|[^b])lock|tamper|attack|锁|攻击|防拆/i;
/** Whoever stands before it took his time, or changed his mind. */
const byPerson = /RET_?(TIMEOUT|CANCEL)|(输入|按键|用户).*(超时|取消)|cancel/i;

/** A driver that looks for a key in vain is not broken, and neither is one that has locked itself, or was left waiting. */
const isNoFault = (said: string): boolean => [noKey, locked, byPerson].some((says) => says.test(said));

/** Drivers say "no error" in many ways. */
export function saysError(said: Scalar): boolean {
  return typeof said === "string" && !/^(|0|0x0+|ok|none|no.?error|success)$/i.test(said) && !isNoFault(said);
}

/** Whether it only waited in vain for whoever stands before it. */
export function waitedFor(said: Scalar): "cancelled" | "input_timeout" | undefined {
  if (typeof said !== "string" || !byPerson.test(said)) return undefined;
  return /timeout|超时/i.test(said) ? "input_timeout" : "cancelled";
}

/** What it says of the keys in the PIN pad; undefined where it speaks of something else. */
export function pinpadOf(said: Scalar): "no_key" | "locked" | undefined {
  if (typeof said !== "string") return undefined;
  if (locked.test(said)) return "locked";
  return noKey.test(said) ? "no_key" : undefined;
}

/** `a/b`: failing and reporting terminals of the shop. */
export function shopOf(said: Scalar): "none" | "alone" | "some" | "all" | "unclear" {
  const [failing = 0, all = 0] = String(said).split("/").map(Number);
  if (all < 2) return "unclear";
  if (failing === 0) return "none";
  // One that nobody has used for an hour does not fail yet.
  if (failing >= Math.max(2, 0.8 * all)) return "all";
  return failing === 1 ? "alone" : "some";
}
