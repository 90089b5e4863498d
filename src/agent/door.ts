/** The local socket and what is answered there. */
import { viewDiagnosis } from "../diagnosis-view.ts";
import { createIpcServer, type IpcServer } from "../ipc/server.ts";
import type { Language } from "../model/text.ts";
import type { DiagnosisView } from "../model/view.ts";
import type { Parts } from "./agent.ts";
import { alarmListView, alarmView, withRecurrence } from "./alarm-view.ts";
import { hear } from "./hearing.ts";
import type { Site } from "./site.ts";
import { statusOf } from "./status.ts";

/** The diagnosis as it is told to whoever asks. */
export function told({ interview, knowledge, alarms, lastResort }: Parts, language: Language): DiagnosisView {
  const view = withRecurrence(viewDiagnosis(interview.diagnosis(), language, knowledge), alarms);
  return lastResort.withCode(view, language);
}

export function publish(parts: Parts): void {
  parts.ipc.publish((language) => told(parts, language));
}

export function openDoor(site: Site, parts: () => Parts): IpcServer {
  const { config, clock, log, cardData } = site;
  const usual = config["merchant.language"];
  return createIpcServer({
    socket: config["ipc.socket"],
    group: config["ipc.group"],
    maxPeers: config["ipc.max_peers"],
    language: usual,
    telephony: config["modem.source"] === "app" || config["modem.source"] === "auto",
    ...{ clock, log, cardData },
    handlers: {
      status: () => statusOf(site, parts()),
      diagnose: async (language = usual, onTest) => {
        if (onTest) await parts().interview.test(language, onTest);
        return told(parts(), language);
      },
      question: (language) => parts().interview.question(language),
      reply: (question, answer) => parts().interview.reply(question, answer),
      alarms: (language = usual, all) => {
        const { alarms, knowledge } = parts();
        return alarmListView(alarms, { language, texts: knowledge.texts, all });
      },
      operate: (operation, language = usual) => {
        const { alarms, knowledge } = parts();
        const alarm = alarms.operate(operation);
        return alarm && alarmView(alarm, { language, texts: knowledge.texts }, alarms.now());
      },
      code: (language = usual) => parts().lastResort.code(language),
      observe: (heard) => hear(heard, { ...parts(), ...parts().probes }),
    },
  });
}
