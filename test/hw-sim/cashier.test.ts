/** The payment application against the acquirer: money, keys, reversals, and what posdiag hears of them. */
import { type Acquirer, createAcquirer } from "../../hw-sim/acquirer.ts";
import { createDialUp } from "../../hw-sim/cashier/dial-up.ts";
import { createWay, type WayOptions } from "../../hw-sim/cashier/way.ts";
import { type Cashier, createCashier } from "../../hw-sim/cashier.ts";
import { createDnsServer } from "../../hw-sim/dns.ts";
import { assert, suite } from "../front-door/suite.ts";

let acquirer: Acquirer;
let cashier: Cashier;
let told: string[] = [];
const heard = (signal: string) =>
  told.filter((fact) => fact.startsWith(`${signal}=`)).map((fact) => fact.split("=")[1]);

const limits = { look_up: 150, connect: 150, handshake: 150 };
const way = (options: Partial<WayOptions> = {}) => createWay({ host: acquirer, limits, ...options });

function hire(dial = way(), answerMs = 150): Cashier {
  told = [];
  const tell = ({ signal, value }: { readonly signal: string; readonly value: unknown }) =>
    told.push(`${signal}=${value}`);
  return createCashier({ dial, masterKey: acquirer.masterKey, tell, answerMs });
}

const test = suite("cashier", { timeoutMs: 10_000 });
test.before.each(async () => {
  acquirer = await createAcquirer({ name: "host.acquirer.test", seed: 1, now: () => new Date() });
  cashier = hire();
});
test.after.each(() => acquirer.close());

test("signs in and sells, and says so in order: facts, outcome, end", async () => {
  assert.is(await cashier.sell({ group: "g2", amountFen: 1_250 }), "approved");
  const shown = told.map((fact) => fact.replace(/(resp_ms|skew_s)=-?\d+/, "$1"));
  const answer = ["host.resp_ms", "host.header_proc_req=0", "clock.skew_s"];
  assert.equal(shown, [
    ...["txn.running=true", "txn.type=sale", "txn.issuer_group=g2"],
    ...[...answer, "host.signin_rc=00"],
    ...[...answer, "key.mac_verify=ok", "txn.rc=00"],
    ...["txn.outcome=approved", "txn.running=false"],
  ]);
  const [booking] = acquirer.bookings();
  assert.equal([booking?.amount, booking?.state, booking?.heard], ["000000001250", "booked", true]);
});

test("a code is a decline, by issuer group, and books nothing", async () => {
  acquirer.set({ codes: { "0200/g2": "98" } });
  assert.equal([await cashier.sell({ group: "g1" }), await cashier.sell({ group: "g2" })], ["approved", "declined"]);
  assert.equal([heard("txn.rc"), acquirer.bookings().length], [["00", "98"], 1]);
});

test("a sale without an answer is reversed before the next one", async () => {
  await cashier.sell();
  acquirer.set({ delay: { ms: 400, jitter: 0 } });
  assert.is(await cashier.sell(), "timeout");
  assert.is(cashier.pending()?.reason, "98");
  acquirer.set({});
  assert.is(await cashier.sell(), "approved");
  assert.equal(heard("txn.reversal_state"), ["pending", "ok"]);
  const states = acquirer.bookings().map(({ state, heard: known }) => `${state} ${known}`);
  assert.equal(states, ["booked true", "reversed false", "booked true"]);
});

test("a late answer paid again elsewhere is a double booking, and the ledger shows it until it is reversed", async () => {
  await cashier.sell();
  acquirer.set({ delay: { ms: 300, jitter: 0 } });
  await cashier.sell();
  await new Promise((resolve) => setTimeout(resolve, 300));
  acquirer.set({});
  // The customer pays again at the next till.
  const next = createCashier({ dial: way(), masterKey: acquirer.masterKey, tell: () => {}, terminal: "POS00002" });
  assert.is(await next.sell(), "approved");
  const lost = () => acquirer.bookings().filter(({ state, heard: known }) => state === "booked" && !known).length;
  assert.is(lost(), 1);
  await cashier.sell();
  assert.is(lost(), 0);
});

test("three reversals without an answer are enough; no sale goes before one has succeeded", async () => {
  await cashier.sell();
  acquirer.set({ manner: "half_frame" });
  assert.is(await cashier.sell(), "timeout");
  const before = acquirer.tally().messages["0200"];
  assert.is(await cashier.sell(), "timeout");
  assert.equal([acquirer.tally().messages["0400"], acquirer.tally().messages["0200"]], [3, before]);
  assert.equal(heard("txn.reversal_state"), ["pending", "sent", "sent", "sent", "failed"]);
  acquirer.set({ codes: { "0400": "96" } });
  assert.is(await cashier.sell(), "declined");
  await acquirer.setMode("down");
  assert.is(await cashier.sell(), "aborted");
  assert.is(acquirer.tally().messages["0400"], 6);
  await acquirer.setMode("up");
  acquirer.set({});
  assert.is(await cashier.sell(), "approved");
  assert.equal(heard("txn.reversal_state").slice(-2), ["pending", "ok"]);
});

test("an approval with a wrong MAC is none: reversed with reason A0", async () => {
  await cashier.sell();
  acquirer.set({ manner: "bad_mac" });
  assert.is(await cashier.sell(), "unknown");
  assert.equal([cashier.pending()?.reason, heard("key.mac_verify")], ["A0", ["ok", "fail"]]);
  acquirer.set({});
  assert.is(await cashier.sell(), "approved");
  assert.is(acquirer.bookings().filter(({ state }) => state === "reversed").length, 1);
});

test("what a host that was never asked to reverse says, 25, is an end of it as well", async () => {
  await cashier.sell();
  acquirer.set({ codes: { "0200": "96" }, manner: "nonsense" });
  assert.is(await cashier.sell(), "unknown");
  assert.is(cashier.pending()?.reason, "06");
  acquirer.set({});
  assert.is(await cashier.sell(), "approved");
  assert.equal(heard("txn.reversal_state"), ["pending", "ok"]);
});

for (const manner of ["wrong_length", "wrong_tpdu", "nonsense"] as const) {
  test(`${manner} is no answer that can be believed`, async () => {
    await cashier.sell();
    acquirer.set({ manner });
    assert.is(await cashier.sell(), "unknown");
  });
}
for (const [manner, outcome, tcp] of [
  ["close", "timeout", []],
  ["reset_on_request", "timeout", ["reset"]],
  ["drip", "timeout", []],
  ["flood", "approved", []],
  ["never_closes", "approved", []],
] as const) {
  test(`a host with the manner ${manner}: ${outcome}`, async () => {
    await cashier.sell();
    acquirer.set({ manner });
    const came = await cashier.sell();
    // Hung up on before it spoke, or after: which of the two comes first is the kernel's.
    if (manner === "close") assert.ok(came === "timeout" || came === "aborted");
    else assert.is(came, outcome);
    assert.equal(heard("net.tcp_host"), tcp);
  });
}

test("another sign-in on the same terminal takes the key away: A0, and a sign-in mends it", async () => {
  await cashier.sell();
  await createCashier({ dial: way(), masterKey: acquirer.masterKey, tell: () => {} }).signIn();
  assert.equal([await cashier.sell(), await cashier.sell()], ["declined", "approved"]);
  assert.equal(heard("txn.rc"), ["00", "A0", "00"]);
});
test("processing request 3 is obeyed before the next sale", async () => {
  acquirer.set({ asks: 3 });
  await cashier.sell();
  acquirer.set({});
  await cashier.sell();
  assert.equal([acquirer.tally().messages["0800"], heard("host.header_proc_req")[0]], [2, "3"]);
});
test("keys of the wrong length are refused, and so are those under another master key", async () => {
  acquirer.set({ manner: "short_keys" });
  assert.is(await cashier.signIn(), "unknown");
  assert.equal(heard("key.master_key_present"), []);
  acquirer.set({});
  const tell = ({ signal, value }: { readonly signal: string; readonly value: unknown }) =>
    told.push(`${signal}=${value}`);
  const stranger = createCashier({ dial: way(), masterKey: Buffer.alloc(16, 1), tell });
  assert.is(await stranger.sell(), "unknown");
  assert.equal(heard("key.master_key_present"), ["false"]);
});
test("settles with and without field 39, and goes on in the next batch", async () => {
  await cashier.sell();
  for (const manner of ["no_code", "good"] as const) {
    acquirer.set({ manner });
    assert.is(await cashier.settle(), "approved");
    acquirer.set({});
    await cashier.sell();
  }
  assert.equal(
    acquirer.bookings().map(({ batch }) => batch),
    ["000001", "000002", "000003"],
  );
  assert.equal(heard("txn.type"), ["sale", "settle", "sale", "settle", "sale"]);
});
test("in the cut-over everything is 90; an echo has no outcome", async () => {
  assert.is(await cashier.echo(), "approved");
  acquirer.set({ codes: { "*": "90" } });
  assert.equal(
    [await cashier.signIn(), await cashier.echo(), await cashier.settle()],
    ["declined", "declined", "declined"],
  );
  assert.equal([heard("host.signin_rc"), heard("txn.outcome").length], [["90"], 2]);
});

test("what stops it on the way is told, and once more when it is over", async () => {
  const dns = await createDnsServer({ names: ["host.acquirer.test"] });
  cashier = hire(way({ dns: [dns.address] }));
  for (const mode of ["silent", "nxdomain", "servfail", "ok"] as const) {
    dns.setMode(mode);
    await cashier.sell();
  }
  for (const mode of ["down", "blackhole", "up"] as const) {
    await acquirer.setMode(mode);
    await cashier.sell();
  }
  await dns.close();
  assert.equal(heard("net.dns_resolve"), ["timeout", "nxdomain", "servfail", "ok"]);
  assert.equal(heard("net.tcp_host"), ["refused", "timeout", "ok"]);
  const outcomes = ["aborted", "aborted", "aborted", "approved", "aborted", "aborted", "approved"];
  assert.equal(heard("txn.outcome"), outcomes);
});
test("sells over TLS, and tells what is wrong with it", async () => {
  cashier = hire(way({ tls: { root: acquirer.root } }));
  for (const tls of ["good", "expired", "good"] as const) {
    acquirer.set({ tls });
    await cashier.sell();
  }
  assert.equal(
    [heard("host.tls"), heard("txn.outcome")],
    [
      ["cert_expired", "ok"],
      ["approved", "aborted", "approved"],
    ],
  );
});
test("a client without the certificate that is demanded is refused", async () => {
  cashier = hire(way({ tls: { root: acquirer.root } }));
  acquirer.set({ tls: "good", client_cert: true });
  await cashier.sell();
  const client = await acquirer.issueClient("POS00001");
  assert.equal([heard("host.tls"), heard("txn.outcome")], [["handshake_failure"], ["timeout"]]);
  cashier = hire(way({ tls: { root: acquirer.root, client } }));
  assert.is(await cashier.sell(), "approved");
});
test("on a telephone line the calls come first", async () => {
  cashier = hire(createDialUp(["no_dial_tone", "busy", "ok"], way()));
  const outcomes = [await cashier.sell(), await cashier.sell(), await cashier.sell()];
  assert.equal(outcomes, ["aborted", "aborted", "approved"]);
  assert.equal(heard("line.dial_result"), ["no_dial_tone", "busy", "ok"]);
});
test("tells how far its clock is off", async () => {
  told = [];
  const tell = ({ signal, value }: { readonly signal: string; readonly value: unknown }) =>
    told.push(`${signal}=${value}`);
  const now = () => new Date(Date.now() + 7_200_000);
  await createCashier({ dial: way(), masterKey: acquirer.masterKey, tell, now }).signIn();
  const [skew] = heard("clock.skew_s");
  assert.ok(Math.abs(Number(skew) - 7_200) <= 2, skew ?? "none");
});
test.run();
