/** Text of a file or a stream, bounded: a path that names something else must not fill the memory. */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { AgentError, systemCode } from "../base/errors.ts";

/** More than any incident, less than would hurt. */
const mostCharacters = 16 * 1024 * 1024;

/** @throws AgentError INPUT_INVALID when it is too long. */
export async function readAll(input: Readable): Promise<string> {
  let text = "";
  input.setEncoding("utf8");
  for await (const chunk of input) {
    text += chunk;
    if (text.length > mostCharacters) throw new AgentError("INPUT_INVALID", `more than ${mostCharacters} characters`);
  }
  return text;
}

/** @throws AgentError INPUT_UNREADABLE or INPUT_INVALID */
export async function readInputFile(path: string): Promise<string> {
  try {
    return await readAll(createReadStream(path));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || error instanceof AgentError) throw error;
    throw new AgentError("INPUT_UNREADABLE", `${path} (${code})`, { cause: error });
  }
}
