/** What a lab leaves behind whose process is killed: no program by itself, and nothing at all after the next lab. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { addNamespace } from "../../../hw-sim/lab/namespace.ts";
import { sweep } from "../../../hw-sim/lab/sweep.ts";
import { assert, suite } from "../../front-door/suite.ts";

const needs = ["namespaces", "ip", "nft", "setpriv", "dnsmasq", "udhcpc"];
const test = suite("what a killed lab leaves", { timeoutMs: 15_000, needs });

const source = new URL("../../../hw-sim/lab/lab.ts", import.meta.url);
const script = `import { openLab } from "${source}";
await openLab({ seed: 1, uplink: "eth", mobile: true, addressing: "dhcp" });
console.log("open");
setInterval(() => {}, 1000);`;

function leftBy(pid: number): readonly string[] {
  const folders = ["/run/netns", "/etc/netns", tmpdir()].filter((folder) => existsSync(folder));
  const owned = new RegExp(`^(?:pdlab${pid}n|posdiag-lab-${pid}-)`);
  return folders.flatMap((folder) => readdirSync(folder).filter((name) => owned.test(name)));
}

/** Programs in whose command line the lab's name or folder stands. */
function programsOf(pid: number): readonly string[] {
  return readdirSync("/proc").filter((entry) => /^\d+$/.test(entry) && commandLine(entry).includes(`lab-${pid}-`));
}

function commandLine(entry: string): string {
  try {
    return readFileSync(`/proc/${entry}/cmdline`, "latin1");
  } catch {
    return ""; // it has ended meanwhile
  }
}

test("ends with it, and the next lab clears the rest", async () => {
  const preload = process.env["POSDIAG_PRELOAD"] ?? "tsx";
  const words = ["--import", preload, "--input-type=module", "-e", script];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  const { pid = 0 } = child;
  await new Promise((resolve) => child.stdout.once("data", resolve));
  assert.is(leftBy(pid).filter((name) => name.startsWith("pdlab")).length, 5);
  assert.ok(programsOf(pid).length >= 2);
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("close", resolve));
  while (programsOf(pid).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await sweep();
  assert.equal(leftBy(pid), []);
});
test("leaves the labs of living processes alone", async () => {
  const own = await addNamespace(`pdlab${process.pid}n0y`);
  await sweep();
  assert.equal(leftBy(process.pid), [own.name]);
  await own.remove();
});
test.run();
