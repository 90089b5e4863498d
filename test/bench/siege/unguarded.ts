/** node-ipc as it comes, with the agent's events and a listener for each: what the guard is measured against. */
import type { Socket } from "node:net";
import ipc from "node-ipc";
import { eventNames } from "../../../src/ipc/messages.ts";

const instance = new ipc.IPC();
instance.config.silent = true;
instance.serve(process.argv[2] ?? "", () => void process.stdout.write("ready\n"));
for (const event of eventNames) {
  instance.server.on(event, (_: unknown, socket: Socket) => {
    instance.server.emit(socket, "posdiag.answer", { request: null, accepted: true });
  });
}
instance.server.start();
