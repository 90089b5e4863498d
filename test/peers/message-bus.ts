/** A D-Bus of one's own: daemons that would take the system's bus meet their clients here. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { eventually, type Workplace } from "./workplace.ts";

const policy = `
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>`;

/** Starts a bus and returns its address. Anybody may speak: a daemon in a user namespace has another user id. */
export async function startBus(place: Workplace): Promise<string> {
  const socket = join(place.folder, "bus");
  const config = place.write(
    "bus.conf",
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth><auth>ANONYMOUS</auth><allow_anonymous/>${policy}
</busconfig>\n`,
  );
  place.start("dbus-daemon", [`--config-file=${config}`, "--nofork"]);
  await eventually(
    async () => existsSync(socket),
    (there) => there,
  );
  return `unix:path=${socket}`;
}
