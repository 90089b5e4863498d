/** gammu, gnokii and comgt, each with the configuration that makes it open the simulated modem's port. */
import type { Workplace } from "./workplace.ts";

export type Client = (...args: readonly string[]) => Promise<string>;

export function gammu(place: Workplace): Client {
  const config = place.write("gammurc", `[gammu]\ndevice = ${place.bench.paths.modem}\nconnection = at115200\n`);
  return (...args) => place.run("gammu", ["-c", config, ...args]);
}

export function gnokii(place: Workplace): Client {
  const config = place.write(
    "gnokiirc",
    `[global]\nport = ${place.bench.paths.modem}\nmodel = AT\nconnection = serial\n`,
  );
  return (...args) => place.run("gnokii", ["--config", config, ...args]);
}

/** Its scripts wait for `+CREG: 0,…`, so another client's `AT+CREG=2` makes it wait for ever: give it a fresh modem. */
export function comgt(place: Workplace): Client {
  return (...args) => place.run("comgt", ["-d", place.bench.paths.modem, ...args]);
}
