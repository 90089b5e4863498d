/** All checks with their texts, in the order in which they are shown. */
import type { CheckText, Said } from "./text.ts";
import { brokerName, brokerSession, brokerTcp, brokerTls } from "./texts/broker.ts";
import { common } from "./texts/common.ts";
import { data, fallBack } from "./texts/data.ts";
import { clock, disk, kernel, memory } from "./texts/machine.ts";
import { port, rivals } from "./texts/modem.ts";
import { files, socket, state, user } from "./texts/place.ts";
import { addon, agent, config, node, service } from "./texts/program.ts";
import { authority, certificate, commands } from "./texts/support.ts";

export const checkTexts = {
  node,
  addon,
  config,
  user,
  state,
  files,
  socket,
  service,
  agent,
  config_used: fallBack,
  clock,
  disk,
  memory,
  kernel,
  port,
  rivals,
  certificate,
  authority,
  broker_name: brokerName,
  broker_tcp: brokerTcp,
  broker_tls: brokerTls,
  broker_session: brokerSession,
  commands,
  data,
} as const satisfies Readonly<Record<string, () => CheckText>>;

export type CheckId = keyof typeof checkTexts;
export type CommonReason = keyof ReturnType<typeof common>;
export type ReasonOf<C extends CheckId> = (keyof ReturnType<(typeof checkTexts)[C]>["said"] & string) | CommonReason;

export function isCheckId(id: string): id is CheckId {
  return Object.hasOwn(checkTexts, id);
}

export const checkIds: readonly CheckId[] = Object.keys(checkTexts).filter(isCheckId);

/** Outcome and sentences of one reason. */
export function saidOf(check: CheckId, reason: string): Said {
  const table: Readonly<Record<string, Said>> = { ...common(), ...checkTexts[check]().said };
  const said = table[reason];
  if (!said) throw new Error(`the check ${check} has no text for ${reason}`);
  return said;
}
