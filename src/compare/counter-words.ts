/** What people say of a card and of what was done with it at the counter. */
import type { Scalar } from "../model/signal-shape.ts";

const ofOthers = /服务|流量|SIM|套餐|证书|合同|租|会员费|subscription|certificate|contract/i;

/** The first that fits is what is meant. */
const phrases: readonly { readonly says: RegExp; readonly about: string }[] = [
  {
    says: /(扣|收)(了|过)?(两|二|2|俩)(次|遍|笔|回)|(两|2)(条|笔|次).{0,8}(扣款|扣费|扣钱|短信)|重复(扣|收|刷)|扣重|收重|又(刷|碰|扫|付|拍|插)了?一?(次|遍|下|笔|回)|再刷了?一(次|遍|笔)|(charged|debited|paid) twice|double charge|two (charges|debits|messages)/i,
    about: "charged_twice",
  },
  {
    says: /卡.{0,12}(快|马上|就要|即将|将|临近|本月底?|这个月底?|下个?月|月底|还有.{0,4}(天|周|星期)).{0,4}(到|过)期|(快|马上|就要|即将|临近|本月底?|下个?月|月底).{0,4}(就|要)?(到|过)期.{0,8}卡|card.{0,24}(expires? (soon|next|this|at the end)|about to expire|expiring)/i,
    about: "card_expires_soon",
  },
  {
    says: /插(反|歪|斜|浅|错)|(芯片|卡).{0,8}(朝|向)(下|反|后|里|外)|方向.{0,4}(插|放|拿)?(反|错|不对)|没(有)?插(到底|好|到位|进去|紧|稳)|插.{0,6}(没|不|未)(到底|到位|够深|正)|正反|翻(个|一)?(面|下).{0,4}(就|再)?|upside down|wrong way (round|up)|back to front|falsch ?(he)?rum|verkehrt|not (pushed|inserted) (fully|all)|crooked/i,
    about: "put_in_wrong",
  },
  {
    says: /(擦|清洁|清理|抹|蹭).{0,4}(没用|无效|还是|也不|也没|不管用)|(时好时坏|一会.{0,4}好|有时.{0,6}有时).{0,12}|(这|那)(种|批|款|类|家).{0,4}卡.{0,12}(老|总|都|容易|爱|经常|不好)|卡.{0,6}(质量|做得|做工|太薄|薄|软|翘|粗糙)|(爱|老|总).{0,2}出(毛病|问题)|(到哪|哪里|哪台|每次|总是?|老是?).{0,8}试(好)?几(遍|次|回)|poor quality|cheap card|flaky|wiping does not help|these cards (often|always)/i,
    about: "card_flaky",
  },
  {
    says: /(擦|抹|蹭|清洁|清理)(?!.{0,6}(不|没))[^,，。;；]{0,10}(好|(?<!不)行|可以|能|就|没事|正常|通|读|过)|(用|拿).{0,4}(布|纸|橡皮|衣服|酒精).{0,4}擦(?!.{0,6}(还|也|都|没))|wip(ed|ing)|clean(ed|ing) (the )?(card|chip)/i,
    about: "wiped_and_fine",
  },
  {
    says: /(新来|新手|刚来|新人|实习|小工|临时工|第一天).{0,6}(不会|不懂|不熟|乱|按|刷|弄|操作)|(不会|不懂|不熟悉|没学过)(怎么)?(撤销|操作|刷卡|退货|结算|预授权)|刷反|拿反|磁条.{0,4}(朝|向)(外|上|反)|(菜单|按键|步骤|功能|流程|选项|交易类型).{0,4}(选|按|走|弄|点|进)?(错|反|不对)|(选|点|进|走)错(了)?.{0,6}(菜单|功能|键|步骤|交易|流程)?|按错(了)?.{0,4}(菜单|功能|键|步骤|交易|流程)|应该(用|按|选|点|走).{0,10}(点|选|按|用|走|做)了|操作(不当|不对|错误|有误|失误)|不知道怎么(撤|退|做预授权)|撤销.{0,4}(撤不了|不了|找不到)|new (staff|cashier|hire|waiter)|wrong (menu|key|button|way|procedure|step)|does ?n.t know how|not know how|wrong side/i,
    about: "procedure_wrong",
  },
  {
    says: /(读|刷).{0,6}(不全|不完整|残缺|少了)|(磁道|磁条|二磁|三磁).{0,6}(空|缺失|不全|过短|不完整|没有数据)|(incomplete|short|missing) (track|record|data)/i,
    about: "stripe_incomplete",
  },
  {
    says: /(卡号|号码|有效期).{0,10}(核对过|对过|没错|没输错|没问题|是对的|无误|正确|一致)|(number|digits).{0,16}(checked|right|correct)/i,
    about: "number_right",
  },
  {
    says: /(卡号|有效期|号码).{0,10}(输错|错一位|打错|按错|写错|输反|反了|报错|漏|少一位|多一位|念错)|(输|打|按|报)错.{0,6}(卡号|有效期|一位|号码)|wrong (card )?(number|expiry)|(mistyped|digit wrong)/i,
    about: "number_wrong",
  },
  {
    says: /(两|几|多|俩)张卡.{0,8}(一起|同时|叠|夹)|(卡包|钱包|钱夹|手机壳|卡套).{0,12}(一起|里|没拿|没取|直接|挥|拍|刷|碰)|(two|several|other) cards?.{0,16}(together|same time|in the wallet)|whole wallet|wallet.*(tap|held)/i,
    about: "cards_together",
  },
];

/** Undefined where nothing of the kind is said. */
export function counterWordIn(text: string): string | undefined {
  const about = phrases.find(({ says }) => says.test(text))?.about;
  return about === "card_expires_soon" && ofOthers.test(text) ? undefined : about;
}

export const counterWords = (said: Scalar): string => counterWordIn(String(said)) ?? "none";

/** Whether somebody has compared the number that was typed with that on the card. */
export function numberSaid(text: string): "right" | "wrong" | undefined {
  const about = counterWordIn(text);
  if (about === "number_right") return "right";
  return about === "number_wrong" ? "wrong" : undefined;
}
