/** Fault texts in English. Short, one action a line, no blame. */
import type { FaultTexts } from "../../model/text.ts";
import { inEnglish as en } from "./phrases.ts";

export const english: FaultTexts = {
  "sim.absent": {
    name: "SIM card missing",
    say: "The terminal does not find its SIM card.",
    do: ["Switch the terminal off, take the SIM card out, put it back firmly, and switch it on."],
    doNot: [en.noPowerOffNow, "Do not swap in the SIM card of another terminal: the card may be tied to this one."],
  },
  "sim.pin_locked": {
    name: "SIM card locked",
    say: "The SIM card asks for a PIN or PUK code and is locked.",
    do: ["Call your service provider to have the SIM card unlocked or replaced."],
    doNot: ["Do not guess the code: a few wrong tries lock the card for good."],
  },
  "sim.data_exhausted": {
    name: "Data allowance used up",
    say: "The signal is good but no data passes: the SIM card's data allowance is most likely used up.",
    do: ["Ask your service provider to top up the data.", "Until then, use Wi-Fi or a phone's hotspot."],
    doNot: [],
  },
  "cell.signal_weak": {
    name: "Weak mobile signal",
    say: "The mobile signal is too weak here.",
    do: ["Move the terminal to a window or outside and try again."],
    doNot: [en.lookUpFirst],
  },
  "cell.no_service": {
    name: "No mobile service",
    say: "The terminal finds no mobile network.",
    do: [
      "Move to another place.",
      "If that does not help, restart the terminal once, then call your service provider.",
    ],
    doNot: [en.noRestartNow],
  },
  "cell.registration_denied": {
    name: "Mobile network refuses the SIM card",
    say: "The mobile network refuses this SIM card.",
    do: ["Call your service provider: ask whether the card is suspended or tied to another terminal or region."],
    doNot: ["Do not keep restarting: the network does not change its mind."],
  },
  "modem.hung": {
    name: "Communication module hangs",
    say: "The communication module of the terminal has stopped answering.",
    do: ["Restart the terminal once."],
    doNot: [en.noRestartNow],
  },
  "modem.module_fault": {
    name: "Communication module defective",
    say: "The communication module of the terminal is missing or defective.",
    do: ["Use another terminal and have this one repaired."],
    doNot: [],
  },
  "net.apn_wrong": {
    name: "Wrong access point (APN)",
    say: "The mobile network does not know the access point (APN) that the terminal is set to.",
    do: ["Call support to have the APN of your acquirer restored."],
    doNot: ["Do not change the network settings by yourself."],
  },
  "sim.contact_bad": {
    name: "SIM card contact",
    say: "The SIM card keeps losing contact.",
    do: [
      "Switch the terminal off, take the SIM card out, wipe its contacts with a dry cloth, put it back firmly, and switch it on.",
    ],
    doNot: [en.noPowerOffNow, "Do not wedge anything into the card tray."],
  },
  "sim.invalid": {
    name: "SIM card no longer valid",
    say: "The mobile network no longer knows this SIM card, or the card is defective.",
    do: ["Call your service provider for a new SIM card."],
    doNot: ["Do not swap in the SIM card of another terminal: the card may be tied to that one."],
  },
  "sim.expired": {
    name: "SIM card's plan has run out",
    say: "The SIM card's plan has most likely run out: such cards are sold for a fixed time.",
    do: ["Call your service provider to renew or replace the SIM card.", "Until then, use Wi-Fi or a phone's hotspot."],
    doNot: [],
  },
  "sim.arrears": {
    name: "SIM card suspended",
    say: "The operator has switched the data of this SIM card off, most likely because a bill is open.",
    do: [
      "Ask whoever pays for the SIM card to settle it and have it switched on again.",
      "Until then, use Wi-Fi or a phone's hotspot.",
    ],
    doNot: ["Do not keep restarting: the operator does not change its mind."],
  },
  "sim.not_subscribed": {
    name: "No data in the SIM card's contract",
    say: "The SIM card's contract does not contain this data service.",
    do: ["Call your service provider: ask for data on this card, and for the right access point (APN)."],
    doNot: ["Do not change the network settings by yourself."],
  },
  "sim.locked_imei": {
    name: "SIM card tied to another terminal",
    say: "The SIM card is tied to another terminal and is refused in this one.",
    do: ["Put the SIM card back into its own terminal, and call your service provider to have it unlocked."],
    doNot: ["Do not move SIM cards between terminals.", "Do not keep restarting: that can lock the card for longer."],
  },
  "cell.congested": {
    name: "Mobile network overloaded",
    say: "Too many people use the mobile network here: it turns the terminal away for a while.",
    do: ["Use Wi-Fi, or wait a few minutes and try again."],
    doNot: [en.lookUpFirst],
  },
  "cell.carrier_outage": {
    name: "Mobile operator fails",
    say: "The mobile operator's network has a failure. Your terminal is fine.",
    do: ["Use Wi-Fi, or wait until the operator has mended it."],
    doNot: [en.notTheTerminal],
  },
  "power.brownout_under_load": {
    name: "Power too weak",
    say: "The communication module keeps restarting because its power breaks down.",
    do: [
      "Use the terminal's own power adapter and cable, and charge it before you go on.",
      "If it happens again, have battery and adapter checked.",
    ],
    doNot: ["Do not print and pay at the same time on a nearly empty battery."],
  },
  unlisted: {
    name: "Cause not known",
    say: "Something is wrong, but its cause is not known yet.",
    do: ["Call support: the terminal has sent what it measured."],
    doNot: [],
  },
};
