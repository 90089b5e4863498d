/** The simulated modem behind a real device file: it is read, its card is pulled, and the merchant is told. */
import { signalOf, statusThat } from "../agent-state.ts";
import { configure } from "../configuration.ts";
import { modemPorts } from "../machine/machine.ts";
import { done, eventually, must, type Stage, type Step, type VmStep } from "../step.ts";

/** What the integrator writes into the file, beside the port. The broker is out of reach until the network is there. */
export const ownSettings = (brokerPort: number) => ({
  "terminal.serial": "SN-0081",
  "uplink.url": `mqtt://10.0.2.2:${brokerPort}`,
  "merchant.language": "zh-CN",
});

export async function modemIsRead(stage: Stage, manufacturer: string): Promise<string> {
  const { value, seconds } = await statusThat(stage, {
    what: `a ${manufacturer} modem with a card that is ready`,
    fits: (status) => status.modem.identity.manufacturer === manufacturer && signalOf(status, "sim.state") === "ready",
  });
  const { identity, profile } = value.modem;
  return `${identity.manufacturer} ${identity.model}, profile ${profile}, card ready, after ${seconds.toFixed(1)} s`;
}

export const uartModem: VmStep = {
  id: "modem_uart",
  title: "under the unit as it is, the agent reads the modem on the board's UART",
  vital: true,
  run: async (stage) => {
    await configure(stage, { "modem.port": modemPorts.uart, ...ownSettings(stage.simulator.brokerPort) });
    await done(stage, "systemctl restart posdiag");
    return modemIsRead(stage, "Quectel");
  },
};

/** The sentence of `sim.absent` that both languages must contain. */
const told = { en: /SIM/, "zh-CN": /SIM 卡|SIM卡/ } as const;

async function verdictIn(stage: Stage, lang: keyof typeof told): Promise<string> {
  const script = `posdiag diagnose --lang ${lang} --json`;
  const { value } = await eventually(stage, {
    what: "the verdict sim.absent",
    script,
    read: ({ output }) => {
      const line = output.split("\n").find((one) => one.startsWith('{"'));
      const [first] = line === undefined ? [] : JSON.parse(line).verdicts;
      return first?.fault === "sim.absent" ? String(first.say) : undefined;
    },
  });
  must(told[lang].test(value), `in ${lang} it says: ${value}`);
  const text = await done(stage, `posdiag diagnose --lang ${lang}`);
  must(text.includes(value), `the text for people does not say it:\n${text}`);
  return value;
}

export const simPulled: Step = {
  id: "sim_absent",
  title: "the card is pulled: posdiag diagnose names it in English and Chinese, and all is well when it is back",
  run: async (stage) => {
    await stage.simulator.setSim("absent");
    const [english, chinese] = [await verdictIn(stage, "en"), await verdictIn(stage, "zh-CN")];
    await stage.simulator.setSim("ready");
    const { seconds } = await statusThat(stage, {
      what: "no open case of sim.absent",
      fits: (status) =>
        signalOf(status, "sim.state") === "ready" && !status.cases.some(({ fault }) => fault === "sim.absent"),
    });
    return `${english} / ${chinese} Closed ${seconds.toFixed(1)} s after the card was back`;
  },
};

export const usbModem: VmStep = {
  id: "modem_usb",
  title: "a modem on USB is read when it is plugged in, missed when it is pulled out, and read again, by one agent",
  run: async (stage) => {
    await configure(stage, { "modem.port": modemPorts.usb });
    await done(stage, "systemctl restart posdiag");
    const missing = {
      what: "a missing port",
      fits: (status: { modem: { port: string } }) => status.modem.port === "missing",
    };
    await statusThat(stage, missing);
    await stage.machine.plugModem();
    const first = await modemIsRead(stage, "Fibocom Wireless Inc.");
    await stage.machine.unplugModem();
    await statusThat(stage, missing);
    await stage.machine.plugModem();
    const again = await modemIsRead(stage, "Fibocom Wireless Inc.");
    await stage.machine.unplugModem();
    const restarts = await done(stage, "systemctl show posdiag -p NRestarts --value");
    must(restarts === "0", `the agent was restarted ${restarts} times`);
    await configure(stage, { "modem.port": modemPorts.uart });
    await done(stage, "systemctl restart posdiag");
    return `${first}; again ${again}`;
  },
};
