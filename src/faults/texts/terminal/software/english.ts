/** Texts in English for the terminal's software, its parameters, and a key that must be changed. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inEnglish as en } from "../../phrases.ts";

const afterUpdate = "Do not update, restart or reinstall anything more.";

export const softwareEnglish: FaultTexts = {
  "sw.os_incompatible": {
    name: "System update does not fit",
    say: "The payment application has been failing since the system was updated.",
    do: ["Call support to have a working version put back.", "Until then, take payments on another terminal."],
    doNot: [afterUpdate],
  },
  "sw.app_incompatible": {
    name: "Application change does not fit",
    say: "The terminal has been failing since the payment application or its parameters changed.",
    do: ["Call support to have the former version put back.", "Until then, take payments on another terminal."],
    doNot: [afterUpdate],
  },
  "sw.app_bug": {
    name: "Application fails",
    say: "The payment application itself fails; neither network nor card is the cause.",
    do: ["Look up the result of the last payment first.", "Call support: the terminal has sent what it measured."],
    doNot: ["Do not clear the application's data, and do not remove it."],
  },
  "sw.os_fault": {
    name: "System fails",
    say: "The terminal's operating system has a failure.",
    do: ["Restart the terminal once.", "If it stays, call support."],
    doNot: [en.noRestartNow, "Do not reset it to factory settings: records and keys would be lost."],
  },
  "sw.crash": {
    name: "Crashed",
    say: "The terminal crashed and restarted by itself.",
    do: ["Look up the result of the last payment first.", "If it happens again, call support."],
    doNot: [en.lookUpFirst],
  },
  "sw.version_too_old": {
    name: "Software too old",
    say: "The terminal's software is too old: the host no longer accepts it.",
    do: ["Run the settlement first.", "Then go online and update the terminal's software."],
    doNot: ["Do not update before a waiting reversal is done."],
  },
  "sw.param_outdated": {
    name: "Parameters out of date",
    say: "The terminal's parameters or card keys are out of date.",
    do: [
      "Run the parameter download and the card key download; settle first if it asks for it.",
      "If it stays, call your acquirer.",
    ],
    doNot: ["Do not download before a waiting reversal is done."],
  },
  "key.compromised": {
    name: "Keys must be changed",
    say: "Your acquirer announced that the keys of this terminal must be changed.",
    do: [
      "Stop using this terminal, and call your acquirer to have its keys changed.",
      "Take payments on another terminal.",
    ],
    doNot: [],
  },
};
