/** The version of the operating system, from os-release(5). Android has no such file. */
import { join } from "node:path";
import { textIn } from "../way/system-text.ts";

function fieldOf(text: string, name: string): string | undefined {
  const [, value] = new RegExp(`^${name}=["']?([^"'\\n]{1,64})["']?$`, "m").exec(text) ?? [];
  return value;
}

/** Version and build, as any text that is another whenever they are; `root` holds `etc`. */
export function systemVersion(root: string): string | undefined {
  const text = textIn(join(root, "etc", "os-release")) ?? textIn(join(root, "usr", "lib", "os-release")) ?? "";
  const parts = ["ID", "VERSION_ID", "BUILD_ID", "IMAGE_VERSION"].map((name) => fieldOf(text, name));
  return parts.some((part) => part !== undefined) ? parts.map((part) => part ?? "").join(" ") : undefined;
}
