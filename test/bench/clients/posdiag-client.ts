/** posdiag's side of a running client: the session and the look of its modem probe, as the agent uses them. */
import { createInterface } from "node:readline";
import { systemClock } from "../../../src/base/clock.ts";
import { serialPort } from "../../../src/modem/port.ts";
import { openSession } from "../../../src/modem/session.ts";
import { ModemLink } from "../../../src/probes/modem-link.ts";
import { Restarts } from "../../../src/probes/modem-restarts.ts";

const path = process.argv[2] ?? "";
const nothing = () => {};
const listener = { urc: nothing, reset: nothing, lost: nothing };
const session = await openSession(serialPort({ path, baudRate: 115_200 }), systemClock, listener);
const sinks = { emit: nothing, log: nothing, onFact: nothing };
const link = new ModemLink(session, { clock: systemClock, apn: undefined, restarts: new Restarts(), ...sinks });
await link.look("quick");
process.stdout.write("ready\n");

createInterface({ input: process.stdin })
  .on("line", (poll) => void answer(poll))
  .on("close", () => session.close());

async function answer(poll: string): Promise<void> {
  const before = performance.now();
  if (poll === "csq") await session.send("AT+CSQ");
  else await link.look("quick");
  process.stdout.write(`${performance.now() - before}\n`);
}
