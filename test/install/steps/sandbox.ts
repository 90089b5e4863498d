/** The sandbox: how systemd rates it, and what it really refuses. */
import { allowed, forbidden, type Trial, trialScript, whatWorked } from "../sandbox-trials.ts";
import { done, must, type Stage, type VmStep } from "../step.ts";

/** Out of ten for no sandbox at all. */
const mostExposure = 2;
const cell = "/run/install-test/cell";
const write = (file: string, text: string) => `echo ${Buffer.from(text).toString("base64")} | base64 -d >${file}`;

export const rating: VmStep = {
  id: "rating",
  title: `systemd-analyze security rates the running unit ${mostExposure.toFixed(1)} or better`,
  run: async (stage) => {
    const said = await done(stage, "systemd-analyze security posdiag --no-pager");
    const [, exposure] = /Overall exposure level for posdiag\.service: ([\d.]+)/.exec(said) ?? [];
    const open = said.split("\n").filter((line) => line.startsWith("✗"));
    must(Number(exposure) <= mostExposure, `rated ${exposure}:\n${open.join("\n")}`);
    return `rated ${exposure}, ${open.length} settings open`;
  },
};

/** All that differs from the agent's unit. RuntimeDirectory stays at the end, for it is the agent's as well. */
const furniture = (user: string) => `[Service]
Type=oneshot
Restart=no
WatchdogSec=0
ExecStart=
ExecStart=/bin/sh ${cell}/trials
User=${user}
RuntimeDirectoryPreserve=yes
StandardOutput=truncate:${cell}/said
`;

/** Once more the unit, its drop-ins and all, with another program. */
const furnish = (user: string) => `
set -e
mkdir -p ${cell}
units=/run/systemd/system
unit=$(systemctl show posdiag -p FragmentPath --value)
cp "$unit" $units/posdiag-cell.service
rm -rf $units/posdiag-cell.service.d
cp -r "$unit.d" $units/posdiag-cell.service.d 2>/dev/null || mkdir $units/posdiag-cell.service.d
${write("$units/posdiag-cell.service.d/zz-cell.conf", furniture(user))}
systemctl daemon-reload
`;

const leave = "rm -rf /run/systemd/system/posdiag-cell.service*; systemctl daemon-reload";

/** Runs the trials inside the sandbox. */
async function inCell(stage: Stage, user: string, trials: readonly Trial[]) {
  await done(stage, furnish(user));
  await done(stage, write(`${cell}/trials`, `${trialScript(trials)}\n`));
  await done(stage, "systemctl start posdiag-cell");
  const said = await done(stage, `cat ${cell}/said`);
  await done(stage, leave);
  return whatWorked(said, trials);
}

const those = (worked: ReadonlyMap<string, boolean | undefined>, unlike: boolean) =>
  [...worked].filter(([, hasWorked]) => hasWorked !== unlike).map(([id]) => id);

/** Something to find for who should find nothing. */
const bait = "cd /home && mkdir -p trial && cd /root && touch trial && touch /tmp/trial";
const noBait = "cd /home && rm -rf trial; cd /root && rm -f trial; rm -f /tmp/trial";

export const refusals: VmStep = {
  id: "sandbox",
  title: "what the sandbox must refuse is refused, to the agent's user and to root in it; outside, root may do it all",
  run: async (stage) => {
    await done(stage, bait);
    const outside = whatWorked(await done(stage, trialScript(forbidden)), forbidden);
    const [user, root] = [await inCell(stage, "posdiag", forbidden), await inCell(stage, "root", forbidden)];
    await done(stage, noBait);
    const meant = forbidden.filter(({ userOnly }) => !userOnly).map(({ id }) => id);
    const problems = [
      ...those(outside, true).map((id) => `outside it, root cannot ${id}: the trial proves nothing`),
      ...those(user, false).map((id) => `the agent's user can ${id}`),
      ...those(root, false).flatMap((id) => (meant.includes(id) ? [`root in the sandbox can ${id}`] : [])),
    ];
    must(problems.length === 0, problems.join("\n"));
    return `${forbidden.length} things refused to posdiag, ${meant.length} to root: ${meant.join(", ")}`;
  },
};

export const needs: VmStep = {
  id: "needs",
  title: "what the agent needs, the sandbox lets it have",
  run: async (stage) => {
    const lacking = those(await inCell(stage, "posdiag", allowed), true);
    must(lacking.length === 0, `the agent's user cannot: ${lacking.join(", ")}`);
    return allowed.map(({ id }) => id).join(", ");
  },
};

/** Only of use to who is not root. */
export const privileges: VmStep = {
  id: "privileges",
  title: "a setuid program gives the agent's user nothing",
  run: async (stage) => {
    const file = "/usr/local/bin/install-test-id";
    const trial: Trial = { id: "become root", script: `[ "$(${file} -u)" = 0 ]` };
    await done(stage, `cp /usr/bin/id ${file} && chmod 4755 ${file}`);
    const outside = await stage.machine.run(`setpriv --reuid=posdiag --regid=posdiag --clear-groups ${file} -u`);
    const inside = await inCell(stage, "posdiag", [trial]);
    await done(stage, `rm ${file}`);
    must(outside.output === "0", `the trial proves nothing: outside it says ${outside.output}`);
    must(inside.get(trial.id) === false, "the agent's user becomes root");
    return "outside it becomes root, inside it does not";
  },
};
