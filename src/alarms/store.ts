/** The one file of the inventory. */
import { createKeptFile, type KeptFile } from "../base/kept-file.ts";
import type { Log } from "../base/log.ts";
import { bounds } from "./alarm.ts";
import { decodeFile, encodeFile } from "./file-text.ts";
import type { Kept } from "./inventory.ts";

export type Store = KeptFile<Kept>;

export function createStore(path: string, log: Log): Store {
  return createKeptFile({
    ...{ path, log, name: "alarms" },
    mostBytes: bounds.fileBytes,
    decode: decodeFile,
    encode: encodeFile,
  });
}
