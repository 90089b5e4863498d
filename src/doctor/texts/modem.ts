/** Texts of the modem's port. */
import { both, type CheckText, fail, ok, type Said, skipped, warn } from "../text.ts";

const portTrouble = (): Readonly<Record<"busy" | "denied" | "denied_us" | "gone" | "silent" | "failed", Said>> => ({
  busy: fail(
    ["another program has it: {detail}", "Stop that program, or give posdiag the modem's second AT port."],
    ["被其他程序占用：{detail}", "请停止该程序，或让 posdiag 使用调制解调器的第二个 AT 口。"],
  ),
  denied: fail(
    ["no permission: {detail}", "Add the agent's user to the group of the device."],
    ["没有权限：{detail}", "请把代理程序的用户加入该设备所属的组。"],
  ),
  denied_us: skipped(
    ["this user may not open it", "Run posdiag doctor as root, or as the agent's user."],
    ["当前用户无权打开", "请以 root 或代理程序的用户身份运行 posdiag doctor。"],
  ),
  gone: fail(
    ["not there: {detail}", "Look with lsusb whether the modem has power; modem.port auto finds it under any name."],
    ["不存在：{detail}", "请用 lsusb 查看调制解调器是否通电；modem.port 设为 auto 可自动查找。"],
  ),
  silent: fail(
    ["nothing answers AT: {detail}", "posdiag modem probe auto tries its other ports."],
    ["对 AT 命令没有应答：{detail}", "可用 posdiag modem probe auto 尝试其他端口。"],
  ),
  failed: fail(
    ["it cannot be opened: {detail}", "Look with dmesg what the driver says."],
    ["无法打开：{detail}", "请用 dmesg 查看驱动的报告。"],
  ),
});

export const port = () =>
  ({
    title: both("modem port", "调制解调器串口"),
    why: both(
      "Without the port the agent is blind for SIM, signal and network.",
      "打不开串口，代理程序就看不到 SIM 卡、信号和网络的状态。",
    ),
    said: {
      ok: ok(["{port} answers: {modem}"], ["{port} 有应答：{modem}"]),
      agent: ok(["the agent holds {port}, and it answers: {modem}"], ["代理程序占用 {port}，有应答：{modem}"]),
      unused: skipped(["no serial port is used (modem.source {source})"], ["不使用串口（modem.source 为 {source}）"]),
      left_alone: skipped(
        ["not opened, because an agent may hold it", "See the check of the agent."],
        ["未打开，因为可能正被代理程序占用", "请看“代理程序”一项。"],
      ),
      agent_fails: fail(
        ["the agent cannot use it ({state}): {detail}", "Do what the agent says; posdiag status repeats it."],
        ["代理程序无法使用它（{state}）：{detail}", "请按代理程序的提示处理；posdiag status 会再次显示。"],
      ),
      agent_silent: fail(
        [
          "the agent holds the port, and the modem does not answer",
          "Switch the modem off and on; posdiag diagnose says more.",
        ],
        ["代理程序已打开串口，但调制解调器没有应答", "请给调制解调器断电重启；posdiag diagnose 有更多说明。"],
      ),
      ...portTrouble(),
    },
  }) satisfies CheckText;

export const rivals = () =>
  ({
    title: both("other programs", "其他程序"),
    why: both("Two programs on one port read each other's answers.", "两个程序使用同一串口，会互相读走对方的应答。"),
    said: {
      ok: ok(["no other program that takes modems runs"], ["没有其他使用调制解调器的程序在运行"]),
      unused: skipped(["no serial port is used"], ["不使用串口"]),
      told_off: ok(
        ["{program} runs, and is told to leave {port} alone"],
        ["{program} 在运行，但已被告知不使用 {port}"],
      ),
      runs: warn(
        [
          "{program} (pid {pid}) runs, and nothing tells it to leave {port} alone",
          "Stop it, or mark the port with ID_MM_PORT_IGNORE, as deploy/70-posdiag-modem.rules does.",
        ],
        [
          "{program}（pid {pid}）在运行，且没有设置让它不使用 {port}",
          "请停止它，或像 deploy/70-posdiag-modem.rules 那样用 ID_MM_PORT_IGNORE 标记该端口。",
        ],
      ),
      holds: fail(
        ["{program} (pid {pid}) has {port} open", "Stop it, or give posdiag the modem's second AT port."],
        ["{program}（pid {pid}）已打开 {port}", "请停止它，或让 posdiag 使用调制解调器的第二个 AT 口。"],
      ),
    },
  }) satisfies CheckText;
