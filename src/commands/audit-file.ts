/** The file of the audit log: appended to, set aside as `<path>.1` when it is full, cut where a line was never finished. */
import { mkdir, open, readFile, rename, truncate } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "../base/errors.ts";
import { setAside } from "../base/set-aside.ts";

export interface AuditFile {
  /** This one, or the one that was set aside when it was full; empty when there is none. */
  read(which: "present" | "before"): Promise<string>;
  /** Resolves when it is durable; a power cut may leave a part of it. */
  append(text: string): Promise<void>;
  cut(bytes: number): Promise<void>;
  /** `full`: what comes goes on from it. `broken`: kept beside it, for who looks into it. */
  setAside(why: "full" | "broken"): Promise<void>;
}

/** All of it rejects with the system's errors. */
export function createAuditFile(path: string): AuditFile {
  return {
    read: async (which) => {
      try {
        return await readFile(which === "present" ? path : `${path}.1`, "utf8");
      } catch (error) {
        if (systemCode(error) === "ENOENT") return "";
        throw error;
      }
    },
    append: async (text) => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await using file = await open(path, "a", 0o600);
      await file.appendFile(text);
      await file.sync();
    },
    cut: (bytes) => truncate(path, bytes),
    setAside: async (why) => {
      if (why === "full") await rename(path, `${path}.1`);
      else await setAside(path);
    },
  };
}
