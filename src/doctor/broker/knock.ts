/** Whether the broker's port takes a connection. Nothing is said on it. */
import { connect } from "node:net";
import type { Clock } from "../../base/clock.ts";
import { systemCode } from "../../base/errors.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { BrokerAddress } from "./address.ts";

const find = createFinder("broker_tcp");
export const connectMs = 6_000;

/** Pure. connect(2). */
export function judgeRefusedConnect({ host, port }: BrokerAddress, code: string): Finding {
  const values = { host, port, code };
  if (code === "ECONNREFUSED" || code === "ECONNRESET") return find("refused", { values });
  return find(code === "ETIMEDOUT" ? "no_answer" : "no_way", { values });
}

export async function knock(address: BrokerAddress, clock: Clock): Promise<Finding> {
  const { host, port } = address;
  const beganMs = clock.monoMs();
  const socket = connect({ host, port });
  const enough = new AbortController();
  const answered = new Promise<Finding>((resolve) => {
    socket.once("connect", () => resolve(find("ok", { values: { host, port, ms: clock.monoMs() - beganMs } })));
    socket.once("error", (error) => resolve(judgeRefusedConnect(address, systemCode(error) ?? error.name)));
  });
  const late = clock.sleep(connectMs, enough.signal).then(() => judgeRefusedConnect(address, "ETIMEDOUT"));
  try {
    return await Promise.race([answered, late]);
  } finally {
    enough.abort();
    socket.destroy();
  }
}
