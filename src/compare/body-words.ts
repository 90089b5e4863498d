/** What a person's words say of the terminal's body: supply, surroundings, the part that fails, and what helped. */
import type { Scalar } from "../model/signal-shape.ts";
import { firstSaid, type PhraseTable } from "./phrase-table.ts";

/** Whoever asks whether it may be so does not know it, and what was always there is not why it fails now. */
const guess =
  /(是不是|会不会|是否|难道|怀疑|莫非|可能(是)?|估计是|应该是)[^,，。;；!！]*|[^,，。;；!！]*(吧(?=[,，。;；!！?？]|$)|早就|一直都?在|以前也)[^,，。;；!！]*|\b(is it|could it be|maybe|perhaps|probably|i guess)\b[^,.;!]*/gi;

const power: PhraseTable = [
  [
    "other_adapter",
    /手机.{0,3}充|充电宝|车充|(隔壁|同事|邻居|路由器|电脑|笔记本|自己).{0,6}(充电|电源|适配|USB)|USB.{0,2}口.{0,4}充|(别的|其他|其它|另|别人|替代|代用|便宜|杂牌|网上|旧手机|平板).{0,8}(充电|适配|电源)|(非|不是)原装.{0,4}(充电|适配|电源|头|线)|(原装|原来|原配).{0,8}(丢|坏|不见|没了|找不到)|换回原装|(充电器|适配器|电源|充电头).{0,4}(换|配|借)(了|的|过)|(换|配|借|买)(了|过)?(一?个|新)?(新)?(的)?(充电器|适配器|电源头|充电头)|(phone|tablet|other|cheap|another|borrowed|third.party) (charger|adapter|power supply)/i,
  ],
  [
    "under_load",
    /(一|边|刚|每次|正在)?.{0,2}(打印|打单|打票|出票|打小票|打到一半|打一半|发送|发射|确认|联网|拨号).{0,10}(重启|关机|黑屏|断电|掉电|死机)|(restart|reboot|switch(es)? off|shuts? (down|off)|dies).{0,24}(print|send|transmit)|(print|send|transmit).{0,24}(restart|reboot|off|dies)/i,
  ],
  [
    "flickers",
    /(电梯|路灯|空调|冰柜|冰箱|压缩机|水泵|机床|发电机|(?<![器电示])灯)[^网带]{0,14}(闪|重启|断|关机|暗|掉)|跳闸|电压.{0,4}(不稳|低|高|波动)|(老|经常|总|常|又|一天|几次).{0,4}(停电|断电|跳电|没电了又来)|电.{0,2}(不稳|忽)|忽明忽暗|(lights?|mains|power|voltage).{0,16}(flicker|dim|unstable|blink|comes and goes)/i,
  ],
  [
    "lamp_dark",
    /(充电|底座|指示)灯.{0,3}(不亮|没亮|没有亮|灭|熄)|(charging|dock) (light|lamp|led).{0,8}(off|dark|out|not)/i,
  ],
  [
    "thought_charging",
    /明明.{0,10}(充|插)|(一直|整天|整晚|整夜|都).{0,4}(放|插|接|充).{0,12}(不充|没充|充不|没电|不亮|没反应|越[充冲]越少)|(放|插|接).{0,8}(底座|充电座|电源|充电).{0,10}(就是)?(不充|没充|没电)|(充|插|放)了?(一(整)?(晚|夜)|整晚|一个晚上|一天).{0,10}(还|也|就|却|没|只)|(was|left).{0,12}(charging|on the (dock|charger)).{0,10}(all night|overnight)/i,
  ],
  [
    "loose",
    /底座|座充|充电座|插座|插头|插排|拔(了|掉|出|下)|没插|松(了|动|脱)|歪|接触不(良|好)|触点|碰(一下|到).{0,6}(断|不充|黑)|扶正|按住|晃|(保洁|阿姨).{0,6}(拔|关)|总闸|(un)?plugged (out|it)|unplugged|loose|cradle|dock|socket|outlet/i,
  ],
  [
    "not_charging",
    /充不(进|上|了|满)|不充电|没充(上|进)|充电异常|充电.{0,4}(失败|故障|没反应)|(not|won't|does not|doesn't) charg/i,
  ],
  [
    "runs_down",
    /越[充冲]越少|掉电|不耐用|耗电|电.{0,3}(跳|虚)|(两|三|四|五|六|七|半)成|百分之.{0,8}(关机|没电)|\d+\s*[%％].{0,10}(关|灭|黑|没)|(很快|一会|马上|没多久|半天|几个?小时|个把小时).{0,6}没电|电池.{0,6}(不行|老化|鼓|坏)|(battery).{0,20}(drains?|jumps|swollen|bad|worn|lasts?)|(drains|runs down)/i,
  ],
  [
    "empty",
    /没电|电(量|池)?.{0,3}(低|不足|耗尽|用完|用光)|忘.{0,3}充|没充电|battery.{0,8}(low|empty|flat|dead)|out of (battery|power)|forgot to charge/i,
  ],
];

const air: PhraseTable = [
  ["static", /静电|电到|电一下|触电|电了一|啪|麻(了|一下)|(static|got|get|electric) ?(shock|electricity|zap)|\bESD\b/i],
  [
    "magnet",
    /磁(铁|扣|石|吸|座|场|条?盒)|消磁|取钉|解扣|防盗扣|防盗标|音箱|喇叭|音响|扬声|马达铁|magnet|detach|deactivat|loudspeaker|speaker/i,
  ],
  [
    "radio",
    /对讲|微波炉|电焊|焊机|电机|马达|变频|电钻|发射(塔|台|机)|干扰|打磨机|热便当|电磁炉|信号屏蔽|屏蔽器|walkie|two.way radio|microwave|weld|motor|jammer|interference/i,
  ],
  [
    "damp",
    /潮|水珠|水汽|水雾|水气|蒸汽|雾气|起雾|结露|凝露|冒汗|溅|进水|进了水|淋|弄湿|湿(了|气|漉)|泡(了|过)水|洒(了|上|到)|泼(了|上)(水|茶|汤|酒)|梅雨|回南天|wet|damp|condens|steam|splash|spill|humid|water/i,
  ],
  [
    "hot",
    /烫|太阳|暴晒|晒(着|了|得|到)|炉(子|边|旁)|灶|高温|发热|过热|(天|太|很|好|机身|机器).{0,2}热|车里.{0,4}(闷|热)|\bhot\b|heat|sun\b|oven|stove/i,
  ],
  [
    "cold",
    /冷|冻(?!结)|冰(天|雪|库|柜里|了)|下雪|雪地|低温|零下|一出(去|门)|室外|户外|cold|freez|frost|snow|below zero|outdoors/i,
  ],
];

const part: PhraseTable = [
  [
    "all_ways",
    /(插|碰|刷|挥|磁条|感应)[^,，。]{0,8}(?!\1)(插|碰|刷|挥|磁条|感应)[^,，。]{0,6}(都|全)[^,，。]{0,4}(不|没)|(neither|not) (chip|insert).{0,16}(nor|or).{0,16}(tap|swipe|stripe)/i,
  ],
  [
    "screen_broken",
    /屏(幕)?.{0,4}(花|碎|裂|条纹|竖线|漏液)|花屏|(display|screen|lcd).{0,16}(stripe|line|crack|garbled|shatter)/i,
  ],
  [
    "screen",
    /屏(幕)?.{0,4}(黑|花|白|碎|裂|不亮|没显示|条纹|闪|竖线|漏液|看不见|坏|一半|半边)|(黑|花|白|半)屏|(display|screen|lcd).{0,16}(black|blank|dark|white|stripe|line|crack|garbled|flicker|broken|dead)/i,
  ],
  ["pinpad", /密码键盘|密码.{0,3}(器|小键盘)|pin ?pad/i],
  [
    "keys",
    /(按键|键盘|[0-9一二三四五六七八九]键|(取消|确认|清除|功能|数字|删除)键).{0,12}(乱|失灵|卡|没反应|不灵|不管用|按不动|自己|一直|弹不|连|两个|跳|按下|坏|硬)|按.{0,4}(出|跳).{0,2}(两|三|2|3)|(自己|自动).{0,3}(乱?按|输|跳字|打字)|按(了|键)?.{0,3}没反应|\bkeys?\b.{0,16}(stuck|stick|double|dead|repeat)|keypad.{0,16}(bad|broken|dead|stuck|types)/i,
  ],
  [
    "clock",
    /(时间|日期|时钟|年份|钟).{0,6}(差|不对|错|慢|快|乱|变成|跳|不准|还是)|(time|date|clock).{0,12}(wrong|off|slow|fast|ahead|behind)/i,
  ],
  [
    "tap",
    /感应(不|区|没)|挥卡.{0,6}(没|不)|(拍|碰|闪付|贴).{0,6}(没反应|不行|不认|没用)|非接|\b(tap|contactless|nfc)\b.{0,16}(dead|not|nothing|fail|no)/i,
  ],
  [
    "printer",
    /打印机.{0,6}(坏|故障|不动|没反应|异响)|走纸|纸走不动|嗒嗒|空白(纸|单)|打不出|不出票|printer.{0,12}(broken|dead|fault|noise)/i,
  ],
  [
    "chip",
    /插卡.{0,6}(没反应|不认|读不|不行)|插卡口|卡口|ic卡.{0,6}(读不|不认)|(chip|insert).{0,16}(dead|not|nothing|fail)/i,
  ],
  ["stripe", /磁条.{0,8}(刷不|读不|没反应)|(刷磁|刷卡槽|磁头)|(stripe|swipe).{0,16}(dead|not|nothing|fail)/i],
];

const printer: PhraseTable = [
  [
    "cover_open",
    /(盖|仓门|纸仓).{0,8}(未|没|打开|开着|关好|关闭|盖好|合|压)|(关|盖|合)(好|上|紧|闭).{0,10}(盖|仓)|cover.{0,8}open|close.{0,8}cover/i,
  ],
  ["jam", /卡(住)?纸|纸.{0,4}卡|夹纸|paper.{0,4}jam|jammed/i],
  [
    "overheat",
    /打印.{0,6}(过热|温度|烫|歇|冷却)|(票|单|印|打).{0,6}(多了|久了|长了).{0,8}(歇|停|烫|等)|连(着|续)打.{0,12}(停|歇|烫)|(print ?head|printer).{0,12}(hot|overheat|cool)/i,
  ],
  ["low_voltage", /(电量|电压|没电).{0,8}(打印|出票|不打)|打印.{0,8}(电量|电压)|(low|battery).{0,12}(print)/i],
  [
    "paper_out",
    /缺纸|没纸|无纸|纸.{0,4}(用完|没了|用光|完了)|请(装|换|放)纸|out of paper|no paper|paper (is )?(out|empty)/i,
  ],
  [
    "fault",
    /打印(机|头)?.{0,6}(故障|坏|异常|无响应|错误|没(有)?反应|不动|不工作|异响|咔咔|嗒嗒)|走纸|纸(走|出)不(动|来)|空白(纸|单)|打出来.{0,6}(空白|白纸|没字)|printer.{0,12}(fault|error|fail|broken|dead|noise|nothing)/i,
  ],
];

const inVain =
  /(擦|清洁|清理|洗|吹).{0,12}(还是|也|都|没用|不行|无效|照样|依旧|依然|没好|不认|还那|还这|还一样)|清洁卡也|clean(ed|ing)?.{0,24}(no help|still|not help|no change|in vain|did nothing)/i;

const cure: PhraseTable = [
  ["cleaned_in_vain", inVain],
  [
    "slower",
    /(拉|刷)慢(点|些|一点)|慢(点|慢|些|一点|慢地)(刷|拉|划)|要慢.{0,4}(刷|拉)|slow(er|ly)?.{0,10}(swipe|pull)|(swipe|pull).{0,12}slow/i,
  ],
  [
    "cleaned",
    /清洁卡|(擦|清洁|清理|吹|洗).{0,3}(了|过)?.{0,3}(卡槽|卡口|槽|磁头|读卡|刷卡)|(卡槽|卡口|槽里|磁头|读卡).{0,6}(擦|清洁|清理|吹|洗|灰|脏)|clean(ed|ing)?.{0,16}(slot|head|reader|card)/i,
  ],
  ["dried", /(晾|擦|吹|烘|风)干|干(了|燥)?.{0,4}(又|就)?(好|行|正常)|dried|after drying/i],
  ["warmed", /(进屋|进门|回屋|屋里|室内|暖|捂|焐).{0,8}(好|行|正常|有电|能|又)|warm(ed|s)? (it )?up|indoors/i],
  ["cooled", /(歇|凉|放凉|晾|吹风|等).{0,6}(一会|会儿|好|行|又|就|再)|阴凉.{0,6}(好|行|正常)|cool(ed|s)? down/i],
  [
    "moved",
    /(搬|挪|移).{0,12}(又|就|能|好|正常|行|开)|拿(开|走|远)|远(离|一点|些)|换个?(地方|位置)|里屋|另一头|mov(ed|ing) (it|away|the)|away from/i,
  ],
  ["replugged", /重(新)?插|插紧|插好(了|就|又)|扶正|换(了)?(个)?插座|replug|reseat/i],
  ["charged", /充(了|上|会|一会|满)?(一?会|电).{0,6}(好|行|能|正常|亮)|after charging|charged it/i],
];

const first = (table: PhraseTable, words: Scalar): string => firstSaid(table, words, guess);

export const toldOfPower = (words: Scalar): string => first(power, words);
export const toldOfAir = (words: Scalar): string => first(air, words);
export const toldOfPart = (words: Scalar): string => first(part, words);
/** A roll that was changed is missing no more. */
const rollChanged =
  /[没缺无]纸[^,，。;；]{0,3}[,，。;；\s]?[^,，。;；]{0,4}(换|装|加)(了|过|上)[^,，。;；]{0,4}(卷|纸)/;
export const toldOfPrinter = (words: Scalar): string =>
  first(printer, typeof words === "string" ? words.replace(rollChanged, "") : words);
export const toldOfCure = (words: Scalar): string => first(cure, words);
