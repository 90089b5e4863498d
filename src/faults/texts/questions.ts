/** Tests by name, and the questions to the merchant: short, polite, one action, with the words for each answer. */
import type { Language } from "../../model/text.ts";

export interface TestText {
  /** The name of what the terminal does itself; the sentence for who is asked. */
  readonly text: string;
  /** By answer. */
  readonly answers?: Readonly<Record<string, string>>;
}

type Both = Readonly<Record<Language, TestText>>;
type Words = readonly [english: string, chinese: string];

const unknown: Words = ["I do not know", "不清楚"];
const done: Readonly<Record<string, Words>> = {
  done: ["Done", "已完成"],
  cannot: ["Not possible now", "现在做不了"],
};

const named = (english: string, chinese: string): Both => ({ en: { text: english }, "zh-CN": { text: chinese } });

function asked([english, chinese]: Words, answers: Readonly<Record<string, Words>>): Both {
  const said = (at: 0 | 1) => Object.fromEntries(Object.entries(answers).map(([answer, words]) => [answer, words[at]]));
  return { en: { text: english, answers: said(0) }, "zh-CN": { text: chinese, answers: said(1) } };
}

const works: Words = ["It works", "可以用"];
const fails: Words = ["It fails as well", "还是不行"];

export const testTexts: Readonly<Record<string, Both>> = {
  read_modem: named("read the modem", "读取通信模块"),
  read_links: named("read the terminal's own links", "读取终端网络接口"),
  read_body: named("read the terminal's own parts", "读取终端自身状态"),
  ask_gateway: named("ask the router", "检测路由器"),
  resolve_host: named("look up the host's name", "解析主机域名"),
  connect_reference: named("reach the outside world", "检测外网"),
  measure_path: named("measure the line", "测量线路质量"),
  connect_host: named("connect to the host", "连接主机"),
  connect_other_way: named("connect to the host the other way", "换网络连接主机"),
  shake_hands: named("secure handshake with the host", "与主机加密握手"),
  echo_host: named("echo to the host", "主机回响测试"),
  show_last: asked(["Please call up the last payment on the terminal.", "请在终端上调出最近一笔交易。"], done),
  try_other_card: asked(["Please try the payment with another card.", "请换一张卡再试一次。"], done),
  try_other_way: asked(
    ["Please read the same card in another way: tap it, or insert it.", "请将同一张卡换一种方式：挥卡或插卡。"],
    { works, fails, unknown },
  ),
  insert_again: asked(
    ["Please insert the card once more, the chip first and facing up.", "请把卡芯片朝上、朝里，再插一次。"],
    done,
  ),
  swipe_again: asked(["Please swipe the card once more, at an even speed.", "请匀速再刷一次卡。"], done),
  tap_again: asked(
    ["Please tap one card on the reader once more, and hold it there.", "请将一张卡贴近感应区，停留片刻再试。"],
    done,
  ),
  clean_slot: asked(
    ["Please clean the card slot with a cleaning card, then try again.", "请用清洁卡清洁卡槽，再试一次。"],
    { works, fails, unknown },
  ),
  ask_neighbours: asked(
    ["Do other devices on the same network reach the internet?", "同一网络下的其他设备能上网吗？"],
    { yes: ["Yes", "能"], no: ["No", "不能"], unknown },
  ),
  ask_shop: asked(["Do the other terminals of the shop take payments?", "店内其他终端能正常收款吗？"], {
    work: ["They work", "能"],
    fail: ["They fail as well", "也不能"],
    unknown: ["I do not know, or there is none", "不清楚或没有"],
  }),
  look_at_router: asked(["Are the lights on the router on?", "路由器的指示灯亮着吗？"], {
    on: ["They are on", "亮"],
    off: ["They are off", "不亮"],
    unknown,
  }),
  look_at_cable: asked(["Is the network cable plugged in at both ends?", "网线两端都插好了吗？"], {
    in: ["It is", "插好了"],
    out: ["It was loose", "松了"],
    unknown,
  }),
  listen_to_line: asked(
    [
      "Please connect a telephone to the terminal's line. Is there a dial tone?",
      "请把终端的电话线接到电话机上，有拨号音吗？",
    ],
    { yes: ["Yes", "有"], no: ["No", "没有"], unknown },
  ),
  look_at_paper: asked(["Please open the printer. What do you find?", "请打开打印机纸仓看一下，情况如何？"], {
    fine: ["Paper is in, cover was closed", "有纸，盖已合好"],
    no_paper: ["No paper", "没有纸"],
    jammed: ["The paper is jammed", "卡纸"],
    open: ["The cover was not closed", "盖没有合好"],
    unknown,
  }),
  print_slip: asked(["Please print the last receipt again.", "请重打印最近一笔交易的小票。"], done),
  self_test: asked(["Please run the terminal's self-test.", "请运行终端自检。"], done),
  sign_in: asked(["Please sign in at the terminal.", "请在终端上签到。"], done),
  ask_part: asked(["Which part of the terminal does not work?", "终端的哪个部分不正常？"], {
    screen: ["The screen", "屏幕"],
    keys: ["The keys", "按键"],
    pinpad: ["The PIN pad", "密码键盘"],
    chip: ["The chip reader", "插卡口"],
    stripe: ["The stripe reader", "磁条刷卡"],
    tap: ["Tapping a card", "感应区"],
    clock: ["The time is wrong", "时间不对"],
    unknown: ["None of these", "都不是"],
  }),
  ask_power: asked(["What is wrong with the terminal's power?", "终端的供电有什么问题？"], {
    other_adapter: ["Another charger is in use", "用的是别的充电器"],
    loose: ["The plug or dock is loose", "插头或底座松动"],
    not_charging: ["It does not charge", "充不进电"],
    runs_down: ["The battery runs down fast", "电池不耐用"],
    empty: ["The battery was empty", "没电了"],
    flickers: ["The mains come and go", "电压不稳或常停电"],
    under_load: ["It restarts when it prints or sends", "打印或联网时重启"],
    unknown: ["None of these", "都不是"],
  }),
  ask_place: asked(["Was the terminal in one of these places?", "终端是否处在以下环境？"], {
    hot: ["In heat", "很热"],
    cold: ["In the cold", "很冷"],
    damp: ["In damp or water", "潮湿或进水"],
    static: ["Static electricity", "有静电"],
    magnet: ["Near a magnet", "靠近磁铁"],
    radio: ["Near radios or motors", "靠近对讲机或电机"],
    unknown: ["None of these", "都不是"],
  }),
  ask_cure: asked(["What helped, if only for a while?", "做过什么之后好过一阵？"], {
    cleaned: ["Cleaning the reader", "清洁卡槽"],
    cleaned_in_vain: ["Cleaning did not help", "清洁后还是不行"],
    warmed: ["Warming up", "暖和之后"],
    cooled: ["Cooling down", "凉下来之后"],
    dried: ["Drying", "晾干之后"],
    moved: ["Moving it elsewhere", "换个位置"],
    replugged: ["Plugging it in again", "重新插好"],
    unknown: ["Nothing, or something else", "没有，或其他"],
  }),
  ask_signal: asked(["How is the terminal's network?", "终端的网络怎么样？"], {
    gone: ["There is no signal", "没有信号"],
    weak: ["The signal is weak", "信号弱"],
    full: ["The signal is full", "信号满格"],
    place: ["In another place it works", "换个位置就好"],
    by_turns: ["It comes and goes", "时好时坏"],
    slow: ["It is slow", "很慢"],
    unknown: ["None of these", "都不是"],
  }),
  ask_before: asked(["What happened before it failed, or helped?", "出问题前发生过什么，或做什么会好？"], {
    dropped: ["The terminal fell", "机器摔过"],
    cable: ["A network cable was touched", "动过网线"],
    router_new: ["The router is new", "换了路由器"],
    password: ["The Wi-Fi password changed", "改了无线密码"],
    crowd: ["Many people are here", "现场人很多"],
    unpaid: ["A bill was not paid", "欠费了"],
    restart_helped: ["A restart helps", "重启就好"],
    unknown: ["None of these", "都不是"],
  }),
  ask_portal: asked(
    ["Please ask support: what does the carrier say of the SIM card?", "请询问客服：运营商后台显示流量卡是什么状态？"],
    {
      active: ["In service", "正常"],
      suspended: ["Suspended", "已停机"],
      expired: ["Expired", "已到期"],
      locked: ["Locked to another device", "机卡绑定锁定"],
      unknown,
    },
  ),
  ask_printer: asked(["What does the printer show?", "打印机提示什么？"], {
    paper_out: ["Out of paper", "缺纸"],
    jam: ["Paper jam", "卡纸"],
    cover_open: ["Cover open", "盖未合好"],
    overheat: ["Too hot", "过热"],
    low_voltage: ["Battery too low to print", "电量低不能打印"],
    fault: ["A fault", "故障"],
    unknown: ["Nothing", "没有提示"],
  }),
  look_at_charger: asked(["Is the terminal's own charger plugged in?", "终端的原装充电器插好了吗？"], {
    in: ["It is", "插好了"],
    out: ["It is not", "没插好"],
    other_adapter: ["Another charger is in use", "用的是别的充电器"],
    unknown,
  }),
  read_screen: asked(["What does the terminal's screen ask for?", "终端屏幕上提示什么？"], {
    sign_in: ["Sign in", "请签到"],
    settle: ["Settle", "请结算"],
    keys: ["A key is missing or wrong", "密钥缺失或错误"],
    other: ["Something else", "其他提示"],
    unknown,
  }),
  ask_moved: asked(["Was the terminal taken to another place?", "终端换过地方吗？"], {
    yes: ["Yes", "换过"],
    no: ["No", "没有"],
    unknown,
  }),
  ask_number: asked(
    ["Please look at the number that was typed. Is it the one on the card?", "请核对手工输入的卡号，与卡面一致吗？"],
    { right: ["It is", "一致"], wrong: ["It is not", "不一致"], unknown },
  ),
  restart_terminal: asked(["Please restart the terminal.", "请重启终端。"], done),
};

/** A test without a text is called by its id. */
export function testText(test: string, language: Language): TestText {
  return testTexts[test]?.[language] ?? { text: test };
}
