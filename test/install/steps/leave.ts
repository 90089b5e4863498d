/** From one version to the next, away, back again, and away for good. */
import { statusThat, unitState, unitThat } from "../agent-state.ts";
import { configFile } from "../configuration.ts";
import { whatIsLeft } from "../snapshot.ts";
import { done, must, type Stage, type Step, type VmStep } from "../step.ts";
import { fields, listings, payload, takeListing } from "./arrive.ts";

const sumOf = (path: string) => `sha256sum <${path}`;

export const upgrades: VmStep = {
  id: "upgrade",
  title: "the next version is installed over it: configuration and records stay, one restart",
  run: async (stage) => {
    const before = await unitState(stage);
    const config = await done(stage, sumOf(configFile));
    await done(stage, "journalctl --sync && journalctl -b -n 0 --show-cursor --no-pager >/run/install-test/cursor");
    await done(stage, `dpkg -i ${payload}/next.deb`);
    const { value } = await unitThat(stage, {
      what: "an active unit",
      fits: (unit) => unit["ActiveState"] === "active",
    });
    must(value["InvocationID"] !== before["InvocationID"], "the agent was not restarted: the old version runs on");
    must((await done(stage, sumOf(configFile))) === config, "the configuration is not what it was");
    const cursor = "$(sed -n 's/^-- cursor: //p' /run/install-test/cursor)";
    const starts = await done(stage, `journalctl --after-cursor="${cursor}" -u posdiag -o cat | grep -c '^Started'`);
    must(starts === "1", `it was started ${starts} times`);
    const version = await done(stage, fields("Version"));
    return `version ${version}, started once, the same configuration`;
  },
};

/** Nothing of it runs, and what is the owner's is there. */
async function isRemoved(stage: Stage): Promise<string> {
  const runs = await stage.machine.run("pgrep -u posdiag || ps -u posdiag -o pid= 2>/dev/null | grep .");
  must(runs.code !== 0, `processes of posdiag run: ${runs.output}`);
  await done(stage, `[ ! -e /usr/bin/posdiag ] && [ ! -e /usr/lib/posdiag ] && [ -s ${configFile} ]`);
  await done(stage, "[ -d /var/lib/posdiag/outbox ]");
  return "program and unit are gone, configuration and state are there";
}

export const removes: VmStep = {
  id: "remove",
  title: "dpkg -r: the service is gone, configuration and state are kept",
  run: async (stage) => {
    await done(stage, "dpkg -r posdiag");
    const { LoadState, ActiveState } = await unitState(stage);
    must(LoadState === "not-found" && ActiveState === "inactive", `unit ${LoadState}, ${ActiveState}`);
    return isRemoved(stage);
  },
};

export const returns: VmStep = {
  id: "return",
  title: "installed again, it runs with the configuration that was kept",
  run: async (stage) => {
    await done(stage, `dpkg -i ${payload}/posdiag.deb`);
    const { value } = await statusThat(stage, { what: "an answer", fits: () => true });
    must(value.serial === "SN-0081", `it is terminal ${value.serial}`);
    return `terminal ${value.serial}, ${value.outbox.lost} records lost`;
  },
};

/** `id` apart, for it is done once for each package. */
export function purges(id: string, packages: string): Step {
  return {
    id,
    title: "dpkg -P: nothing is left, by comparison with the listing of before",
    run: async (stage) => {
      const said = await done(stage, `dpkg -P ${packages}`);
      must(!/warning|error/i.test(said), `dpkg says:\n${said}`);
      await done(stage, takeListing("after"));
      const { output } = await stage.machine.run(`diff ${listings}/before ${listings}/after`);
      const { lines, expected } = whatIsLeft(output);
      must(lines.length === 0, lines.join("\n"));
      const reasons = Object.entries(expected).map(([why, count]) => `${count} ${why}`);
      return `no difference${reasons.length === 0 ? "" : ` but ${reasons.join(", ")}`}`;
    },
  };
}
