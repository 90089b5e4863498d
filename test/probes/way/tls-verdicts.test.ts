import { chainVerdict, failureVerdict, isAlert } from "../../../src/probes/way/tls-verdicts.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("codes of TLS");

test("what is wrong with a chain is a matter of trust, of dates, or of something else", () => {
  assert.is(chainVerdict("SELF_SIGNED_CERT_IN_CHAIN"), "untrusted");
  assert.is(chainVerdict("CERT_HAS_EXPIRED"), "dates");
  assert.is(chainVerdict("CERT_REVOKED"), undefined);
});

test("a stream that ends is told from a handshake that fails", () => {
  assert.is(failureVerdict("ECONNRESET"), "reset");
  assert.is(failureVerdict("ETIMEDOUT"), "timeout");
  assert.is(failureVerdict("ERR_SSL_WRONG_VERSION_NUMBER"), "handshake_failure");
  assert.is(failureVerdict(undefined), "handshake_failure");
});

test("an alert comes from the host, other errors are ours", () => {
  assert.ok(isAlert("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"));
  assert.ok(isAlert("ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE"));
  assert.not(isAlert("ERR_SSL_WRONG_VERSION_NUMBER"));
  assert.not(isAlert(undefined));
});

test.run();
