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
  ask_gateway: named("ask the router", "检测路由器"),
  resolve_host: named("look up the host's name", "解析主机域名"),
  connect_reference: named("reach the outside world", "检测外网"),
  measure_path: named("measure the line", "测量线路质量"),
  connect_host: named("connect to the host", "连接主机"),
  connect_other_way: named("connect to the host the other way", "换网络连接主机"),
  shake_hands: named("secure handshake with the host", "与主机加密握手"),
  echo_host: named("echo to the host", "主机回响测试"),
  try_other_card: asked(["Please try the payment with another card.", "请换一张卡再试一次。"], done),
  try_other_way: asked(
    ["Please read the same card in another way: tap it, or insert it.", "请将同一张卡换一种方式：挥卡或插卡。"],
    { works, fails, unknown },
  ),
  insert_again: asked(
    ["Please insert the card once more, the chip first and facing up.", "请把卡芯片朝上、朝里，再插一次。"],
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
