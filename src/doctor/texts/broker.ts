/** Texts of the way to the broker, rung by rung, and of certificates. */
import { both, type CheckText, fail, ok, type Said, skipped, warn } from "../text.ts";

const why = both(
  "Without the broker support hears nothing; reports wait on the terminal.",
  "连不上服务器，技术支持就收不到任何信息；报告只能在终端上等待。",
);
/** The rung below gave way. */
const unreached = () => skipped(["not tried, because the step before failed"], ["未检查，因为上一步失败"]);
const offline = () => skipped(["not tried (--offline)"], ["未检查（--offline）"]);

export const brokerName = () =>
  ({
    title: both("broker's name", "服务器域名"),
    why,
    said: {
      ok: ok(["{host} is {address}, {ms} ms"], ["{host} 解析为 {address}，{ms} 毫秒"]),
      address: ok(["{host} is an address"], ["{host} 本身就是地址"]),
      offline: offline(),
      unknown: fail(
        ["no name server knows {host} ({code})", "Correct uplink.url, or let the name server know the name."],
        ["域名服务器没有 {host} 的记录（{code}）", "请改正 uplink.url，或在域名服务器上添加该域名。"],
      ),
      no_server: fail(
        [
          "no name server answers about {host} ({code})",
          "Look at /etc/resolv.conf and at the network: ping the server named there.",
        ],
        ["查询 {host} 时域名服务器没有应答（{code}）", "请检查 /etc/resolv.conf 和网络：ping 其中的服务器。"],
      ),
    },
  }) satisfies CheckText;

export const brokerTcp = () =>
  ({
    title: both("broker's port", "服务器端口"),
    why,
    said: {
      ok: ok(["{host} port {port} takes connections, {ms} ms"], ["{host} 端口 {port} 可连接，{ms} 毫秒"]),
      offline: offline(),
      unreached: unreached(),
      refused: fail(
        ["{host} refuses port {port}", "Start the broker, or correct the port in uplink.url."],
        ["{host} 拒绝端口 {port} 的连接", "请启动服务器，或改正 uplink.url 中的端口。"],
      ),
      no_answer: fail(
        ["{host} port {port} does not answer", "Let the firewall and the SIM's APN pass port {port} to this host."],
        ["{host} 端口 {port} 没有应答", "请让防火墙和 SIM 卡的 APN 放行到该主机端口 {port} 的连接。"],
      ),
      no_way: fail(
        ["there is no way to {host} ({code})", "Look at the network: ip route shows whether there is a default route."],
        ["没有到 {host} 的路由（{code}）", "请检查网络：ip route 可查看是否有默认路由。"],
      ),
    },
  }) satisfies CheckText;

const strangeCertificates = (): Readonly<
  Record<"untrusted" | "wrong_name" | "expired" | "early" | "ending", Said>
> => ({
  untrusted: fail(
    [
      "the broker's certificate is of an authority that is not trusted here: {issuer} ({code})",
      "Put that authority's certificate into uplink.tls.ca_file.",
    ],
    ["服务器证书的签发机构不受本机信任：{issuer}（{code}）", "请把该机构的证书放入 uplink.tls.ca_file。"],
  ),
  wrong_name: fail(
    [
      "the broker's certificate is not for {host}",
      "Let the broker have a certificate with this name, or correct uplink.url.",
    ],
    ["服务器证书不是签给 {host} 的", "请为服务器签发含此域名的证书，或改正 uplink.url。"],
  ),
  expired: fail(
    [
      "a certificate of the broker has expired: {days} days left by this clock",
      "Renew it at the broker, if the clock here is right.",
    ],
    ["服务器证书已过期：按本机时钟剩余 {days} 天", "如果本机时钟正确，请在服务器上更新证书。"],
  ),
  early: fail(
    ["the broker's certificate is not valid yet by this clock", "Set the clock."],
    ["按本机时钟，服务器证书尚未生效", "请校正时钟。"],
  ),
  ending: warn(
    ["{protocol}; a certificate of the broker ends in {days} days", "Renew it at the broker."],
    ["{protocol}；服务器证书将在 {days} 天后到期", "请在服务器上更新证书。"],
  ),
});

export const brokerTls = () =>
  ({
    title: both("broker's TLS", "服务器 TLS"),
    why,
    said: {
      ok: ok(
        ["{protocol}, the broker's certificates are good for {days} more days"],
        ["{protocol}，服务器证书剩余 {days} 天"],
      ),
      plain: warn(
        [
          "uplink.url says mqtt://: reports and password go unencrypted",
          "Use mqtts://, unless the way is a private line.",
        ],
        ["uplink.url 为 mqtt://：报告和密码未加密传输", "除非使用专线，请改用 mqtts://。"],
      ),
      offline: offline(),
      unreached: unreached(),
      ...strangeCertificates(),
      refused_us: fail(
        [
          "the broker does not accept this terminal's certificate ({code})",
          "Have a certificate issued anew for this terminal, or the broker's list of revoked ones corrected.",
        ],
        ["服务器不接受本终端的证书（{code}）", "请为本终端重新签发证书，或更正服务器的吊销列表。"],
      ),
      files: fail(
        ["certificate or key cannot be used ({code})", "posdiag config check tells which file it is."],
        ["证书或密钥无法使用（{code}）", "posdiag config check 会指出是哪个文件。"],
      ),
      unseen: skipped(
        ["not tried: this user may not read the terminal's key", "Run posdiag doctor as root."],
        ["未检查：当前用户无权读取终端密钥", "请以 root 身份运行 posdiag doctor。"],
      ),
      failed: fail(
        [
          "the handshake fails ({code})",
          "Look whether port {port} of {host} speaks TLS, and what the broker's log says.",
        ],
        ["握手失败（{code}）", "请确认 {host} 端口 {port} 使用 TLS，并查看服务器日志。"],
      ),
    },
  }) satisfies CheckText;

const brokerRefusals = (): Readonly<
  Record<"authentication" | "quota" | "moved" | "protocol" | "closed" | "network", Said>
> => ({
  authentication: fail(
    [
      "the broker does not let this terminal in ({code})",
      "Let the broker know this terminal's name, password or certificate; its log says which is wrong.",
    ],
    ["服务器拒绝本终端登录（{code}）", "请在服务器上登记本终端的名称、密码或证书；服务器日志会说明哪一项不对。"],
  ),
  quota: fail(
    ["the broker is full ({code})", "Raise the broker's limit of connections."],
    ["服务器已满（{code}）", "请提高服务器的连接数上限。"],
  ),
  moved: warn(
    ["the broker sends this terminal to another server ({code})", "Put the new server into uplink.url."],
    ["服务器要求改用另一台服务器（{code}）", "请把新服务器填入 uplink.url。"],
  ),
  protocol: fail(
    ["the broker does not speak MQTT {protocol} ({code})", "Set uplink.protocol to auto."],
    ["服务器不支持 MQTT {protocol}（{code}）", "请把 uplink.protocol 设为 auto。"],
  ),
  closed: fail(
    [
      "the broker ends the connection without a reason ({code})",
      "Look at the broker's log; it may speak something else than MQTT.",
    ],
    ["服务器未说明原因就断开连接（{code}）", "请查看服务器日志；该端口可能不是 MQTT。"],
  ),
  network: fail(
    [
      "the connection breaks before the broker has answered ({code})",
      "Try again; if it lasts, look at the broker's log.",
    ],
    ["服务器应答之前连接中断（{code}）", "请重试；若仍如此，请查看服务器日志。"],
  ),
});

export const brokerSession = () =>
  ({
    title: both("broker's answer", "服务器登录"),
    why,
    said: {
      ok: ok(
        ["MQTT {protocol} as a client of its own, accepted in {ms} ms"],
        ["以独立客户端经 MQTT {protocol} 登录成功，{ms} 毫秒"],
      ),
      agent: ok(
        ["the agent is connected for {since_s}, {sent} reports sent, {pending} waiting"],
        ["代理程序已连接 {since_s}，已发 {sent} 份报告，{pending} 份等待"],
      ),
      agent_rests: ok(
        ["the agent rests until the next day, to spare data ({pending} reports wait)"],
        ["代理程序为节省流量休眠至次日（{pending} 份报告等待）"],
      ),
      agent_away: fail(
        [
          "the agent is not connected for {since_s} ({error}), {pending} reports wait",
          "docs/broker.md tells by the word in brackets what to do.",
        ],
        ["代理程序已断开 {since_s}（{error}），{pending} 份报告等待", "请按括号中的词查阅 docs/broker.md。"],
      ),
      left_alone: skipped(
        ["not tried, because an agent may be connected and would be put out", "See the check of the agent."],
        ["未检查，因为可能把正在连接的代理程序挤下线", "请看“代理程序”一项。"],
      ),
      module: skipped(
        [
          "not tried: the key is in a security module, where a wrong PIN counts",
          "Start the agent; posdiag status says whether it is let in.",
        ],
        ["未检查：密钥在安全模块中，PIN 试错次数有限", "请启动代理程序，用 posdiag status 查看是否登录成功。"],
      ),
      offline: offline(),
      unreached: unreached(),
      ...brokerRefusals(),
    },
  }) satisfies CheckText;
