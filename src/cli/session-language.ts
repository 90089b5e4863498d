/** The language of whoever sits at the command line. */
import type { Language } from "../model/text.ts";

/** POSIX order of precedence (XBD 8.2). */
export function sessionLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return locale.startsWith("zh") ? "zh-CN" : "en";
}
