/** What a client that knows its authority makes of the host's certificate, of each kind. */

import { TLS_MANNERS } from "../../../hw-sim/acquirer/behaviour.ts";
import { type Acquirer, createAcquirer } from "../../../hw-sim/acquirer.ts";
import { createWay, type WayOptions } from "../../../hw-sim/cashier/way.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("TLS at the acquirer");
let acquirer: Acquirer;
test.before(async () => {
  acquirer = await createAcquirer({ name: "host.acquirer.test", seed: 1, now: () => new Date() });
});
test.after(() => acquirer.close());

async function verdict(client: NonNullable<WayOptions["tls"]>["client"] = undefined): Promise<unknown> {
  const tls = { root: acquirer.root, ...(client && { client }) };
  const { facts, stream } = await createWay({ host: acquirer, tls, limits: { handshake: 400 } })();
  stream?.destroy();
  return facts.find(({ signal }) => signal === "host.tls")?.value;
}

const verdicts = {
  plain: "reset",
  good: "ok",
  expired: "cert_expired",
  not_yet_valid: "cert_not_yet_valid",
  unknown_ca: "unknown_ca",
  wrong_name: "wrong_name",
  incomplete: "unknown_ca",
  alert: "handshake_failure",
} as const;
for (const tls of TLS_MANNERS) {
  test(`${tls} is ${verdicts[tls]} to a client with TLS`, async () => {
    acquirer.set({ tls });
    assert.is(await verdict(), verdicts[tls]);
  });
}
test("a silent host lets the handshake run into the client's limit", async () => {
  acquirer.set({ tls: "good" });
  await acquirer.setMode("silent");
  assert.is(await verdict(), "timeout");
  await acquirer.setMode("up");
});
test("clients at the same time get a connection each, and one that is gone harms nobody", async () => {
  acquirer.set({ tls: "good" });
  const verdicts = await Promise.all([verdict(), verdict(), verdict(), verdict()]);
  assert.equal(verdicts, ["ok", "ok", "ok", "ok"]);
});
test("a certificate file of its own authority opens the way where one is demanded", async () => {
  acquirer.set({ tls: "good", client_cert: true });
  assert.is(await verdict(await acquirer.issueClient("terminal")), "ok");
});
test.run();
