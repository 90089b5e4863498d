/** The other two ways to have it: with the system's Node, and unpacked from an archive. */
import { statusThat } from "../agent-state.ts";
import { done, must, type Stage, type Step, type VmStep } from "../step.ts";
import { payload } from "./arrive.ts";

export const systemNode: VmStep = {
  id: "system_node",
  title: "posdiag-system-node asks for a Node, and runs with it",
  run: async (stage) => {
    const refused = await stage.machine.run(`dpkg -i ${payload}/system-node.deb`);
    must(refused.code !== 0 && refused.output.includes("nodejs"), `dpkg took it without Node:\n${refused.output}`);
    await done(stage, `dpkg -i ${payload}/nodejs.deb && dpkg --configure -a`);
    const { value } = await statusThat(stage, { what: "an answer", fits: () => true });
    const program = await done(stage, "readlink /proc/$(systemctl show posdiag -p MainPID --value)/exe");
    must(program === "/usr/bin/node", `it runs with ${program}`);
    return `refused without nodejs; with it version ${value.version} runs in ${program}`;
  },
};

const settings = (folder: string) =>
  JSON.stringify({
    terminal: { tenant: "acme", serial: "SN-0082" },
    modem: { port: "auto", source: "none" },
    acquirer: { host: "acquirer.invalid", port: 5500 },
    probes: { level: 0 },
    uplink: { url: "mqtts://127.0.0.1" },
    outbox: { dir: `${folder}/outbox` },
    ipc: { socket: `${folder}/posdiag.sock` },
  });

/** Started by hand and ended by its signal. */
const byHand = (program: string, folder: string) => `
${program} agent --config ${folder}/config.jsonc >${folder}/log 2>&1 &
agent=$!
for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  [ -S ${folder}/posdiag.sock ] && break
  sleep 0.5
done
${program} status --socket ${folder}/posdiag.sock || cat ${folder}/log
kill -TERM $agent
wait $agent
echo "ended with $?"
`;

export const archive: Step = {
  id: "archive",
  title: "the archive, unpacked into /opt, runs where nothing is installed",
  run: async (stage: Stage) => {
    const folder = "/run/install-test/archive";
    await done(stage, `mkdir -p /opt ${folder} && tar -xzf ${payload}/posdiag.tar.gz -C /opt`);
    const program = await done(stage, "ls -d /opt/posdiag-*/bin/posdiag");
    const version = await done(stage, `${program} --version`);
    await done(stage, `cat >${folder}/config.jsonc <<'END'\n${settings(folder)}\nEND`);
    const said = await done(stage, byHand(program, folder));
    must(said.includes("on terminal SN-0082") && said.endsWith("ended with 0"), said);
    await done(stage, `rm -rf /opt/posdiag-* ${folder}`);
    return `${program}: ${version}, answered, ended with 0`;
  },
};
