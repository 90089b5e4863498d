/** Faults of the families net and host. */
import type { FaultDefinition } from "../model/catalogue.ts";

export const networkFaults = {
  "net.apn_wrong": {
    rate: "rare",
    needs: ["cellular"],
    severity: "critical",
    party: ["acquirer", "vendor"],
    pace: "direct",
    causes: {
      no_bearer: "usually",
      no_path: "always",
      apn_refused: "usually",
      apn_unexpected: "usually",
      service_not_subscribed: "sometimes",
    },
    source: "3GPP TS 24.301 9.9.4.4 (ESM cause 27, 33)",
  },
  "net.dns_failed": {
    rate: "occasional",
    severity: "major",
    party: ["merchant", "isp"],
    pace: "probed",
    causes: { dns_failed: "always", payments_fail: "usually" },
    source: "field: names do not resolve while addresses answer",
  },
  "host.down": {
    rate: "occasional",
    severity: "major",
    party: ["acquirer"],
    pace: "probed",
    causes: {
      host_unreachable: "usually",
      no_answer: "always",
      host_tcp_refused: "often",
      acquirer_fails_everywhere: "usually",
    },
    source: "merchant guides S2 S4 (支付平台系统故障)",
  },
  "host.timeout": {
    rate: "common",
    severity: "major",
    party: ["acquirer"],
    pace: "probed",
    causes: { no_answer: "always" },
    source: "field: the connection stands, the request is sent, no answer in the time the application waits",
  },
} as const satisfies Record<string, FaultDefinition>;
