import { type Acquirer, createAcquirer } from "../../hw-sim/acquirer.ts";
import { decodeFrame } from "../../hw-sim/iso8583/frame.ts";
import { decodeMessage } from "../../hw-sim/iso8583/message.ts";
import { systemClock } from "../../src/base/clock.ts";
import { type EchoOptions, echo } from "../../src/probes/echo.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the echo, against a host", { timeoutMs: 10_000 });

let host: Acquirer;
let skewMs = 0;

test.before(async () => {
  host = await createAcquirer({ name: "host.acquirer.test", seed: 1, now: () => new Date(Date.now() - skewMs) });
});
test.before.each(async () => {
  host.set({});
  skewMs = 0;
  await host.setMode("up");
});
test.after(() => host.close());

const options = (change: Partial<EchoOptions> = {}): EchoOptions => ({
  target: { address: "127.0.0.1", port: host.port },
  identity: { tpdu: "6000030000", header: "603100310000", terminal: "00004711", merchant: "ACME00000004711" },
  tls: undefined,
  connectTimeoutMs: 2_000,
  answerTimeoutMs: 2_000,
  clock: systemClock,
  ...change,
});

async function values(change: Partial<EchoOptions> = {}): Promise<Readonly<Record<string, unknown>>> {
  const readings = await echo(options(change));
  return Object.fromEntries(readings.map(({ signal, value, quality }) => [signal, value ?? quality]));
}

test("is answered, with the time it took, the processing request and the host's clock", async () => {
  const said = await values();
  assert.is(said["host.echo_0820"], "ok");
  assert.is(said["host.header_proc_req"], 0);
  assert.ok(Number(said["host.resp_ms"]) >= 0);
  assert.ok(Math.abs(Number(said["clock.skew_s"])) <= 1);
});

test("another codec reads what is sent, and it is one message on one connection", async () => {
  const frames: Buffer[] = [];
  const before = host.tally().connections;
  const stop = host.onFrame((way, frame) => way === "in" && frames.push(frame));
  await echo(options());
  stop();
  const [frame = Buffer.alloc(0)] = frames;
  const read = decodeFrame(frame.subarray(2));
  const message = read.kind === "ok" ? decodeMessage(read.frame.body) : read;
  assert.equal(message, {
    kind: "ok",
    message: { mti: "0820", fields: { 41: "00004711", 42: "ACME00000004711", 60: "00000001301" } },
  });
  assert.equal([frames.length, host.tally().connections - before], [1, 1]);
});

test("a code is told, and what the header asks for", async () => {
  host.set({ codes: { "0820": "91" }, asks: 3 });
  const said = await values();
  assert.equal([said["host.echo_0820"], said["host.header_proc_req"]], ["rc:91", 3]);
});

test("a terminal whose clock is ahead by ten minutes is told so", async () => {
  skewMs = 600_000;
  assert.ok(Math.abs(Number((await values())["clock.skew_s"]) - 600) <= 1);
});

test("goes over TLS to a host that is trusted, and not to one that is not", async () => {
  host.set({ tls: "good" });
  const tls = { name: "host.acquirer.test", trust: host.root, identity: undefined };
  assert.is((await values({ tls }))["host.echo_0820"], "ok");
  const before = host.tally().messages["0820"];
  assert.is((await values({ tls: { ...tls, trust: undefined } }))["host.echo_0820"], "not_run");
  host.set({ tls: "expired" });
  assert.is((await values({ tls }))["host.echo_0820"], "not_run");
  assert.is(host.tally().messages["0820"], before);
});

test("shows its own certificate to a host that wants one", async () => {
  host.set({ tls: "good", client_cert: true });
  const identity = await host.issueClient("agent");
  const tls = { name: "host.acquirer.test", trust: host.root, identity };
  assert.is((await values({ tls }))["host.echo_0820"], "ok");
});

for (const manner of ["close", "reset_on_request", "half_frame"] as const) {
  test(`a host that does ${manner} has not answered`, async () => {
    host.set({ manner });
    assert.equal(await values(), { "host.echo_0820": "timeout" });
  });
}

test("a host that resets at once has not answered, or was not even reached", async () => {
  host.set({ manner: "reset" });
  const said = await values();
  assert.ok(["timeout", "not_run"].includes(String(said["host.echo_0820"])) && Object.keys(said).length === 1);
});

for (const manner of ["wrong_tpdu", "wrong_length", "nonsense"] as const) {
  test(`what a host says that does ${manner} is no answer, and no silence either`, async () => {
    host.set({ manner });
    assert.equal(await values(), { "host.echo_0820": "absent" });
  });
}

for (const manner of ["flood", "never_closes"] as const) {
  test(`a host that does ${manner} has answered, and is not listened to any longer`, async () => {
    host.set({ manner });
    assert.is((await values())["host.echo_0820"], "ok");
  });
}

test("silence, and an answer in drops that would take for ever, end in time", async () => {
  await host.setMode("silent");
  assert.equal(await values({ answerTimeoutMs: 150 }), { "host.echo_0820": "timeout" });
  await host.setMode("up");
  host.set({ manner: "drip" });
  assert.equal(await values({ answerTimeoutMs: 150 }), { "host.echo_0820": "timeout" });
});

test("a host that takes no connection is not asked", async () => {
  await host.setMode("down");
  assert.equal(await values(), { "host.echo_0820": "not_run" });
});

test.run();
