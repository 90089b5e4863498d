/** Incidents in words. */
import type { Language } from "../../model/text.ts";

type Both = readonly [english: string, chinese: string];

const dimensions: Readonly<Record<string, Both>> = {
  shop: ["shop", "门店"],
  region: ["region", "地区"],
  carrier: ["operator", "运营商"],
  acquirer: ["acquirer", "收单机构"],
  version: ["version", "版本"],
  issuer: ["card's bank", "发卡行"],
};

/** Empty: they have nothing in common that we know of. */
export function concernText(concerns: Readonly<Record<string, string>>, language: Language): string {
  const parts = Object.entries(concerns).map(([name, value]) => {
    const [english, chinese] = dimensions[name] ?? [name, name];
    return language === "en" ? `${english} ${value}` : `${chinese}${value}`;
  });
  return parts.join(language === "en" ? ", " : "、");
}

export interface IncidentFigures {
  readonly name: string;
  readonly common: string;
  readonly affected: number;
  readonly total: number;
}

export function incidentText({ name, common, affected, total }: IncidentFigures, language: Language): string {
  if (language === "en") return `${name}: ${affected} of ${total} terminals${common === "" ? "" : ` (${common})`}`;
  return `${name}：${common === "" ? "" : `${common}，`}${total}台中有${affected}台受影响`;
}

/** Of all terminals at once, and no cause that they would name: it is most often our own side. */
export function everythingText(language: Language): string {
  return language === "en"
    ? "All at once: look at the broker and its line first"
    : "几乎全部终端同时异常：请先检查消息服务器（MQTT）及其线路";
}

export function holdText(version: string, language: Language): string {
  return language === "en"
    ? `Do not restart or update terminals of version ${version}: whatever changed with it made them fail.`
    : `请暂停重启和升级版本${version}的终端：故障与该版本有关。`;
}
