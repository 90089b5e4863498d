/** Support asks simulated terminals with the real command line, and tells them what it sees: they answer, and grow surer. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTrouble } from "../../hw-sim/fleet/trouble-text.ts";
import { readPrivateKey } from "../../src/cli/pem-file.ts";
import { supportKeygenCommand } from "../../src/cli/support-keygen.ts";
import { supportRunCommand } from "../../src/cli/support-run.ts";
import { sealHint } from "../../src/commands/seal.ts";
import { encodeSealedHint } from "../../src/report/encode.ts";
import { encodeHint } from "../../src/report/hint-wire.ts";
import { topicOf } from "../../src/uplink/topics.ts";
import { createBroker } from "../bench/brokers.ts";
import { capturedIo } from "../cli/captured-io.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createSubscriber } from "../support/subscriber.ts";
import { until } from "../uplink/bench.ts";
import { type Fleet, openFleet } from "./fleet.ts";
import type { Member } from "./member.ts";

const test = suite("fleet-sim/ear", { timeoutMs: 120_000 });
const folder = mkdtempSync(join(tmpdir(), "posdiag-ear-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));
await supportKeygenCommand.run(["--out", folder, "--name", "anna"], capturedIo().io);

async function play(speed: number, act: (fleet: Fleet, port: number) => Promise<void>): Promise<void> {
  await using broker = await createBroker("embedded");
  await broker.start();
  await using fleet = await openFleet({
    ...{ seed: 7, terminals: 20, tenant: "fleet", startHour: 11, speed, rampMs: 0, measuresMs: 0, heartbeatMs: 0 },
    keysFile: join(folder, "anna.pub.json"),
    uplink: { url: `mqtt://127.0.0.1:${broker.port}`, protocol: "3.1.1", ack: "puback", keepaliveS: 900 },
  });
  await until(() => fleet.members.every((member) => member.view()?.uplink.state === "connected"));
  await Promise.race([act(fleet, broker.port), fleet.broken]);
}

test("a command is answered by the terminal that it names, with what it knows", () =>
  play(1, async (_, port) => {
    const ask = async (...words: readonly string[]) => {
      const { io, out, err } = capturedIo();
      const terminal = ["--tenant", "fleet", "--terminal", "FS-00003", "--key", join(folder, "anna.key")];
      const broker = ["--broker", `mqtt://127.0.0.1:${port}`];
      return { exit: await supportRunCommand.run([...broker, ...terminal, ...words, "--json"], io), out: out(), err };
    };
    const state = await ask("read-state");
    assert.is(state.exit, 0, state.err());
    assert.match(state.out, '"serial":"FS-00003"');
    const diagnosis = await ask("diagnose", "--active");
    assert.is(diagnosis.exit, 0, diagnosis.err());
    assert.match(diagnosis.out, '"verdicts":');
    const bundle = await ask("log-tail", "5");
    assert.is.not(bundle.exit, 0);
    assert.match(bundle.out, "not_allowed");
  }));

const firstOf = ({ diagnosis }: NonNullable<ReturnType<Member["view"]>>): string | undefined =>
  diagnosis.unknown ? undefined : diagnosis.verdicts[0]?.fault;

test("a hint makes an outage of what alone could be anything, with those whom it concerns", () =>
  play(10, async (fleet, port) => {
    const { world, members, nowMs } = fleet;
    const concerned = members.filter(({ terminal }) => terminal.carrier === "46000" && terminal.ways.length === 1);
    assert.ok(concerned.length > 3);
    await using support = await createSubscriber(port);
    const issuedS = Math.floor(Date.now() / 1_000);
    const hint = encodeHint({
      ...{ tenant: "fleet", id: "00112233aabbccdd", issuedS, untilS: issuedS + 3_600 },
      ...{ concerns: { carrier: "46000" }, confidence: 0.9 },
      figures: [
        { signal: "fleet.same_carrier_fail_pct", value: 91 },
        { signal: "fleet.other_carrier_fail_pct", value: 1 },
      ],
    });
    const bytes = encodeSealedHint(sealHint(hint, await readPrivateKey(join(folder, "anna.key"))));
    for (const { terminal } of members) {
      await support.publish(topicOf({ tenant: "fleet", serial: terminal.serial }, "down/hint"), bytes);
    }
    world.begin(readTrouble("carrier:46000", world.population, nowMs()), nowMs());
    const views = () => concerned.flatMap((member) => member.view() ?? []);
    await until(() => views().some((view) => firstOf(view) === "cell.carrier_outage"));
    for (const member of members.filter((each) => each.terminal.carrier !== "46000")) {
      assert.not(member.view()?.newest.some(({ signal, quality }) => signal.startsWith("fleet.") && quality === "ok"));
    }
  }));

test.run();
