/** Which signed data a terminal uses, and whether it runs with the configuration that it was given: one line, or none. */
import type { TerminalIdentity } from "../model/record.ts";
import type { Language } from "../model/text.ts";

interface Words {
  readonly data: (pack: string) => string;
  readonly givenUp: (pack: string) => string;
  readonly fellBack: string;
  readonly between: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    data: (pack) => `signed data ${pack}`,
    givenUp: (pack) => `GAVE UP signed data ${pack}`,
    fellBack: "ITS CONFIGURATION IS OF NO USE: runs with the last good one",
    between: ", ",
  },
  "zh-CN": {
    data: (pack) => `签名数据 ${pack}`,
    givenUp: (pack) => `已放弃签名数据 ${pack}`,
    fellBack: "配置文件无效，正使用上一份有效配置",
    between: "，",
  },
};

export type Standing = Pick<TerminalIdentity, "dataPack" | "dataGivenUp" | "configFellBack">;

/** No lines where there is nothing to say. */
export function standingLines(
  { dataPack, dataGivenUp, configFellBack }: Standing,
  language: Language,
): readonly string[] {
  const say = words[language];
  const parts = [
    ...(dataPack === undefined ? [] : [say.data(dataPack)]),
    ...(dataGivenUp === undefined ? [] : [say.givenUp(dataGivenUp)]),
    ...(configFellBack ? [say.fellBack] : []),
  ];
  return parts.length === 0 ? [] : [parts.join(say.between)];
}
