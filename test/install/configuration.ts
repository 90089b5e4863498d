/** The configuration of the machine under test, changed as an integrator changes it: in the file that the package brought. */
import { applyEdits, modify } from "jsonc-parser";
import { done, type Stage } from "./step.ts";

export const configFile = "/etc/posdiag/config.jsonc";

/** Value by key, "modem.port". */
export type Changes = Readonly<Record<string, string | number | boolean>>;

export function changed(text: string, changes: Changes): string {
  return Object.entries(changes).reduce(
    (before, [key, value]) => applyEdits(before, modify(before, key.split("."), value, {})),
    text,
  );
}

export const readConfiguration = (stage: Stage) => done(stage, `cat ${configFile}`);

/** Into the same file: owner and mode are the package's. */
export async function writeConfiguration(stage: Stage, text: string): Promise<void> {
  await done(stage, `echo ${Buffer.from(`${text}\n`).toString("base64")} | base64 -d >${configFile}`);
}

export async function configure(stage: Stage, changes: Changes): Promise<void> {
  await writeConfiguration(stage, changed(await readConfiguration(stage), changes));
}
