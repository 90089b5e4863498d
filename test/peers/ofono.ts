/**
 * ofonod in front of the simulated modem, through its phonesim plugin: AT over TCP. The plugin reads its port from a file
 * whose path is compiled in, so the daemon sees a folder of ours in that place: a mount of its own, seen by nobody else.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../support/mosquitto.ts";
import { startBus } from "./message-bus.ts";
import { eventually, type Workplace } from "./workplace.ts";

const configFolder = "/etc/ofono";

export interface Ofono {
  /** Sets a property of the modem. */
  set(property: "Powered" | "Online", value: boolean): Promise<string>;
  /** Names and values of an interface, as printed by dbus-send, once `ready` says so. */
  properties(of: string, ready: (printed: string) => boolean): Promise<string>;
  /** The same as it is at this moment; empty where the interface is not there. */
  printed(of: string): Promise<string>;
}

export async function startOfono(place: Workplace): Promise<Ofono> {
  const bus = await startBus(place);
  const port = await freePort();
  const folder = join(place.folder, "ofono");
  mkdirSync(folder);
  writeFileSync(join(folder, "phonesim.conf"), `[phonesim]\nAddress=127.0.0.1\nPort=${port}\n`);
  await place.serve(port);
  const mounted = `mount --bind '${folder}' ${configFolder} && exec ofonod -n`;
  place.start("unshare", ["-rm", "sh", "-c", mounted], { DBUS_SYSTEM_BUS_ADDRESS: bus });
  const call = (...args: readonly string[]) =>
    place.run("dbus-send", [`--bus=${bus}`, "--print-reply", "--dest=org.ofono", "/phonesim", ...args]);
  const printed: Ofono["printed"] = (of) => call(`org.ofono.${of}.GetProperties`).then(flat);
  const properties: Ofono["properties"] = (of, ready) => eventually(() => printed(of), ready);
  await properties("Modem", (printed) => printed.includes("Powered=false"));
  return {
    set: (property, value) =>
      eventually(
        () => call("org.ofono.Modem.SetProperty", `string:${property}`, `variant:boolean:${value}`),
        (answer) => answer.startsWith("method return"),
      ),
    properties,
    printed,
  };
}

/** dbus-send's entries as `Name=value`, one a line. */
function flat(printed: string): string {
  const entries = printed.matchAll(/string "(\w+)"\s+variant\s+(?:string|boolean|byte|u?int\d+) "?([^"\n]*)"?/g);
  return [...entries].map(([, name, value]) => `${name}=${value}`).join("\n");
}
