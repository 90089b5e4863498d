/** Texts in English for faults of the way to the host, of the host itself, and of what its answers say. */
import type { FaultTexts } from "../../../model/text.ts";
import { inEnglish as en } from "../phrases.ts";

export const networkEnglish: FaultTexts = {
  "lan.cable_loose": {
    name: "Network cable loose",
    say: "The network cable has come loose or is broken.",
    do: ["Push both ends of the network cable in until they click.", "If that does not help, try another cable."],
    doNot: [],
  },
  "lan.router_fault": {
    name: "Router does not answer",
    say: "The terminal is connected, but the shop's router does not answer.",
    do: ["Switch the router off, wait ten seconds, and switch it on.", "Until then, use mobile data."],
    doNot: [en.noRouterOffNow],
  },
  "lan.dhcp_failed": {
    name: "No network address",
    say: "The terminal gets no address from the shop's router.",
    do: [
      "Restart the router.",
      "If it stays, ask whoever looks after your network: the router has no address to give.",
    ],
    doNot: [en.noRouterOffNow, "Do not type in an address by guessing."],
  },
  "lan.captive_portal": {
    name: "Wi-Fi wants a login page",
    say: "This network wants a login on a web page before it lets anything through.",
    do: ["Use a network without a login page, or mobile data."],
    doNot: [],
  },
  "wifi.weak": {
    name: "Weak Wi-Fi",
    say: "The Wi-Fi signal is too weak here.",
    do: ["Move the terminal closer to the router, or use mobile data."],
    doNot: [en.lookUpFirst],
  },
  "wifi.auth_failed": {
    name: "Wi-Fi password wrong",
    say: "The Wi-Fi refuses the terminal's password.",
    do: ["Enter the Wi-Fi password again."],
    doNot: [],
  },
  "line.pstn_fault": {
    name: "Telephone line dead",
    say: "The telephone line is dead.",
    do: [
      "Check the telephone cord at the back of the terminal.",
      "Try the line with a telephone; if it is dead, call the telephone company.",
    ],
    doNot: [],
  },
  "line.busy": {
    name: "Telephone line in use",
    say: "The telephone line is in use.",
    do: ["Hang up the other telephone on this line, then try again."],
    doNot: [],
  },
  "net.down": {
    name: "No network",
    say: "The terminal has no way out to the network.",
    do: ["Switch to Wi-Fi or mobile data.", "If that does not help, restart the terminal once."],
    doNot: [en.noRestartNow],
  },
  "net.unstable": {
    name: "Unstable network",
    say: "The network is unstable here: part of what is sent gets lost.",
    do: ["Switch to another network (mobile data or Wi-Fi), then try again."],
    doNot: [en.lookUpFirst],
  },
  "net.bandwidth_low": {
    name: "Network too slow",
    say: "The network is too slow: something else takes up the line.",
    do: [
      "Stop downloads and videos on this network, or use mobile data.",
      "If it happens often, ask your network provider for a faster line.",
    ],
    doNot: [en.lookUpFirst],
  },
  "net.config_wrong": {
    name: "Network settings wrong",
    say: "The network settings were changed, and with the new ones the payment host is not reached.",
    do: ["Call support: address, port and gateway must be checked and the parameters downloaded again."],
    doNot: ["Do not change more settings by trial."],
  },
  "net.dns_failed": {
    name: "Names are not resolved",
    say: "The network works, but the address of the payment host cannot be looked up.",
    do: ["Switch to another network (mobile data or Wi-Fi).", "If it stays, call your network provider."],
    doNot: [],
  },
  "net.isp_outage": {
    name: "Internet provider fails",
    say: "Your router works, but nothing behind it answers: the Internet provider has a failure.",
    do: ["Use mobile data, and call your Internet provider."],
    doNot: [en.notTheTerminal],
  },
  "net.policy_change": {
    name: "Network rules have changed",
    say: "Payments were cut off by new rules of the network that have been announced.",
    do: ["Call your acquirer: ask which settings the notice demands."],
    doNot: ["Do not change the network settings by yourself."],
  },
  "net.firewall_blocked": {
    name: "Blocked by this network",
    say: "This network lets everything through but the payment host.",
    do: ["Use mobile data.", "Ask whoever looks after your router to open it for the payment host."],
    doNot: [en.notTheTerminal],
  },
  "host.down": {
    name: "Payment host down",
    say: "Your network is fine. The payment company's system cannot be reached.",
    do: ["Wait a few minutes and try again, or take the payment another way.", "If it stays, call your acquirer."],
    doNot: [en.lookUpFirst, en.notTheTerminal],
  },
  "host.maintenance": {
    name: "Payment host in maintenance",
    say: "The payment company's system is in its announced maintenance.",
    do: ["Wait until the maintenance is over (the notice says when), or take the payment another way."],
    doNot: [en.noTryingAgain],
  },
  "host.upgrade": {
    name: "Payment host being upgraded",
    say: "The payment company's system is being upgraded.",
    do: ["Take the payment another way; when the upgrade is over, sign in again and download the parameters."],
    doNot: [en.noTryingAgain],
  },
  "host.congested": {
    name: "Payment host overloaded",
    say: "The payment company's system answers late: too many pay at this moment.",
    do: [
      "Wait for the answer; if there is none, look up the result, then try again a few minutes later.",
      "If it did not succeed, the payment can be taken another way.",
    ],
    doNot: [en.lookUpFirst],
  },
  "host.timeout": {
    name: "Payment host does not answer",
    say: "The payment went out, but the payment company's system does not answer.",
    do: [
      "Look up the result of the payment before you repeat it.",
      "If it did not succeed, the payment can be taken another way.",
    ],
    doNot: ["Do not swipe again before the result is known.", "Do not switch the terminal off."],
  },
  "host.tls_failed": {
    name: "No secure connection",
    say: "The payment host is there, but no secure connection to it comes about.",
    do: ["Call your acquirer: the certificate of the host or of the terminal must be checked.", en.untilThenOtherWay],
    doNot: [en.notTheTerminal],
  },
  "host.cert_expired": {
    name: "Certificate has expired",
    say: "The certificate of the payment host has expired; the terminal's clock is right.",
    do: ["Call your acquirer: the certificate must be renewed.", en.untilThenOtherWay],
    doNot: ["Do not set the terminal's clock back.", en.notTheTerminal],
  },
  "host.cutover": {
    name: "Day change of the payment host",
    say: "The payment company's system is changing over to the next day.",
    do: ["Wait a few minutes, then try again.", en.untilThenOtherWay],
    doNot: [],
  },
  "switch.malfunction": {
    name: "Payment network fails",
    say: "The payment network between the banks has a failure; it does not matter which card is used.",
    do: ["Wait ten minutes and try again, or take the payment another way.", "If it stays, call your acquirer."],
    doNot: [en.notTheTerminal],
  },
  "issuer.unreachable": {
    name: "Card's bank does not answer",
    say: "The bank of this card does not answer.",
    do: ["Use a card of another bank, or try again later."],
    doNot: [],
  },
  "issuer.maintenance": {
    name: "Card's bank in maintenance",
    say: "The bank of this card is in maintenance; cards of other banks work.",
    do: ["Use a card of another bank."],
    doNot: [en.notTheTerminal],
  },
  "device.clock_wrong": {
    name: "Terminal's clock is wrong",
    say: "The terminal's date or time is wrong, so it takes valid certificates for invalid.",
    do: ["Switch on automatic date and time, or sign in again to set the clock."],
    doNot: [],
  },
  "key.expired": {
    name: "Keys too old",
    say: "The terminal's keys are too old: it has not signed in for a long time.",
    do: ["Sign in again.", "If it is refused, call your acquirer."],
    doNot: [],
  },
  "key.mac_error": {
    name: "Message check fails",
    say: "The host and the terminal do not agree on their key: messages fail their check.",
    do: ["Sign in again.", "If it stays, call your acquirer: the master key must be checked."],
    doNot: [],
  },
  "key.pin_format_error": {
    name: "PIN cannot be read",
    say: "The host cannot read the PIN: the PIN key does not fit.",
    do: ["Sign in again, then repeat the payment."],
    doNot: ["Do not let the customer try the PIN again before you have signed in."],
  },
  "key.not_injected": {
    name: "Master key missing",
    say: "The terminal's master key is missing.",
    do: ["Call your acquirer to have the master key loaded; use another terminal until then."],
    doNot: [],
  },
  "session.signin_required": {
    name: "Sign-in needed",
    say: "The host wants the terminal to sign in again.",
    do: ["Run the sign-in, then repeat the payment."],
    doNot: [],
  },
  "session.batch_mismatch": {
    name: "Batch number differs",
    say: "The batch number of the terminal is not that of the host.",
    do: ["Run the sign-in: it takes over the host's batch number."],
    doNot: [],
  },
  "session.settlement_required": {
    name: "Settlement needed",
    say: "The terminal's batch is full and must be settled first.",
    do: ["Run the settlement, then go on."],
    doNot: [],
  },
  "session.state_mismatch": {
    name: "Terminal and host disagree",
    say: "The host's records do not fit what the terminal asks for.",
    do: ["Sign in again; for a void or refund check the date of the first payment."],
    doNot: [],
  },
};
