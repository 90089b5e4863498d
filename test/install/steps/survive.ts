/** What happens to an agent in the field: it is killed, it hangs, it is misconfigured, the machine restarts or loses power. */
import { statusThat, type UnitState, unitState, unitThat } from "../agent-state.ts";
import { changed, readConfiguration, writeConfiguration } from "../configuration.ts";
import { done, must, type Stage, type VmStep } from "../step.ts";

const isUp = (unit: UnitState) => unit["ActiveState"] === "active" && unit["MainPID"] !== "0";

function untilAnother(stage: Stage, pid: string | undefined) {
  const fits = (unit: UnitState) => isUp(unit) && unit["MainPID"] !== pid;
  return unitThat(stage, { what: "another process of the agent", fits });
}

export const killed: VmStep = {
  id: "killed",
  title: "the agent is killed: systemd starts it again",
  run: async (stage) => {
    const { MainPID } = await unitState(stage);
    await done(stage, `kill -9 ${MainPID}`);
    const { seconds } = await untilAnother(stage, MainPID);
    await statusThat(stage, { what: "an answer", fits: () => true });
    return `ready again after ${seconds.toFixed(1)} s`;
  },
};

/** Stopped, not ended: nothing but the watchdog sees it. The unit's own patience counts. */
export const hangs: VmStep = {
  id: "hangs",
  title: "the agent hangs: the watchdog ends it, and it is started again",
  run: async (stage) => {
    const { MainPID, WatchdogUSec } = await unitState(stage);
    await done(stage, `kill -STOP ${MainPID}`);
    const { seconds } = await untilAnother(stage, MainPID);
    const journal = await done(stage, "journalctl -b -u posdiag -o cat --no-pager -n 50");
    must(/watchdog timeout/i.test(journal), `the journal does not speak of the watchdog:\n${journal}`);
    await statusThat(stage, { what: "an answer", fits: () => true });
    return `watchdog ${WatchdogUSec}: ready again ${seconds.toFixed(0)} s after it had stopped`;
  },
};

export const misconfigured: VmStep = {
  id: "misconfigured",
  title: "a wrong configuration: exit 78, the journal names the key, no restart; put right, it runs",
  run: async (stage) => {
    const text = await readConfiguration(stage);
    await writeConfiguration(stage, changed(text, { "modem.baud": "fast" }));
    await stage.machine.run("systemctl restart posdiag");
    // Where systemd would start it again, its state were "activating" and "auto-restart".
    const { value } = await unitThat(stage, {
      what: "a failed unit",
      fits: (unit) => unit["ActiveState"] === "failed",
    });
    const journal = await done(stage, "journalctl -b -u posdiag -o cat --no-pager -n 20");
    await writeConfiguration(stage, text);
    await done(stage, "systemctl start posdiag");
    must(value["ExecMainStatus"] === "78", `it ended with ${value["ExecMainStatus"]}`);
    must(value["NRestarts"] === "0", `it was restarted ${value["NRestarts"]} times`);
    const line = journal.split("\n").find((one) => one.includes("modem.baud"));
    must(line !== undefined, `the journal does not name modem.baud:\n${journal}`);
    return line;
  },
};

/** Records that wait; at least one, or nothing could be lost. */
async function waiting(stage: Stage): Promise<number> {
  const { value } = await statusThat(stage, { what: "records that wait", fits: ({ outbox }) => outbox.pending > 0 });
  return value.outbox.pending;
}

async function outlives(stage: Stage, before: number): Promise<string> {
  const { seconds } = await unitThat(stage, { what: "the agent, started by the machine", fits: isUp });
  const { value } = await statusThat(stage, { what: "an answer", fits: () => true });
  const { pending, lost, dropped } = value.outbox;
  must(pending >= before && lost === 0 && dropped === 0, `${before} before, now ${JSON.stringify(value.outbox)}`);
  return `up ${seconds.toFixed(1)} s after the machine; ${before} records waited, now ${pending}, none lost`;
}

export const reboots: VmStep = {
  id: "reboot",
  title: "the machine restarts: the agent comes back by itself, with all its records",
  run: async (stage) => {
    const before = await waiting(stage);
    await stage.machine.reboot();
    return outlives(stage, before);
  },
};

export const powerCut: VmStep = {
  id: "power_cut",
  title: "the plug is pulled: the agent comes back by itself, with all its records",
  run: async (stage) => {
    const before = await waiting(stage);
    await stage.machine.cutPower();
    return outlives(stage, before);
  },
};

/** systemd-networkd with the address that QEMU gives. */
const network = `
mkdir -p /run/systemd/network
printf '[Match]\\nType=ether\\n[Network]\\nDHCP=yes\\n' >/run/systemd/network/10-install-test.network
systemctl start systemd-networkd
`;

export const delivers: VmStep = {
  id: "delivers",
  title: "the network is there: what waited reaches the broker",
  run: async (stage) => {
    const pending = await waiting(stage);
    await done(stage, network);
    const { seconds } = await statusThat(stage, {
      what: "an empty outbox",
      fits: ({ outbox, uplink }) => uplink.state === "connected" && outbox.pending === 0,
    });
    const came = stage.simulator.topics.filter((topic) => topic.includes("/up/")).length;
    must(came >= pending, `${pending} records waited, ${came} messages came`);
    return `${pending} records waited, ${came} came to the broker in ${seconds.toFixed(0)} s`;
  },
};
