/** What support sees over many terminals reaches a real agent through a real broker, and sharpens what it finds by itself. */
import { createPrivateKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { bringUp } from "../../hw-sim/rig/rig.ts";
import { supportKeygenCommand } from "../../src/cli/support-keygen.ts";
import { sealHint } from "../../src/commands/seal.ts";
import type { Hint } from "../../src/model/hint.ts";
import { decodeBirth, decodeReport } from "../../src/report/decode.ts";
import { encodeSealedHint } from "../../src/report/encode.ts";
import { encodeHint } from "../../src/report/hint-wire.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openPlace, run } from "../support/asked-terminal.ts";
import { createSubscriber } from "../support/subscriber.ts";

const test = suite("hints of support, end to end", { timeoutMs: 120_000, needs: ["mosquitto"] });

const topic = "pos/v1/bench/PX7-00042/down/hint";
const nowS = (): number => Math.floor(Date.now() / 1_000);

function hintOf(carrier: string, change: Partial<Hint> = {}): Hint {
  return {
    ...{ tenant: "bench", id: "00112233aabbccdd", issuedS: nowS(), untilS: nowS() + 600 },
    ...{ concerns: { carrier }, confidence: 0.95 },
    figures: [
      { signal: "fleet.same_carrier_fail_pct", value: 81 },
      { signal: "fleet.other_carrier_fail_pct", value: 1.5 },
    ],
    ...change,
  };
}

test("a terminal without a network finds an outage of the carrier when support says that all of its terminals have none", async () => {
  const keys = mkdtempSync(join(tmpdir(), "posdiag-hint-keys-"));
  assert.is((await run(supportKeygenCommand, ["--out", keys, "--name", "fleet", "--may", "hint"])).exit, 0);
  const key = createPrivateKey(readFileSync(join(keys, "fleet.key"), "utf8"));
  const bytes = (hint: Hint) => encodeSealedHint(sealHint(encodeHint(hint), key));
  await using place = await openPlace({
    commands: { keys_file: join(keys, "fleet.pub.json") },
    terminal: { shop: "hu-0815", region: "east" },
    uplink: { measures_min: 1 },
  });
  const { agent, door } = await bringUp(place.rig);
  await using support = await createSubscriber(place.port);

  door.tell("posdiag.tell", { "txn.type": "sale", "txn.issuer_group": "bankA", "txn.outcome": "approved" });

  // Who and where it is, with the home network of its SIM, though it was greeted before the modem had said so.
  const born = await support.until(({ topic: on, payload }) => {
    const birth = on.endsWith("state/birth") ? decodeBirth(payload) : undefined;
    return birth?.kind === "ok" && birth.value.terminal.place?.carrier !== undefined;
  });
  const birth = decodeBirth(born.payload);
  const own = birth.kind === "ok" ? birth.value.terminal.place : undefined;
  assert.equal([own?.shop, own?.region], ["hu-0815", "east"]);
  const carrier = own?.carrier ?? "";
  assert.match(carrier, /^\d{5,6}$/);

  /** The likeliest cause, in brackets while it is only a candidate. */
  const first = async (): Promise<string | undefined> => {
    const { diagnosis } = await door.ask("posdiag.diagnose", { lang: "en" });
    const fault = Reflect.get(Object(Reflect.get(Object(diagnosis), "verdicts")?.[0]), "fault");
    if (fault === undefined) return undefined;
    return Reflect.get(Object(diagnosis), "unknown") === true ? `(${fault})` : String(fault);
  };
  const hints = async (): Promise<string> => {
    const { status } = await door.ask("posdiag.status");
    return JSON.stringify(Reflect.get(Object(Reflect.get(Object(status), "commands")), "hints"));
  };

  // A hint alone is no verdict: here all is well.
  await support.publish(topic, bytes(hintOf(carrier)));
  await until(async () => (await hints()).startsWith('{"taken":1,"in_force":1'));
  assert.is(await first(), undefined);
  await support.publish(topic, bytes(hintOf(carrier, { issuedS: nowS() + 1, figures: figures(1) })));
  await until(async () => (await hints()).startsWith('{"taken":2'));

  await place.rig.bench.set({ registration: "searching" });
  await until(async () => (await first()) !== undefined);
  assert.match((await first()) ?? "", /^\((?!cell\.carrier_outage)/, "by itself it cannot know");
  await support.publish(topic, bytes(hintOf(carrier === "46001" ? "46000" : "46001", { issuedS: nowS() + 2 })));
  await until(async () => (await hints()).includes('"not_concerned":1'));
  assert.not((await first())?.includes("carrier_outage"));

  await support.publish(topic, bytes(hintOf(carrier, { issuedS: nowS() + 3 })));
  await until(async () => (await first()) === "cell.carrier_outage");

  const met = await support.until(
    ({ topic: on, payload }) => on.endsWith("up/met") && measuresIn(payload) !== undefined,
  );
  const told = measuresIn(met.payload);
  assert.equal([told?.payments.approved, told?.issuers[0]?.issuer], [1, "bankA"]);
  assert.ok(told?.signals.some(({ signal, low, high }) => signal === "modem.rsrp_dbm" && low <= high && high < -40));
  door.close();
  assert.is(await agent.end(), 0);
  rmSync(keys, { recursive: true });
});

/** The agent looks at its world by itself; the test's own limit ends what never comes. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(200);
}

function measuresIn(payload: Uint8Array) {
  const report = decodeReport(payload);
  return report.kind === "ok" && report.value.body.kind === "measures" ? report.value.body.measures : undefined;
}

/** So many of a hundred fail, on this carrier and on others. */
function figures(value: number): Hint["figures"] {
  return ["fleet.same_carrier_fail_pct", "fleet.other_carrier_fail_pct"].map((signal) => ({ signal, value }));
}

test.run();
