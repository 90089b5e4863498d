/** Commands from the command line through a real broker to the real agent beside a simulated modem, and back. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startChild } from "../../hw-sim/rig/child.ts";
import { sourceProgram } from "../../hw-sim/rig/program.ts";
import { bringUp } from "../../hw-sim/rig/rig.ts";
import { supportAuditCommand } from "../../src/cli/support-audit.ts";
import { supportBundleCommand } from "../../src/cli/support-bundle.ts";
import { supportWatchCommand } from "../../src/cli/support-watch.ts";
import { capturedIo } from "../cli/captured-io.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openPlace, run } from "../support/asked-terminal.ts";
import { createSubscriber } from "../support/subscriber.ts";
import { until } from "../uplink/bench.ts";

const test = suite("commands of support, end to end", { timeoutMs: 120_000, needs: ["mosquitto"] });

test("a person asks a terminal for its diagnosis, its state, tests, AT commands, its log and all of it", async () => {
  await using place = await openPlace();
  const { agent, door } = await bringUp(place.rig);
  await place.rig.bench.set({ sim: "absent" });

  const diagnosis = await place.ask("diagnose", "--lang", "en");
  assert.equal([diagnosis.exit, diagnosis.said.state], [0, "succeeded"], diagnosis.err);
  assert.match(JSON.stringify(diagnosis.said.result), /"verdicts"/);

  const state = await place.ask("read-state");
  assert.match(JSON.stringify(state.said.result), /"profile":"quectel"/);
  assert.ok(!/\d{12}/.test(JSON.stringify(state.said.result)), "a long row of digits");

  const tested = await place.ask("run-test", "read_modem");
  assert.match(JSON.stringify(tested.said.result), /"modem\.csq"/);
  assert.equal([(await place.ask("run-test", "fly")).said.reason], ["unknown_test"]);

  const answers = await place.ask("at-read", "AT+CSQ", "AT+CGSN", "AT+CREG?");
  assert.match(JSON.stringify(answers.said.result), /"\+CSQ: \d+,\d+"/);
  assert.ok(!/\d{6}/.test(JSON.stringify(answers.said.result)), JSON.stringify(answers.said.result));
  for (const forbidden of ["AT+CFUN=0", "ATD112;", "AT+CGSN;+CFUN=0", "AT+COPS=?"]) {
    const refused = await place.ask("at-read", "AT+CSQ", forbidden);
    assert.equal(
      [refused.exit, refused.said.state, refused.said.reason],
      [1, "failed", "not_a_reading_command"],
      forbidden,
    );
  }

  const log = await place.ask("log-tail", "20");
  assert.match(JSON.stringify(log.said.result), /commands\.taken/);

  const file = join(place.keys, "bundle.json");
  const bundled = await run(supportBundleCommand, [
    ...["--broker", place.rig.broker, "--tenant", "bench", "--terminal", "PX7-00042", "--timeout", "30"],
    ...["--key", join(place.keys, "anna.key"), "--out", file],
  ]);
  assert.equal([bundled.exit, bundled.said.sha256?.length], [0, 64], bundled.err);
  const bundle = JSON.parse(readFileSync(file, "utf8"));
  assert.equal(Object.keys(bundle), [
    ...["made", "versions", "config", "diagnosis", "alarms", "status", "before", "readings", "record", "modem", "log"],
  ]);
  const flight = bundle.before.find(({ fault }: { readonly fault: string }) => fault === "sim.absent");
  assert.ok(flight?.readings.length > 10, JSON.stringify(bundle.before).slice(0, 200));
  assert.ok(bundle.readings.length > 20 && bundle.modem.length > 10 && bundle.log.length > 3);
  assert.ok(
    bundle.modem.every((line: string) => !/\d{5}/.test(line.replace(/^[\d.]+ /, ""))),
    bundle.modem.join("\n"),
  );

  const again = await run(supportBundleCommand, [
    ...["--broker", place.rig.broker, "--tenant", "bench", "--terminal", "PX7-00042", "--timeout", "30"],
    ...[
      "--key",
      join(place.keys, "anna.key"),
      "--out",
      join(place.keys, "again.json"),
      "--again",
      bundled.said.id ?? "",
    ],
  ]);
  assert.equal([again.exit, again.said.sha256], [0, bundled.said.sha256], again.err);

  const { audit } = (await place.ask("read-state")).said;
  door.close();
  assert.is(await agent.end(), 0);
  const whole = await run(supportAuditCommand, [join(place.folder, "audit.log"), "--head", audit?.hash ?? ""]);
  assert.equal(
    [whole.exit, whole.said],
    [0, { whole: true, first: 1, lines: audit?.lines, head: audit?.hash, heard: audit?.lines }],
  );
});

test("who may not is not answered or refused; holds are kept and ended; keys are changed by who may", async () => {
  await using place = await openPlace();
  const { agent, door } = await bringUp(place.rig);
  const quick = ["--timeout", "5"];
  assert.equal((await place.askAs("boris", "hold", "5")).said.reason, "not_allowed");

  // Of a host whose address is not known there is nothing to connect to.
  assert.is((await place.ask("run-test", "resolve_host")).said.state, "succeeded");
  const connect = async () => (await place.ask("run-test", "connect_host")).said;
  const held = await place.ask("hold", "5");
  assert.equal([held.said.state], ["succeeded"], held.err);
  assert.match(readFileSync(join(place.rig.folder, "hold"), "utf8"), /^\d{4}-\d\d-\d\dT/);
  assert.equal((await connect()).reason, "hold");
  assert.is((await place.ask("release")).said.state, "succeeded");
  assert.is((await connect()).state, "succeeded");

  door.tell("posdiag.observe", { signal: "txn.running", value: true });
  await delay(300);
  assert.equal((await place.ask("at-read", "AT+CSQ")).said.reason, "payment_running");
  assert.is((await place.ask("read-state")).said.state, "succeeded");
  door.tell("posdiag.observe", { signal: "txn.running", value: false });
  assert.equal((await place.ask("recover", "radio")).said.reason, "recovery_off");

  const stranger = await place.askAs("mallory", ...quick, "release");
  assert.equal([stranger.exit, stranger.said.state], [75, null]);
  const rotated = await place.ask("rotate-keys", "--add", join(place.keys, "mallory.pub.json"));
  assert.is(rotated.said.state, "succeeded", rotated.err);
  assert.is((await place.askAs("mallory", "read-state")).said.state, "succeeded");

  const hearing = new AbortController();
  const captured = capturedIo();
  const watched = supportWatchCommand.run(["--broker", place.rig.broker], { ...captured.io, stop: hearing.signal });
  const { audit: heard } = (await place.ask("read-state")).said;
  door.close();
  assert.is(await agent.end(), 0);
  // Somebody takes the newest line away; the chain alone does not show it.
  const log = join(place.folder, "audit.log");
  const lines = readFileSync(log, "utf8").split("\n");
  writeFileSync(log, `${lines.slice(0, -2).join("\n")}\n`);
  assert.is((await run(supportAuditCommand, [log])).exit, 0);
  assert.is((await run(supportAuditCommand, [log, "--head", heard?.hash ?? ""])).exit, 65);
  const again = await bringUp(place.rig);
  assert.is((await place.askAs("mallory", "read-state")).said.state, "succeeded");
  hearing.abort();
  await watched;
  assert.match(
    captured.out(),
    `AUDIT LOG CUT SHORT: it had ${heard?.lines} lines before, head ${heard?.hash.slice(0, 16)}`,
  );
  const { status } = await again.door.ask("posdiag.status");
  assert.match(JSON.stringify(status), /"commands":\{"taken":1/);
  again.door.close();
  await again.agent.end();
});

test("settings are tried, and kept when they are confirmed", async () => {
  await using place = await openPlace({}, { POSDIAG_SUPERVISED: "1" });
  const first = await bringUp(place.rig);
  const set = await place.ask("set-config", "log.level=debug", "alarms.rearm_min=7", "--trial", "300");
  assert.is(set.said.state, "succeeded", set.err);
  assert.is(await first.agent.ended, 0);
  first.door.close();
  // As a supervisor would.
  const second = await bringUp(place.rig);
  const { status } = await second.door.ask("posdiag.status");
  assert.match(
    JSON.stringify(status),
    /"settings":\{"set":\[\],"on_trial":\["log\.level","alarms\.rearm_min"\],"left_s":2\d\d\}/,
  );
  assert.equal((await place.ask("set-config", "uplink.url=mqtt://evil")).said.reason, "on_trial");
  assert.is((await place.ask("confirm-config", set.said.id ?? "")).said.state, "succeeded");
  assert.equal((await place.ask("set-config", "uplink.url=mqtt://evil")).said.reason, "unsafe_key");
  second.door.close();
  await second.agent.end();
  const third = await bringUp(place.rig);
  const bundle = await place.ask("bundle");
  assert.match(JSON.stringify(bundle.said.result), /"log\.level":"debug"/);
  third.door.close();
  await third.agent.end();
});

test("retained, replayed and meaningless messages run nothing; one that a kill interrupts is answered once the agent is back", async () => {
  await using place = await openPlace();
  await using eve = await createSubscriber(place.port);
  const first = await bringUp(place.rig);
  const topic = "pos/v1/bench/PX7-00042/down/cmd";
  assert.is((await place.ask("read-state")).said.state, "succeeded");
  const [caught] = eve.heard.filter((each) => each.topic === topic);
  assert.ok(caught);
  const answers = () => eve.heard.filter((each) => each.topic.endsWith("/up/res")).length;
  // Accepted, one piece of the result, and the end.
  await until(() => answers() === 3);
  for (const payload of [caught?.payload ?? Buffer.alloc(0), Buffer.from("rubbish"), Buffer.alloc(20_000, 7)]) {
    await eve.publish(topic, payload);
  }
  // The one that was replayed has its old answer again, and no result.
  await until(() => answers() === 4);
  await delay(1_000);
  assert.is(answers(), 4);

  // A diagnosis with tests takes some seconds; the agent dies in the middle of it.
  const program = sourceProgram();
  const words = [
    "--broker",
    place.rig.broker,
    "--tenant",
    "bench",
    "--terminal",
    "PX7-00042",
    "--timeout",
    "60",
    "--json",
  ];
  const person = startChild(program, [
    "support",
    "run",
    ...words,
    "--key",
    join(place.keys, "anna.key"),
    "diagnose",
    "--active",
  ]);
  await new Promise<void>((resolve) => {
    person.onLine((line) => {
      if (/accepted/.test(line)) resolve();
    });
  });
  first.door.close();
  await first.agent.end("SIGKILL");
  const second = await bringUp(place.rig);
  assert.is(await person.ended, 1);
  const said = JSON.parse(person.lines.find((line) => line.startsWith("{")) ?? "{}");
  assert.is(said.state, "interrupted", person.lines.join("\n"));
  second.door.close();
  await second.agent.end();
  assert.is((await run(supportAuditCommand, [join(place.folder, "audit.log")])).exit, 0);
  const text = readFileSync(join(place.folder, "audit.log"), "utf8");
  writeFileSync(join(place.keys, "changed.log"), text.replace('"who":"anna"', '"who":"eve"'));
  const changed = await run(supportAuditCommand, [join(place.keys, "changed.log")]);
  assert.equal([changed.exit, Reflect.get(changed.said, "line")], [65, 2]);
});

test.run();
