/** Who may use the socket, and what a payment application gets there. */
import { statusThat } from "../agent-state.ts";
import { done, must, type Stage, type Step } from "../step.ts";
import { payload } from "./arrive.ts";

const socket = "/run/posdiag/posdiag.sock";
/** Debian's `nobody`, with the group of the socket or without it: no user is made for it. */
const as = (groups: string) => `setpriv --reuid=65534 --regid=65534 ${groups} --inh-caps=-all`;
const member = as('--groups="$(stat -c %g /run/posdiag/posdiag.sock)"');
const outsider = as("--clear-groups");

/** The package's own Node; the other package takes the system's. */
const node = "$([ -x /usr/lib/posdiag/node ] && echo /usr/lib/posdiag/node || echo /usr/bin/node)";
const sell = `${node} ${payload}/inside/payment.mjs /usr/lib/posdiag/posdiag-client.cjs ${socket}`;

async function sale(stage: Stage): Promise<string> {
  const before = await statusThat(stage, { what: "an answer", fits: () => true });
  await done(stage, `${member} ${sell}`);
  const accepted = before.value.ipc.accepted;
  const { value } = await statusThat(stage, {
    what: "messages of the payment application",
    fits: ({ ipc, readings }) => ipc.accepted > accepted && readings.some(({ signal }) => signal.startsWith("txn.")),
  });
  const heard = value.readings.filter(({ signal }) => signal.startsWith("txn.")).map(({ signal }) => signal);
  return `heard as ${heard.slice(0, 4).join(", ")}`;
}

export const paymentApplication: Step = {
  id: "payment",
  title: "a payment application in the socket's group tells of a sale, and is answered",
  run: sale,
};

export const strangers: Step = {
  id: "socket_closed",
  title: "who is not in the group does not get in",
  run: async (stage) => {
    const { code, output } = await stage.machine.run(`${outsider} posdiag status`);
    must(code === 69 && /no permission/.test(output), `exit ${code}: ${output}`);
    return `${await done(stage, `stat -c '%A %U:%G' ${socket}`)}; ${output.split("\n")[0] ?? ""}`;
  },
};
