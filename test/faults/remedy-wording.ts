/** How a text says each remedy of the merchants' guides (seed-causes 3), with who acts and the risk as they stand there. */
import type { Language } from "../../src/model/text.ts";

export interface Wording {
  readonly who: string;
  readonly risk: 0 | 1 | 2;
  readonly says: Readonly<Record<Language, RegExp>>;
}

const said = ([who, risk]: readonly [string, 0 | 1 | 2], zh: RegExp, en: RegExp): Wording => ({
  who,
  risk,
  says: { "zh-CN": zh, en },
});

export const wording: Readonly<Record<string, Wording>> = {
  "act.check_account_info": said(["merchant cardholder", 0], /只能手输时，请核对/, /must be keyed, check/),
  "act.check_balance": said(["cardholder", 0], /转入资金/, /moves money|cardholder's balance/),
  "act.merchant_portal_balance": said(["merchant", 0], /商户后台/, /merchant portal/),
  "act.try_other_card": said(
    ["cardholder", 0],
    /换一张卡|换其他银行的卡|持卡人换卡|或换卡/,
    /another card|card of another bank|use another one|uses? another card/,
  ),
  "act.other_channel": said(
    ["merchant", 0],
    /其他收款方式|其他方式收款|换其他付款方式/,
    /another way( to pay|;|\.|,|$)|be taken another way/,
  ),
  "act.move_location": said(
    ["merchant", 0],
    /移到窗边|换个位置|移近路由器/,
    /to a window|to another place|closer to the router/,
  ),
  "act.power_cycle": said(["merchant", 1], /(?<!不要)(重启终端|关机)/, /restart the terminal|switch the terminal off/i),
  "act.re_sign_in": said(["merchant", 1], /重新签到|“签到”/, /sign in again|run the sign-in/i),
  "act.restart_router": said(["merchant", 1], /重启路由器|路由器断电/, /restart the router|switch the router off/i),
  "act.reseat_cable": said(["merchant", 0], /网线两端重新插紧/, /both ends of the network cable/),
  "act.switch_network": said(
    ["merchant", 0],
    /改用(WiFi|移动数据)|切换到|换用不需要网页登录/,
    /use (Wi-Fi|mobile data)|switch to|mobile data/i,
  ),
  "act.test_with_other_sim": said(
    ["merchant vendor", 2],
    /手机卡|大卡|(另一张|其他|别的)的?(SIM|流量卡)/,
    /(phone's|own|another|other|different) SIM/i,
  ),
  "act.replace_sim": said(
    ["acquirer carrier", 1],
    /续流量。|更换SIM卡|更换流量卡|缴费后复机/,
    /top up the data|new SIM card|renew or replace the SIM|unlocked or replaced|settle it/,
  ),
  "act.check_phone_line": said(["merchant", 0], /检查终端后面的电话线/, /telephone cord/),
  "act.check_config": said(
    ["merchant vendor", 1],
    /核对(地址|接入点)|恢复收单机构要求的APN/,
    /port and gateway|APN of your acquirer|right access point/,
  ),
  "act.increase_bandwidth": said(["merchant isp", 0], /提高带宽/, /faster line/),
  "act.check_power": said(
    ["merchant", 0],
    /插座|电源线|适配器|原装电源|接上电源|接着电源/,
    /outlet|power cable|adapter|to power|mains power/,
  ),
  "act.insert_correctly": said(["merchant", 0], /插到底/, /all the way in/),
  "act.insert_not_swipe": said(
    ["merchant", 0],
    /改用插卡或|请插卡或|改用插卡，(或|再读)/,
    /insert or tap|insert the card(, or| so)/i,
  ),
  "act.replace_card": said(["cardholder", 0], /换新卡/, /for a new card/),
  "act.contact_issuer": said(
    ["cardholder", 0],
    /联系发卡行|向发卡行/,
    /(contact|ask|asks|confirm with|by|have|sees to it with) the (card's )?bank|cardholder's bank/,
  ),
  "act.reset_pin": said(["cardholder", 0], /重置密码/, /PIN reset/),
  "act.wait_maintenance": said(
    ["merchant", 0],
    /等维护结束|升级结束后/,
    /until the maintenance is over|upgrade is over/,
  ),
  "act.wait_next_day": said(["cardholder", 0], /次日再用/, /again tomorrow/),
  "act.space_out": said(["cardholder", 0], /隔半小时/, /half an hour/),
  "act.raise_amount": said(["merchant", 0], /合在一起/, /make it one payment/),
  "act.contact_acquirer": said(
    ["merchant", 0],
    /(联系|致电|通知|告诉|请|向|留意|按|交)收单机构/,
    /your acquirer(?! restored)/,
  ),
  "act.contact_isp": said(
    ["merchant", 0],
    /联系(网络|宽带)?服务商|联系电信公司/,
    /(call|ask) your (network|Internet|service) provider|telephone company/i,
  ),
  "act.contact_vendor": said(
    ["vendor", 0],
    /技术支持|售后|送修|送检|换一台终端|使用其他终端|或厂家|联系收单机构检测/,
    /support|service\b(?! provider)|repaired|(use|on) another terminal|have (the terminal|battery and adapter) checked|the vendor|inspected/,
  ),
  "act.update_software": said(
    ["merchant vendor", 2],
    /更新终端软件|“参数下载”/,
    /update the terminal|parameter download/,
  ),
  "act.reinstall_software": said(["vendor", 2], /(?<!不要.*)重装|重新安装/, /\breinstall/i),
  "act.replace_part": said(
    ["vendor", 0],
    /送修|送检|更换电池|更换终端/,
    /repaired|for service|(adapter|the terminal) checked|replaced by service|terminal replaced/,
  ),
  "act.reduce_interference": said(["merchant", 0], /远离/, /away from/),
  "act.follow_manual": said(["merchant", 0], /操作指南|按屏幕提示/, /for the guide|follow the screen/),
  "act.clear_prompts": said(["vendor", 0], /输入校验/, /validate/),
  "act.report_fraud": said(["acquirer", 0], /异常交易|欺诈/, /fraud/i),
  "act.reprint": said(["merchant", 0], /“重打印”/, /REPRINT/),
  "act.reswipe": said(
    ["merchant", 2],
    /再试|重试|重做|再做交易|重新(刷卡|收款|插卡|发起|输入一次|挥卡)|核对.*重新输入|再[插读]一次|再用这张卡，/,
    /try (again|once more)|(charge|insert).* again|repeat|anew|once more|start the payment again|enter (it|them) again|wait at least|try again|tap one card/i,
  ),
  "act.void_same_day": said(["merchant", 2], /当日.*(撤销)/, /void it/),
  "act.refund_form": said(["merchant", 0], /调账申请表/, /adjustment form/),
  "act.claim_form": said(["merchant", 0], /托收请款申请表/, /claim form/),
  "act.call_reconcile": said(["merchant", 0], /次日与银行对账/, /reconciled with the bank/),
  "act.replace_keys": said(["acquirer", 1], /更换密钥|灌装主密钥/, /keys changed|key loaded/),
  "act.sign_one_slip": said(["cardholder", 0], /只签一张/, /one slip only/),
  "act.stay_calm_stepwise": said(["merchant", 0], /一步一步/, /step by step/),
};
