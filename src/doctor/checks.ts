/** Every check, in the order of the texts. */
import { addonCheck } from "./checks/addon.ts";
import { agentCheck } from "./checks/agent.ts";
import { authorityCheck } from "./checks/authority.ts";
import { createBrokerChecks } from "./checks/broker.ts";
import { certificateCheck } from "./checks/certificate.ts";
import { clockCheck } from "./checks/clock.ts";
import { commandsCheck } from "./checks/commands.ts";
import { configCheck } from "./checks/config.ts";
import { dataCheck } from "./checks/data.ts";
import { diskCheck } from "./checks/disk.ts";
import { fallBackCheck } from "./checks/fall-back.ts";
import { filesCheck } from "./checks/files.ts";
import { kernelCheck } from "./checks/kernel.ts";
import { memoryCheck } from "./checks/memory.ts";
import { nodeCheck } from "./checks/node.ts";
import { portCheck } from "./checks/port.ts";
import { rivalsCheck } from "./checks/rivals.ts";
import { serviceCheck } from "./checks/service.ts";
import { socketCheck } from "./checks/socket.ts";
import { stateCheck } from "./checks/state.ts";
import { userCheck } from "./checks/user.ts";
import type { Check } from "./place.ts";

/** For one run. */
export function createChecks(): readonly Check[] {
  return [
    ...[nodeCheck, addonCheck, configCheck, userCheck, stateCheck, filesCheck, socketCheck, serviceCheck, agentCheck],
    ...[fallBackCheck, clockCheck, diskCheck, memoryCheck, kernelCheck, portCheck, rivalsCheck, certificateCheck],
    authorityCheck,
    ...createBrokerChecks(),
    commandsCheck,
    dataCheck,
  ];
}
