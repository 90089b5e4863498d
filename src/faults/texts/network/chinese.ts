/** Texts in simplified Chinese for faults of the way to the host, of the host itself, and of what its answers say. */
import type { FaultTexts } from "../../../model/text.ts";

const lookUpFirst = "没看到结果的交易不要重刷，请先查询交易结果。";
const notTheTerminal = "不要重启终端，问题不在终端。";

export const networkChinese: FaultTexts = {
  "lan.cable_loose": {
    name: "网线松动",
    say: "网线松了或断了。",
    do: ["请把网线两端重新插紧，听到“咔嗒”声为止。", "仍然不行请换一根网线。"],
    doNot: [],
  },
  "lan.router_fault": {
    name: "路由器无响应",
    say: "终端已接入网络，但店里的路由器没有响应。",
    do: ["请把路由器断电十秒后重新开机。", "在此之前可改用移动数据。"],
    doNot: [],
  },
  "lan.dhcp_failed": {
    name: "获取不到IP地址",
    say: "终端从路由器获取不到网络地址。",
    do: ["请重启路由器。", "仍然不行请找管理网络的人检查路由器的地址池。"],
    doNot: ["不要随意填写IP地址。"],
  },
  "lan.captive_portal": {
    name: "WiFi需要网页认证",
    say: "这个网络要先在网页上登录才能上网。",
    do: ["请换用不需要网页登录的网络，或改用移动数据。"],
    doNot: [],
  },
  "wifi.weak": {
    name: "WiFi信号弱",
    say: "这里的WiFi信号太弱。",
    do: ["请把终端移近路由器，或改用移动数据。"],
    doNot: [lookUpFirst],
  },
  "wifi.auth_failed": {
    name: "WiFi密码错误",
    say: "WiFi不接受终端里的密码。",
    do: ["请重新输入WiFi密码。"],
    doNot: [],
  },
  "line.pstn_fault": {
    name: "电话线故障",
    say: "电话线不通。",
    do: ["请检查终端后面的电话线是否插好。", "用电话机试一下线路，不通请联系电信公司。"],
    doNot: [],
  },
  "line.busy": {
    name: "电话线占用",
    say: "电话线正被占用。",
    do: ["请挂好同一条线上的电话，再重试。"],
    doNot: [],
  },
  "net.down": {
    name: "网络中断",
    say: "终端没有可用的网络。",
    do: ["请切换到WiFi或移动数据。", "仍然不行请重启终端一次。"],
    doNot: ["有交易或冲正正在进行时不要重启。"],
  },
  "net.unstable": {
    name: "网络不稳定",
    say: "这里的网络不稳定，数据时有丢失。",
    do: ["请切换到其他网络（移动数据或WiFi）后再试。"],
    doNot: [lookUpFirst],
  },
  "net.bandwidth_low": {
    name: "网速过慢",
    say: "网速太慢，线路被其他用途占满了。",
    do: ["请停止同一网络上的下载和视频，或改用移动数据。"],
    doNot: [lookUpFirst],
  },
  "net.config_wrong": {
    name: "网络配置错误",
    say: "网络设置被改过，按新设置连不上支付主机。",
    do: ["请联系技术支持核对地址、端口和网关，并重新下载参数。"],
    doNot: ["不要再自行试改设置。"],
  },
  "net.dns_failed": {
    name: "域名解析失败",
    say: "网络是通的，但查不到支付主机的地址。",
    do: ["请切换到其他网络（移动数据或WiFi）。", "仍然不行请联系网络服务商。"],
    doNot: [],
  },
  "net.isp_outage": {
    name: "宽带故障",
    say: "路由器正常，但外网全都不通，是宽带服务商的故障。",
    do: ["请改用移动数据，并联系宽带服务商。"],
    doNot: [notTheTerminal],
  },
  "net.policy_change": {
    name: "网络政策变化",
    say: "网络规则有变（已有公告），交易被拦下了。",
    do: ["请联系收单机构，按公告要求修改设置。"],
    doNot: ["不要自行修改网络设置。"],
  },
  "net.firewall_blocked": {
    name: "被本地网络拦截",
    say: "这个网络能上网，但拦住了支付主机。",
    do: ["请改用移动数据。", "请找管理路由器的人放行支付主机的地址和端口。"],
    doNot: [notTheTerminal],
  },
  "host.down": {
    name: "支付平台故障",
    say: "您的网络正常，是支付公司的系统暂时连不上。",
    do: ["请等几分钟再试，或改用其他收款方式。", "一直不恢复请联系收单机构。"],
    doNot: [notTheTerminal],
  },
  "host.maintenance": {
    name: "支付系统维护",
    say: "支付公司的系统正在按公告维护。",
    do: ["请等维护结束，或改用其他收款方式。"],
    doNot: ["不要反复重试。"],
  },
  "host.upgrade": {
    name: "支付系统升级",
    say: "支付公司的系统正在升级。",
    do: ["请先用其他方式收款，升级结束后重新签到并下载参数。"],
    doNot: ["不要反复重试。"],
  },
  "host.congested": {
    name: "支付系统繁忙",
    say: "现在交易太多，支付公司的系统应答很慢。",
    do: ["请耐心等应答；没有结果时先查询交易，过几分钟再试。"],
    doNot: [lookUpFirst],
  },
  "host.timeout": {
    name: "支付主机无应答",
    say: "交易已发出，但支付公司的系统没有应答。",
    do: ["请先查询交易结果，再决定是否重做。"],
    doNot: ["结果未明之前不要重复刷卡。", "不要关机。"],
  },
  "host.tls_failed": {
    name: "安全连接失败",
    say: "支付主机在线，但建立不了安全连接。",
    do: ["请联系收单机构检查主机或终端的证书。"],
    doNot: [notTheTerminal],
  },
  "host.cert_expired": {
    name: "证书过期",
    say: "支付主机的证书过期了，终端时间是对的。",
    do: ["请联系收单机构更新证书。", "在此之前改用其他收款方式。"],
    doNot: ["不要把终端时间往回调。", notTheTerminal],
  },
  "host.cutover": {
    name: "系统日切",
    say: "支付系统正在日切。",
    do: ["请等几分钟再试。"],
    doNot: [],
  },
  "switch.malfunction": {
    name: "交换中心异常",
    say: "银行间的交换系统异常，换卡也一样。",
    do: ["请等十分钟再试，或改用其他收款方式。", "一直不恢复请联系收单机构。"],
    doNot: [notTheTerminal],
  },
  "issuer.unreachable": {
    name: "发卡行无应答",
    say: "这张卡的银行没有应答。",
    do: ["请换其他银行的卡，或稍后再试。"],
    doNot: [],
  },
  "issuer.maintenance": {
    name: "发卡行系统维护",
    say: "这张卡的银行正在维护，其他银行的卡可用。",
    do: ["请换其他银行的卡。"],
    doNot: [notTheTerminal],
  },
  "device.clock_wrong": {
    name: "终端时间错误",
    say: "终端的日期或时间不对，有效的证书被当成无效。",
    do: ["请打开自动日期和时间，或重新签到校时。"],
    doNot: [],
  },
  "key.expired": {
    name: "密钥过期",
    say: "终端很久没有签到，密钥已过期。",
    do: ["请重新签到。", "签到被拒请联系收单机构。"],
    doNot: [],
  },
  "key.mac_error": {
    name: "MAC校验错",
    say: "终端与主机的密钥不一致，报文校验不通过。",
    do: ["请重新签到。", "仍然出错请联系收单机构核对主密钥。"],
    doNot: [],
  },
  "key.pin_format_error": {
    name: "PIN密钥不一致",
    say: "主机无法识别密码，终端的PIN密钥不对。",
    do: ["请重新签到后再做交易。"],
    doNot: ["签到之前不要让持卡人再输密码。"],
  },
  "key.not_injected": {
    name: "主密钥缺失",
    say: "终端没有主密钥。",
    do: ["请联系收单机构灌装主密钥，期间请使用其他终端。"],
    doNot: [],
  },
  "session.signin_required": {
    name: "需要重新签到",
    say: "主机要求终端重新签到。",
    do: ["请执行“签到”，然后重做交易。"],
    doNot: [],
  },
  "session.batch_mismatch": {
    name: "批次号不一致",
    say: "终端的批次号与主机不一致。",
    do: ["请执行“签到”，同步批次号。"],
    doNot: [],
  },
  "session.settlement_required": {
    name: "需要结算",
    say: "终端的批次已满，要先结算。",
    do: ["请执行“结算”，然后继续。"],
    doNot: [],
  },
  "session.state_mismatch": {
    name: "终端与主机状态不符",
    say: "主机的记录与终端的请求对不上。",
    do: ["请重新签到；撤销或退货请核对原交易日期。"],
    doNot: [],
  },
};
