/** The one file of the memory. */
import { createKeptFile, type KeptFile } from "../base/kept-file.ts";
import type { Log } from "../base/log.ts";
import { decodeFile, encodeFile } from "./file-text.ts";
import { bounds, type Remembered } from "./remembered.ts";

export type Store = KeptFile<Remembered>;

export function createStore(path: string, log: Log): Store {
  return createKeptFile({
    ...{ path, log, name: "memory" },
    mostBytes: bounds.fileBytes,
    decode: decodeFile,
    encode: encodeFile,
  });
}
