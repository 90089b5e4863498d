/** What a person's words are about, by the words that matter for telling causes apart. */
import type { Scalar } from "../model/signal-shape.ts";

interface Phrase {
  readonly says: RegExp;
  readonly about: string;
}

/** The first that fits is what is meant, so what is rarest to be said comes first. */
const phrases: readonly Phrase[] = [
  { says: /地震|洪水|水淹|被淹|泥石流|台风|火灾|着火|flood|earthquake|typhoon|landslide/i, about: "disaster" },
  { says: /被偷|被盗|盗窃|偷走|失窃|丢失|(机|终端).*(丢了|不见了|找不到)|stolen|theft|burgl/i, about: "stolen" },
  {
    says: /砸|撬|踢坏|踹|摔坏|故意|人为(破坏|损坏)|泼|vandal|smash|prised|broke it on purpose/i,
    about: "damaged_by_force",
  },
  { says: /密钥.*(泄露|泄漏|公开|外泄)|key.*(leak|compromis|exposed)/i, about: "keys_exposed" },
  { says: /退货|退款|refund|return(s|ed|ing)? (the |of )?goods/i, about: "refund_wanted" },
  { says: /代扣|自动(扣款|还款|缴费)|扣款协议|direct debit|auto.?debit|standing order/i, about: "direct_debit_failed" },
  { says: /(商品|货品|品名|规格).*(输错|录错|选错|扫错|不对)|wrong (goods|item|product)/i, about: "goods_wrong" },
  {
    says: /金额.*(输错|多输|少输|录错|打错|错了|不对)|多输|少输|多收|少收|多打了?一?个?零|wrong amount|typed .*(too much|too little)/i,
    about: "amount_wrong",
  },
  {
    says: /(商户|店).*(名称|名字|资料|信息|户名).*(错|不对|不符|旧)|结算(账户|账号|卡).*(错|不对|不符)|wrong (merchant|shop) name/i,
    about: "merchant_data_wrong",
  },
  { says: /审核|冻结.*商户|商户.*冻结|under review/i, about: "account_under_review" },
  { says: /(卡号|有效期).*(输错|错一位)|输错.*卡号/, about: "wrong_number_keyed" },
  { says: /别家|隔壁.*(能|可以)|其他(店|机器).*(能|可以)/, about: "bought_elsewhere" },
  { says: /展会|展销|搬|移机|带到|外地/, about: "moved" },
  { says: /擦.*(好|行|可以)|wiped/i, about: "wiped_and_fine" },
  { says: /焊机|电机|对讲机|微波炉|电梯|干扰/, about: "noise_nearby" },
];

/** What announcements of acquirers, carriers and support are about. */
const notices: readonly Phrase[] = [
  { says: /地震|洪水|台风|暴雨|泥石流|灾|flood|earthquake|typhoon|disaster/i, about: "disaster" },
  { says: /密钥|\bkeys?\b/i, about: "keys" },
  {
    says: /网络(管理)?政策|专网|专线|APN|白名单|实名|网络调整|IP.*(变更|调整|切换)|policy|whitelist/i,
    about: "policy",
  },
  { says: /协议|合作|费率|停止受理|暂停受理|不再受理|终止|agreement|contract|no longer accept/i, about: "terms" },
  { says: /维护|检修|割接|maintenance/i, about: "maintenance" },
  { says: /升级|切换|改造|upgrade|migration|cutover/i, about: "upgrade" },
  { says: /故障|中断|抢修|outage|incident|disruption/i, about: "outage" },
];

const meant = (table: readonly Phrase[], words: Scalar): string | undefined =>
  typeof words === "string" ? table.find(({ says }) => says.test(words))?.about : undefined;

export const aboutOf = (words: Scalar): string => meant(phrases, words) ?? "none";

/** An announcement of another kind is still one. */
export const noticeAbout = (words: Scalar): string => meant(notices, words) ?? (words === "" ? "none" : "advisory");

const parts = ["reader", "printer", "keypad", "display", "pinpad", "controller", "modem"];

/** `fail:<part>` → the part. */
export function failedPart(said: Scalar): string {
  if (typeof said !== "string" || said === "ok") return "ok";
  const part = said.slice("fail:".length);
  return parts.find((known) => part.startsWith(known)) ?? "other";
}

/** Drivers say "no error" in many ways. */
export function saysError(said: Scalar): boolean {
  return typeof said === "string" && !/^(|0|0x0+|ok|none|no.?error|success)$/i.test(said);
}
