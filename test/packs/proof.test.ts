import { sealCommand } from "../../src/commands/seal.ts";
import { mostPackBytes } from "../../src/packs/envelope.ts";
import type { Pack } from "../../src/packs/pack.ts";
import { anyDay, type PackTerms, peek, printOf, provePack } from "../../src/packs/proof.ts";
import { assert, suite } from "../front-door/suite.ts";
import { anna, bytesOf, packOf, signer, terms } from "./bench.ts";

const test = suite("packs/proof", { timeoutMs: 30_000 });

function verdict(bytes: Uint8Array, own: Partial<PackTerms> = {}): string {
  const proof = provePack(bytes, { ...terms, ...own });
  return proof.kind === "proved" ? `${proof.pack.name}-${proof.pack.version}` : proof.reason;
}

test("what somebody has signed who may is taken, with what is in it", () => {
  const proof = provePack(bytesOf(packOf(12)), terms);
  if (proof.kind === "refused") throw new Error(proof.what.join());
  assert.equal(
    [proof.pack.version, proof.signer, proof.contents],
    [12, "anna", { codes: { A2: "issuer_out", Y7: "merchant_frozen" } }],
  );
  assert.match(proof.print, /^[a-p]{32}$/);
});

test("a pack in which one byte is another one is refused, whichever it is", () => {
  const bytes = bytesOf(packOf(12));
  const print = printOf(bytes);
  for (let at = 0; at < bytes.length; at += 1) {
    for (const flip of [0x01, 0x20, 0x80]) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ flip;
      assert.not.equal(verdict(bent), "acme-12", `byte ${at} with ${flip}`);
      assert.is.not(printOf(bent), print);
    }
  }
});

test("a pack that is cut short, or longer than it was, is refused", () => {
  const bytes = bytesOf(packOf(12));
  for (let length = 0; length < bytes.length; length += 1) {
    assert.ok(["malformed", "bad_signature"].includes(verdict(bytes.subarray(0, length))), `${length} bytes`);
  }
  assert.is(verdict(Buffer.concat([bytes, Buffer.from("\n")])), "bad_signature");
  assert.is(verdict(Buffer.concat([Buffer.from("\n"), bytes])), "malformed");
});

test("too large is refused before anything is looked at", () => {
  assert.is(verdict(Buffer.alloc(mostPackBytes + 1, "x")), "oversized");
  assert.is(verdict(Buffer.alloc(mostPackBytes, "x")), "malformed");
});

test("a key that is not in the list, may not, or is another one of the same id proves nothing", () => {
  const [stranger, asks] = [signer("stranger"), signer("asks", { may: ["diagnose", "hint"] })];
  assert.is(verdict(bytesOf(packOf(12), stranger)), "unknown_key");
  assert.is(verdict(bytesOf(packOf(12)), { keys: [] }), "unknown_key");
  assert.is(verdict(bytesOf(packOf(12), asks), { keys: [asks.trusted] }), "not_allowed");
  const forged = bytesOf(packOf(12), stranger).toString();
  const line = bytesOf(packOf(12)).toString().split(" ").slice(0, 3).join(" ");
  assert.is(verdict(Buffer.from(`${line} ${forged.split(" ").slice(3).join(" ")}`)), "bad_signature");
});

test("a command's signature does not pass for a pack's", () => {
  const text = bytesOf(packOf(12)).toString().split("\n").slice(1).join("\n");
  const { key, signature } = sealCommand(Buffer.from(text), anna.privateKey);
  const line = `posdiag-data 1 ${Buffer.from(key).toString("hex")} ${Buffer.from(signature).toString("base64")}`;
  assert.is(verdict(Buffer.from(`${line}\n${text}`)), "bad_signature");
});

test("a key counts up to its last day; without a clock nobody can say so; what was taken before stays", () => {
  const ends = signer("ends", { until: "2026-11-27" });
  const bytes = bytesOf(packOf(12), ends);
  const keys = [ends.trusted];
  assert.is(verdict(bytes, { keys }), "acme-12");
  assert.is(verdict(bytes, { keys, today: "2026-11-28" }), "key_expired");
  assert.is(verdict(bytes, { keys, today: undefined }), "clock_unknown");
  assert.is(verdict(bytes, { keys, today: anyDay }), "acme-12");
  assert.is(verdict(bytesOf(packOf(12)), { today: undefined }), "acme-12", "a key without an end needs no clock");
});

test("what is meant for others is refused, and what it is meant for is understood or refused", () => {
  const meant = (said: Pack["meant"], own: Partial<PackTerms> = {}) =>
    verdict(bytesOf(packOf(12, { meant: said })), own);
  assert.is(meant({ tenant: ["other", "acme"], acquirer: ["acq-1"] }), "acme-12");
  assert.is(meant({ tenant: ["other"] }), "not_meant");
  assert.is(meant({ region: ["east"] }), "not_meant", "the terminal does not say its region");
  assert.is(meant({ agent_from: "0.1.0", agent_below: "0.2.0" }), "acme-12");
  assert.is(meant({ agent_from: "0.1.1" }), "not_meant");
  assert.is(meant({ agent_below: "0.1.0" }), "not_meant");
  assert.is(
    meant({ agent_from: "0.9.0", agent_below: "0.11.0" }, { version: "0.10.3" }),
    "acme-12",
    "numbers, not letters",
  );
});

test("one wrong file in it and nothing of it is taken; what is wrong is said", () => {
  const contents = {
    codes: '{"51":"rich"}',
    catalogue: '{"texts":{"en":{"sim.absent":{"say":"charge again"}}}}',
    modems: "[",
  };
  const proof = provePack(bytesOf(packOf(12, { contents })), terms);
  if (proof.kind === "proved") throw new Error("taken");
  assert.is(proof.reason, "bad_contents");
  const sections = proof.what.map((each) => each.slice(0, each.indexOf(":")));
  assert.ok(sections.includes("codes") && sections.includes("modems"), proof.what.join("\n"));
});

test("what nobody has signed can be looked at, and is not taken for it", () => {
  const peeked = peek(bytesOf(packOf(7), signer("stranger")));
  assert.ok("pack" in peeked && peeked.pack.version === 7);
  assert.ok("kind" in peek(Buffer.from("posdiag-data 1 none\n{}")));
});

test.run();
