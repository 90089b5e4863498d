/** Which steps are taken, in which order. */
import type { Machine, VirtualMachine } from "./machine/machine.ts";
import type { Step } from "./step.ts";
import { consultation, installPackage, listBefore, unitIsQuiet, unitRuns } from "./steps/arrive.ts";
import { startByHand, stopByHand } from "./steps/chroot.ts";
import { purges, removes, returns, upgrades } from "./steps/leave.ts";
import { simPulled, uartModem, usbModem } from "./steps/modem.ts";
import { paymentApplication, strangers } from "./steps/payment.ts";
import { needs, privileges, rating, refusals } from "./steps/sandbox.ts";
import { delivers, hangs, killed, misconfigured, powerCut, reboots } from "./steps/survive.ts";
import { archive, systemNode } from "./steps/variants.ts";

/** On a machine that boots. */
export const vmSteps: readonly Step<VirtualMachine>[] = [
  ...[listBefore, installPackage, unitRuns, unitIsQuiet, uartModem, consultation, simPulled],
  ...[paymentApplication, strangers, rating, refusals, needs, privileges],
  ...[killed, misconfigured, usbModem, reboots, powerCut, delivers, hangs],
  ...[upgrades, removes, returns, purges("purge", "posdiag")],
  ...[systemNode, purges("purge_both", "posdiag-system-node nodejs"), archive],
];

/** In a folder that is entered. */
export const chrootSteps: readonly Step<Machine>[] = [
  ...[listBefore, installPackage, startByHand, consultation, simPulled, paymentApplication, strangers],
  ...[stopByHand, purges("purge", "posdiag"), archive],
];

/** Those that are asked for, and those without which no other has a meaning. */
export function wanted<M extends Machine>(steps: readonly Step<M>[], only: readonly string[]): readonly Step<M>[] {
  if (only.length === 0) return steps;
  return steps.filter(({ id, vital }) => vital || only.some((part) => id.includes(part)));
}
