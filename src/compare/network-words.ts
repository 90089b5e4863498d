/**
 * What a person's words, or the screen, say of the network: of its signal, of who else has it or not, and of what happened
 * or helped. In the words of counters in several regions, as people type them; the first that fits is what is meant.
 */
import type { Scalar } from "../model/signal-shape.ts";
import { firstSaid, type PhraseTable } from "./phrase-table.ts";

/** Whoever asks whether it may be so does not know it. */
const guess =
  /(是不是|会不会|是否|难道|怀疑|莫非|可能(是)?|估计(是)?|应该是|肯定是)[^,，。;；!！\s]*|[^,，。;；!！\s]*吧(?=[,，。;；!！?？\s]|$)|\b(is it|could it be|maybe|perhaps|probably|i guess)\b[^,.;!]*/gi;

const signal: PhraseTable = [
  [
    "no_sim",
    /(SIM|流量|上网|物联|4G)卡?.{0,6}(不存在|未插|没插|没检测|未检测|检测不到|读不到|不识别|未识别|无效|不见)|检查\s*SIM|(插入|无|没有|未插)\s*(SIM|流量|上网|4G)卡|提示没卡|(no|insert( the)?) sim\b|sim( card)? (is )?(missing|not (found|inserted|detected))/i,
  ],
  ["sim_code", /PUK|(SIM|流量|上网).{0,8}(PIN|密码)|请?输入PIN码|八位的?码|\bsim\b.{0,12}\b(pin|code)\b/i],
  [
    "place",
    /(拿|端|搬|挪|带|移|举)(到|去|回|返|出|近)[^,，。;；]{0,10}[,，\s]?(就|才|又)(好|行|可以|能|冇事|没事|有|通|正常)|(里面|包间|包房|地下|车库|楼下|负[一二三四]层|院子|露台|外摆|外面那|角落|仓库|后厨).{0,14}(刷不|连不|转圈|没信号|信号|卡得)|(terrace|basement|outside|upstairs|back room|far end).{0,24}(spin|fail|no |slow|not)/i,
  ],
  [
    "by_turns",
    /时(好|行|有|通)时(坏|不行|无|断|不通)|一(会|下|阵)儿?.{0,6}(行|好|有|通|能).{0,4}一(会|下|阵)|有时候?.{0,8}有时|(老|总是?|常|动不动就?|经常)(掉线|断网|掉网|断线)|comes and goes|on and off|keeps (dropping|disconnecting)/i,
  ],
  [
    "gone",
    /(没有?|无|冇|莫得)(一?格)?信号|没格|一?格(信号)?(都|也)?(没有|没得|莫得|冇)|无服务|(查找|搜索|找不到|寻找)网络|信号都?(没了|没有|消失)|\bno (signal|service|bars)\b|kein netz/i,
  ],
  ["weak", /信号.{0,4}(弱|差|不好|低|[一两12]格)|[一两12]格信号|(weak|poor|bad) signal|one bar\b/i],
  [
    "full",
    /信号.{0,4}(满|很好|挺好|正常|足|强)|满格|格(子|只)?.{0,2}满|(full|all) (bars|signal)|volle[rmn]? balken|signal is (full|fine|good|strong)/i,
  ],
  [
    "slow",
    /(网络?|刷卡?|联网|交易|速度|特别|非常|越来越).{0,6}慢|慢得|转圈|转半天|(等|转|要)(个|上)?(十几|二十|三十|半|好几|几十|[一两三]).{0,3}(秒|分)|\b(slow|spinning|spins)\b|takes (ages|forever|\d+ sec)/i,
  ],
];

const others: PhraseTable = [
  ["other_way_fails", /(换|切|连|用)(了|到|成)?.{0,8}(热点|4G|流量|wifi).{0,8}(也|都|还是?).{0,3}(不|一样|没|失败)/i],
  [
    "other_way_works",
    /热点[^不没]{0,4}(就|能|可以|行|通)|连(上|了)?(wifi|无线)[^不没]{0,3}(就|能|可以|行)|(切|换)(到|成)?(4G|流量|wifi|热点)[^不没]{0,4}(就|能|好|行|可以|通)|(hotspot|other network|wifi) (works|is fine|ok)/i,
  ],
  [
    "street",
    /(整条|一条|满|半条)街|(隔壁|旁边|左右|对门|周围|附近).{0,4}(几家|店|邻居).{0,10}(断|没|不|上不了)|大家都没|全(场|市场|商场|楼|村|镇|小区|街)[^,，。]{0,8}(断|没|连不|转圈|不行|停)|whole (street|town|area|building)|neighbou?rs?.{0,16}(too|also|down)/i,
  ],
  [
    "shop_out",
    /(电脑|收银机?|电视|监控|前台|平板|客人连?|wifi|无线|店里?啥都|全店|几台|[两二三四五六七八九十\d]台).{0,6}(也|都|一起|连)?.{0,4}(上不了|断网|没网|没有网|连不上|歇菜|不能上|上不到|断的)|(everything|all (devices|computers|tills)|computer).{0,16}(offline|no internet|down|too)/i,
  ],
  [
    "phone_too",
    /手机(也|都|连.{0,4}也).{0,6}(没|上不|莫得|不行|冇|转|不能)|(phone|mobile)s?.{0,12}(no signal|too|also (no|not|dead))/i,
  ],
  [
    "shop_fine",
    /(电脑|收银机?|手机|(另|别)(外)?(的)?(一)?台|老板娘?手机|电视|网页)(都|倒是?|也|上网|是)?.{0,4}(能上|能用|正常|没事|可以|好好的|能打开|上得|连得|能刷|没问题)|(phone|computer|laptop|other (till|terminal))s?.{0,10}(works?|fine|ok)\b/i,
  ],
];

const change: PhraseTable = [
  ["password", /(wi-?fi|无线|路由|光猫).{0,12}密码|密码.{0,8}(wi-?fi|无线|路由)|wi-?fi password/i],
  ["maintenance", /(系统|后台|银联|服务器|[0-9零点]+点?).{0,4}(维护|检修)|maintenance/i],
  ["firewall", /防火墙|上网行为|行为管理|firewall/i],
  [
    "router_new",
    /(换|改|装|加|新)(了|个|的)?.{0,6}(路由|光猫|交换机|网关)|(固定|静态|写死).{0,3}IP|IP.{0,8}(写死|改成|固定)|new (router|modem|switch)|static ip/i,
  ],
  [
    "portal",
    /(点|登录?|认证).{0,6}网页|登过|(免费|商场|公共|酒店|客用).{0,2}(wi-?fi|无线)|login page|captive|hotel wi-?fi|guest wi-?fi/i,
  ],
  [
    "line_dead",
    /(无|没有?)拨号音|(座机|电话).{0,8}(没声|没有声|莫得声|不通|打不)|线路?载波|no dial ?tone|line is dead/i,
  ],
  [
    "line_engaged",
    /(电话|线路?|分机).{0,4}占用|忙音|已?摘机|(煲|打|讲|接)着?电话|line (is )?(busy|engaged)|on the phone/i,
  ],
  ["cable", /网线|水晶头|(碰|踢|扯|拽|绊)(到|了|倒|着).{0,6}线|(network|lan|ethernet) cable|tripped over/i],
  ["digging", /挖(路|沟|断|掘|管)|施工|光缆|打雷|雷雨|digging|road works|lightning/i],
  ["dropped", /摔|掉(在|到)?地|跌(了|到|落)|\bdropped (it|on|the)|fell (down|on|off)/i],
  ["unpaid", /欠费|停机|话费|(流量|卡)费|续费|没交费|unpaid|bill/i],
  [
    "crowd",
    /人(一|太|很|好)?多|人挤人|演出|散场|中场|庙会|赶集|赶场|高峰|饭点|周[五六末日].{0,2}晚|crowd|concert|match|rush hour/i,
  ],
  ["streaming", /下(载|游戏)|看(直播|视频|电影)|(监控|摄像头).{0,8}(云|上传)|streaming|download|upload/i],
  [
    "restart_in_vain",
    /(重启|关机).{0,10}(也|都|还是?|没用|不行|不得|没好|更糟)|restart(ed|ing)?.{0,16}(no|not|still|did nothing)/i,
  ],
  [
    "restart_helped",
    /(重启|关机[再重]?开|复位|再开|拔(电|了)?重?[又再]?插).{0,8}(好|行|能用|活|恢复|可以)|restart(ing|ed)?.{0,12}(help|fix|cure|works)/i,
  ],
  ["month", /(1号|一号|月初|月底|十五号).{0,8}(开始|起|一早|停|连不|自己)|first of the month|since the 1st/i],
];

const first = (table: PhraseTable, words: Scalar): string => firstSaid(table, words, guess);

export const toldOfSignal = (words: Scalar): string => first(signal, words);
export const toldOfOthers = (words: Scalar): string => first(others, words);
export const toldOfChange = (words: Scalar): string => first(change, words);
