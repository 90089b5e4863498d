/** The configuration file, read for all checks: what it gives, or why it gives nothing. */
import { AgentError, systemCode } from "../base/errors.ts";
import { checkConfigFile, loadConfigFile } from "../config/file.ts";
import type { Given } from "./place.ts";

/** What errors of the system mean here; anything else is no file of ours, a folder or too large. */
function whyNot(error: AgentError): Given {
  const code = systemCode(error.cause);
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "gone" };
  if (code === "EACCES" || code === "EPERM") return { kind: "unreadable", code };
  return { kind: "no_file", error: error.message };
}

export async function readGiven(file: string): Promise<Given> {
  try {
    const checked = await checkConfigFile(file);
    if (checked.kind === "config") return { kind: "config", config: checked.config, problems: [] };
    const config = await loadConfigFile(file).catch((error: unknown) => {
      if (!(error instanceof AgentError)) throw error;
      return undefined;
    });
    const { problems } = checked;
    return config ? { kind: "config", config, problems } : { kind: "wrong", problems };
  } catch (error) {
    if (!(error instanceof AgentError)) throw error;
    return whyNot(error);
  }
}
