/** A captive portal: who asks anything of the Web gets the shop's login page, and everything else is reset. */
import { type Lab, openLab } from "../../../hw-sim/lab/lab.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { knock, openWebsite, ping, run, type Website } from "./shop-terminal.ts";

const needs = ["namespaces", "ip", "nft", "setpriv", "ping", "curl"];
const test = suite("a captive portal", { timeoutMs: 15_000, needs });
let lab: Lab;
let host: Website;
let reference: Website;
const curl = async (...words: readonly string[]) => (await run(lab, "curl", "-s", "-m", "3", ...words)).text;
const summary = ["-o", "/dev/null", "-w", "%{http_code} %{redirect_url}"] as const;

test.before(async () => {
  lab = await openLab({ seed: 2, uplink: "eth" });
  host = await openWebsite(lab.world(lab.addresses.host));
  reference = await openWebsite(lab.world(lab.addresses.reference));
});
test.after(async () => {
  host.close();
  reference.close();
  await lab.close();
});

test("leads every request to its page, and shows that", async () => {
  await lab.set({ portal: true });
  const anywhere = [`http://${lab.addresses.reference}:${reference.port}/generate_204`, `http://${lab.addresses.dns}/`];
  for (const url of anywhere) assert.is(await curl(...summary, url), "302 http://portal.test/login");
  assert.match(await curl("-L", anywhere[0] ?? ""), "<title>Login</title>");
});
test("resets what is not the Web, and lets names and pings through", async () => {
  assert.is(await knock(lab, [lab.addresses.host, host.port]), "ECONNREFUSED");
  assert.is((await ping(lab, lab.addresses.host)).answered, 3);
});
test("or answers with the page at once", async () => {
  await lab.set({ portal: "page" });
  assert.is(await curl(...summary, `http://${lab.addresses.reference}:${reference.port}/generate_204`), "200 ");
});
test("is gone when somebody has logged in", async () => {
  await lab.set({ portal: false });
  assert.is(await curl(`http://${lab.addresses.reference}:${reference.port}/`), "xx");
  assert.is(await knock(lab, [lab.addresses.host, host.port]), "open");
});
test.run();
