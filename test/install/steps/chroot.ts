/** Without an init: the agent is started by hand, as its user, on the simulated modem's pseudo-terminal. */
import { realpathSync } from "node:fs";
import { configFile, configure } from "../configuration.ts";
import { done, type Stage, type Step } from "../step.ts";
import { modemIsRead } from "./modem.ts";

/** As the unit does it, so far as there is no systemd. */
const start = (pty: string) => `
chown posdiag ${pty}
install -d -o posdiag -g posdiag -m 755 /run/posdiag
cd /
setpriv --reuid=posdiag --regid=posdiag --init-groups --inh-caps=-all \\
  /usr/lib/posdiag/node /usr/lib/posdiag/posdiag.cjs agent --config ${configFile} >/run/install-test/agent.log 2>&1 &
echo $! >/run/install-test/agent.pid
`;

export const startByHand: Step = {
  id: "modem_pty",
  title: "the agent, started by hand as its own user, reads the modem",
  vital: true,
  run: async (stage: Stage) => {
    // The link to it is not seen in the folder.
    const pty = realpathSync(stage.simulator.uart);
    await configure(stage, { "modem.port": pty, "terminal.serial": "SN-0081" });
    await done(stage, start(pty));
    return modemIsRead(stage, "Quectel");
  },
};

export const stopByHand: Step = {
  id: "stop",
  title: "it ends by a signal",
  run: async (stage: Stage) => {
    const pid = "/run/install-test/agent.pid";
    await done(stage, `kill -TERM $(cat ${pid}); while kill -0 $(cat ${pid}) 2>/dev/null; do sleep 0.1; done`);
    return "ended";
  },
};
