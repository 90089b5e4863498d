/** The words around a diagnosis. The sentences themselves come with it, in the language that was asked for. */
import type { Language } from "../model/text.ts";

interface Words {
  readonly well: string;
  /** Followed by how long ago. */
  readonly ended: string;
  readonly notKnown: string;
  readonly candidates: string;
  readonly toDo: string;
  readonly notToDo: string;
  readonly evidence: string;
  /** How often it was raised in 24 hours. */
  readonly recurrent: (raises: number) => string;
  readonly rivals: string;
  readonly ruledOut: string;
  readonly because: string;
  readonly nextTests: string;
  readonly question: string;
  readonly ago: string;
  readonly separates: string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    well: "All is well.",
    ended: "All is well now. What it was, until it ended, seconds ago:",
    notKnown: "Something is wrong; what it is, is not known yet.",
    candidates: "It may be:",
    toDo: "What to do:",
    notToDo: "What not to do:",
    evidence: "Evidence:",
    recurrent: (raises) => `Recurrent: ${raises} times in 24 h.`,
    rivals: "Less likely:",
    ruledOut: "Ruled out:",
    because: "because",
    nextTests: "Tests that would tell more:",
    question: "To ask the merchant:",
    ago: "ago",
    separates: "tells apart",
  },
  "zh-CN": {
    well: "一切正常。",
    ended: "现在一切正常。此前的问题,结束于(秒前):",
    notKnown: "终端有异常，原因还没有查清。",
    candidates: "可能的原因：",
    toDo: "请这样做：",
    notToDo: "请不要：",
    evidence: "依据：",
    recurrent: (raises) => `反复发生：24小时内${raises}次。`,
    rivals: "可能性较小：",
    ruledOut: "已排除：",
    because: "因为",
    nextTests: "下一步检测：",
    question: "请询问商户：",
    ago: "前",
    separates: "可区分",
  },
};
