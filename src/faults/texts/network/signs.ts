/** What observations of the way to the host, the host and its answers say in words. */
import { type SignTexts, sign } from "../sign.ts";

export const networkSigns: SignTexts = {
  carrier_down: {
    en: sign("network cable without link", "network cable linked"),
    "zh-CN": sign("网线无连接", "网线已连接"),
  },
  link_down_together: {
    en: sign("cables dead in the whole shop", "the other cables are alive"),
    "zh-CN": sign("全店网线同时断", "其他设备网线正常"),
  },
  link_flapping: {
    en: sign("cable link comes and goes", "cable link steady"),
    "zh-CN": sign("网线时断时续", "网线连接稳定"),
  },
  wifi_down: { en: sign("not joined to the Wi-Fi", "joined to the Wi-Fi"), "zh-CN": sign("未连上WiFi", "已连上WiFi") },
  wifi_weak: { en: sign("Wi-Fi signal weak", "Wi-Fi signal good"), "zh-CN": sign("WiFi信号弱", "WiFi信号良好") },
  wifi_refused: {
    en: sign("Wi-Fi refuses the password", "Wi-Fi takes the password"),
    "zh-CN": sign("WiFi认证失败", "WiFi认证通过"),
  },
  address_missing: { en: sign("no network address", "has a network address"), "zh-CN": sign("无IP地址", "有IP地址") },
  dhcp_silent: {
    en: sign("no address offered by the router", "address obtained from the router"),
    "zh-CN": sign("路由器未分配地址", "路由器已分配地址"),
  },
  route_missing: { en: sign("no route leads out", "a route leads out"), "zh-CN": sign("无默认路由", "有默认路由") },
  no_interface: {
    en: sign("no network interface is usable", "a network interface is usable"),
    "zh-CN": sign("没有可用网口", "有可用网口"),
  },
  gateway_silent: {
    en: sign("router does not answer", "router answers"),
    "zh-CN": sign("路由器无应答", "路由器有应答"),
  },
  gateway_unresolved: {
    en: sign("router not found on the network", "router found on the network"),
    "zh-CN": sign("网段内找不到路由器", "网段内有路由器"),
  },
  gateway_loss: {
    en: sign("packets lost on the way to the router", "no packets lost on the way to the router"),
    "zh-CN": sign("到路由器丢包", "到路由器不丢包"),
  },
  neighbours_fail: {
    en: sign("other devices in the shop fail too", "other devices in the shop work"),
    "zh-CN": sign("店内其他设备也上不了网", "店内其他设备正常"),
  },
  line_dead: { en: sign("telephone line dead", "telephone line alive"), "zh-CN": sign("电话线无信号", "电话线正常") },
  line_busy: { en: sign("telephone line in use", "telephone line free"), "zh-CN": sign("电话线占用", "电话线空闲") },
  dns_failed: { en: sign("name lookup fails", "name lookup works"), "zh-CN": sign("域名解析失败", "域名解析正常") },
  dns_alt_failed: {
    en: sign("another name server fails too", "another name server answers"),
    "zh-CN": sign("备用DNS也失败", "备用DNS正常"),
  },
  dns_failed_alone: {
    en: sign("only the own name server fails", "no name server fails alone"),
    "zh-CN": sign("仅本机DNS失败", "无单独DNS失败"),
  },
  dns_disagrees: {
    en: sign("name leads to a wrong address", "name leads to a known address"),
    "zh-CN": sign("域名指向错误地址", "域名指向正确地址"),
  },
  portal_seen: {
    en: sign("a login page answers for the Internet", "no login page in the way"),
    "zh-CN": sign("被转到登录网页", "没有登录网页"),
  },
  portal_told: {
    en: sign("the system reports a login page", "the system reports no login page"),
    "zh-CN": sign("系统提示需网页登录", "系统未提示网页登录"),
  },
  reference_failed: {
    en: sign("independent host unreachable", "independent host reachable"),
    "zh-CN": sign("对照主机不可达", "对照主机可达"),
  },
  nothing_received: {
    en: sign("no byte received", "bytes are received"),
    "zh-CN": sign("收不到任何数据", "能收到数据"),
  },
  packets_lost: { en: sign("packets get lost", "packets arrive"), "zh-CN": sign("丢包", "不丢包") },
  segments_lost: {
    en: sign("much has to be sent again", "little has to be sent again"),
    "zh-CN": sign("重传多", "重传少"),
  },
  round_trip_long: {
    en: sign("round trip takes long", "round trip is short"),
    "zh-CN": sign("往返时延大", "往返时延正常"),
  },
  connect_slow: {
    en: sign("connections take long", "connections are quick"),
    "zh-CN": sign("连接缓慢", "连接及时"),
  },
  throughput_low: {
    en: sign("line at its slow limit", "line fast enough"),
    "zh-CN": sign("线路速率低", "线路速率正常"),
  },
  host_tcp_failed: {
    en: sign("payment host does not accept connections", "payment host accepts connections"),
    "zh-CN": sign("支付主机连不上", "支付主机能连上"),
  },
  host_tcp_refused: {
    en: sign("payment host refuses connections", "payment host does not refuse"),
    "zh-CN": sign("支付主机拒绝连接", "支付主机未拒绝连接"),
  },
  host_alt_failed: {
    en: sign("second address of the host fails too", "second address of the host answers"),
    "zh-CN": sign("主机备用地址也连不上", "主机备用地址能连上"),
  },
  other_way_failed: {
    en: sign("host unreachable by another network too", "host reachable by another network"),
    "zh-CN": sign("换网络也连不上主机", "换网络能连上主机"),
  },
  host_ping_failed: {
    en: sign("host does not answer an echo", "host answers an echo"),
    "zh-CN": sign("主机ping不通", "主机ping得通"),
  },
  config_changed: {
    en: sign("network settings changed lately", "network settings unchanged"),
    "zh-CN": sign("网络设置近期改动", "网络设置未变"),
  },
  config_unproved: {
    en: sign("host never reached with these settings", "host was reached with these settings"),
    "zh-CN": sign("按现设置从未连上主机", "按现设置曾连上主机"),
  },
  address_fixed: {
    en: sign("network address typed in by hand", "network address given by the router"),
    "zh-CN": sign("IP地址为手工设置", "IP地址由路由器分配"),
  },
  data_stalls: {
    en: sign("the system sees that data stalls", "the system sees data flow"),
    "zh-CN": sign("系统检测到数据停滞", "系统检测数据正常"),
  },
  name_unknown: {
    en: sign("no name server knows the host's name", "a name server knows the host's name"),
    "zh-CN": sign("各DNS均无此域名", "DNS有此域名"),
  },
  via_proxy: {
    en: sign("goes through a proxy or VPN", "goes through no proxy or VPN"),
    "zh-CN": sign("经代理或VPN上网", "未使用代理或VPN"),
  },
  reach_opened: {
    en: sign("out of the private network, on the open Internet", "on the same side of the private network as before"),
    "zh-CN": sign("已脱离专网进入公网", "网络范围未变"),
  },
  reach_closed: {
    en: sign("the open Internet is closed since", "the open Internet is as reachable as before"),
    "zh-CN": sign("公网访问已被关闭", "公网访问未变"),
  },
  all_ways_down: {
    en: sign("every way out is down at once", "a way out is up"),
    "zh-CN": sign("所有上网方式同时中断", "至少一种上网方式正常"),
  },
  carrier_stands_out: {
    en: sign("terminals of this carrier fail, others work", "this carrier fails no more than others"),
    "zh-CN": sign("仅本运营商终端大量失败", "本运营商与其他无异"),
  },
  region_fails: {
    en: sign("many terminals in the region fail", "terminals in the region work"),
    "zh-CN": sign("本地区大量终端失败", "本地区终端正常"),
  },
  policy_noticed: {
    en: sign("new network rules announced", "no new network rules announced"),
    "zh-CN": sign("有网络政策公告", "无网络政策公告"),
  },
};
