/** From a Debian that has never heard of posdiag to an agent that runs. */
import { unitThat } from "../agent-state.ts";
import { done, must, type Step, type VmStep } from "../step.ts";

/** Kept where a restart does not clear it away, and where the listing does not look. */
export const listings = "/var/tmp/install-test";
export const payload = "/run/payload";

export const takeListing = (name: string) =>
  `mkdir -p ${listings} && sh ${payload}/inside/snapshot.sh >${listings}/${name} && wc -l <${listings}/${name}`;

export const listBefore: Step = {
  id: "before",
  title: "the machine is listed: files, users, groups, units",
  vital: true,
  run: async (stage) => `${await done(stage, takeListing("before"))} lines`,
};

/** Fields of the installed package, a line each. */
export const fields = (...names: readonly string[]) =>
  names.map((name) => `dpkg -s posdiag | sed -n 's/^${name}: //p'`).join("; ");

export const installPackage: Step = {
  id: "install",
  title: "dpkg installs the package, with nothing else and without a question",
  vital: true,
  run: async (stage) => {
    const said = await done(stage, `dpkg -i ${payload}/posdiag.deb`);
    const warnings = said.split("\n").filter((line) => /warning|error|failed|unknown key/i.test(line));
    must(warnings.length === 0, `dpkg says:\n${warnings.join("\n")}`);
    const [version, size] = (await done(stage, fields("Version", "Installed-Size"))).split("\n");
    return `version ${version}, ${size} KB installed`;
  },
};

/** What the unit promises, seen from systemd's side. */
export const unitRuns: VmStep = {
  id: "unit",
  title: "the agent is started, ready, enabled, its own user's, and watched",
  vital: true,
  run: async (stage) => {
    const { value: unit, seconds } = await unitThat(stage, {
      what: "an active unit that has said how it is",
      fits: ({ ActiveState, StatusText }) => ActiveState === "active" && StatusText !== "",
    });
    const { Type, User, UnitFileState, WatchdogUSec, MainPID, NRestarts } = unit;
    must(Type === "notify" && UnitFileState === "enabled", `type ${Type}, ${UnitFileState}`);
    must(WatchdogUSec !== "0" && WatchdogUSec !== "infinity", `watchdog ${WatchdogUSec}`);
    const owner = await done(stage, `stat -c %U /proc/${MainPID}`);
    must(User === "posdiag" && owner === "posdiag", `user ${User}, process of ${owner}`);
    const journal = NRestarts === "0" ? "" : await done(stage, "journalctl -b -u posdiag -o cat --no-pager -n 40");
    must(NRestarts === "0", `it was restarted ${NRestarts} times:\n${journal}`);
    return `ready after ${seconds.toFixed(1)} s, user ${owner}, watchdog ${WatchdogUSec}, "${unit["StatusText"]}"`;
  },
};

export const unitIsQuiet: VmStep = {
  id: "quiet",
  title: "systemd has nothing to complain about in the unit",
  run: async (stage) => {
    const said = await done(stage, "journalctl -b -o cat _PID=1 --no-pager | grep -i posdiag || true");
    const complaints = said.split("\n").filter((line) => /unknown|ignoring|failed|deprecated|unsafe/i.test(line));
    must(complaints.length === 0, complaints.join("\n"));
    return "no complaint in the journal";
  },
};

interface Check {
  readonly id: string;
  readonly outcome: "ok" | "warn" | "fail" | "skipped";
}

/** `posdiag doctor --json`; undefined when it is something else. */
function readChecks(output: string): readonly Check[] | undefined {
  const start = output.indexOf("{");
  return start < 0 ? undefined : JSON.parse(output.slice(start)).checks;
}

/** There is no network yet, and so no broker. */
const stillFails: readonly string[] = ["broker_session"];

export const consultation: Step = {
  id: "doctor",
  title: "posdiag doctor finds nothing wrong but the broker, which is out of reach",
  run: async (stage) => {
    const { code, output } = await stage.machine.run("posdiag doctor --offline --json");
    const checks = readChecks(output);
    must(checks !== undefined && (code === 0 || code === 1), `exit ${code}: ${output}`);
    const bad = checks.filter(({ id, outcome }) => outcome === "fail" && !stillFails.includes(id));
    if (bad.length > 0) throw new Error((await stage.machine.run("posdiag doctor --offline --lang en")).output);
    const warned = checks.filter(({ outcome }) => outcome === "warn").map(({ id }) => id);
    return `${checks.length} checks, warnings: ${warned.join(", ") || "none"}`;
  },
};
