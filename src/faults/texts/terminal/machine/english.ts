/** Texts in English for power, surroundings and the terminal's body. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inEnglish as en } from "../../phrases.ts";

export const machineEnglish: FaultTexts = {
  "power.mains_unstable": {
    name: "Unstable mains",
    say: "The power from the outlet comes and goes.",
    do: [
      "Plug the terminal into an outlet of its own.",
      "Keep off circuits shared with lifts or heavy machines; if it stays, use a UPS.",
    ],
    doNot: [],
  },
  "power.supply_interrupted": {
    name: "No power",
    say: "The terminal's outside power is cut.",
    do: [
      "Push the power cable in firmly and seat the terminal in its dock.",
      "If it does not charge, try another outlet.",
    ],
    doNot: [],
  },
  "power.adapter_mismatch": {
    name: "Wrong power adapter",
    say: "The power adapter does not fit the terminal.",
    do: ["Use the terminal's own adapter.", "If you have none, call service."],
    doNot: ["Do not use a phone charger instead."],
  },
  "power.battery_low": {
    name: "Battery low",
    say: "The battery is low.",
    do: ["Connect the terminal to power, then go on."],
    doNot: [],
  },
  "power.battery_degraded": {
    name: "Battery worn out",
    say: "The battery is worn out and runs down fast.",
    do: ["Use the terminal on mains power.", "Have the battery replaced by service."],
    doNot: ["Do not charge or use a swollen battery."],
  },
  "env.emi": {
    name: "Interference",
    say: "Devices nearby may disturb the terminal.",
    do: ["Move the terminal away from motors, microwave ovens and radios, then try once more."],
    doNot: [],
  },
  "env.esd": {
    name: "Static electricity",
    say: "Static electricity may disturb the terminal.",
    do: ["Put a grounded anti-static mat on the counter.", "If it happens often, have the terminal checked."],
    doNot: [],
  },
  "env.strong_magnetic_field": {
    name: "Strong magnetic field",
    say: "A magnet nearby may disturb swiping; inserting and tapping work.",
    do: ["Insert or tap the card.", "Keep the terminal away from magnets, speakers and radio transmitters."],
    doNot: ["Do not lay cards near a magnet."],
  },
  "env.temp_high": {
    name: "Too hot",
    say: "The terminal is too hot.",
    do: ["Move it to a cool, airy place and let it cool down."],
    doNot: ["Do not leave it in the sun or near heat."],
  },
  "env.temp_low": {
    name: "Too cold",
    say: "The terminal is too cold.",
    do: ["Take it indoors and let it warm up before use."],
    doNot: ["Do not heat it with a flame or hot air."],
  },
  "env.humidity": {
    name: "Damp",
    say: "The terminal may be damp.",
    do: ["Dry it and leave it in an airy place before use.", "If water got in, send it for service."],
    doNot: ["Do not switch it on or heat it while it is damp."],
  },
  "env.disaster": {
    name: "Natural disaster",
    say: "The area may be hit by a disaster.",
    do: ["See to your safety first.", "Afterwards, report the loss to your acquirer and have the terminal replaced."],
    doNot: ["Do not power a terminal that was under water."],
  },
  "env.vandalism": {
    name: "Damaged by force",
    say: "The terminal may have been damaged by force.",
    do: ["Stop using it, and call your acquirer to have it inspected.", "If need be, call the police."],
    doNot: ["Do not use it before it has been inspected."],
  },
  "env.theft": {
    name: "Terminal missing",
    say: "The terminal may no longer be in the merchant's hands.",
    do: ["Tell your acquirer at once: the terminal and its keys must be disabled.", "If need be, call the police."],
    doNot: [],
  },
  "device.hardware_fault": {
    name: "Terminal defective",
    say: "A part inside the terminal is defective.",
    do: ["Restart the terminal once.", "If it stays, use another terminal and have this one repaired."],
    doNot: [en.noRestartNow, "Do not open the terminal."],
  },
  "device.controller_fault": {
    name: "Controller defective",
    say: "The terminal's main board or secure processor does not answer.",
    do: ["Use another terminal and have this one repaired."],
    doNot: ["Do not open the terminal: that erases its keys."],
  },
  "device.keypad_fault": {
    name: "Keypad defective",
    say: "Keys of the terminal do not work or are stuck.",
    do: ["Wipe the keypad and look for a stuck key.", "If it stays, send it for service."],
    doNot: [],
  },
  "device.display_fault": {
    name: "Display defective",
    say: "The terminal's display does not work properly.",
    do: ["Restart the terminal once.", "If it stays blank or garbled, send it for service."],
    doNot: [en.noRestartNow],
  },
  "device.pinpad_fault": {
    name: "PIN pad defective",
    say: "The PIN pad does not work.",
    do: [
      "If the PIN pad is a separate one, plug it in again firmly.",
      "If it stays, use another terminal and have the PIN pad repaired.",
    ],
    doNot: ["Do not let a PIN be entered on any other device."],
  },
  "device.storage_full": {
    name: "Storage full",
    say: "The terminal's storage is full.",
    do: ["Run the settlement first.", "If it stays, call support to have space cleared."],
    doNot: ["Do not clear the data of the payment application: its records would be lost."],
  },
  "device.tamper_locked": {
    name: "Locked for security",
    say: "The terminal's protection was triggered, and it has locked itself.",
    do: ["Stop using it, and call your acquirer or the vendor.", "Take payments on another terminal."],
    doNot: ["Do not try to unlock or open it."],
  },
};
