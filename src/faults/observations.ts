/** What can be seen: a question to the signals, how far one look is trusted, and how often it is seen in healthy life. */
import { answerObservations } from "./observations/answers.ts";
import { bodyObservations } from "./observations/body.ts";
import { cardObservations } from "./observations/cards.ts";
import { cellularObservations } from "./observations/cellular.ts";
import { counterObservations } from "./observations/counter.ts";
import { hostObservations } from "./observations/host.ts";
import { lanObservations } from "./observations/lan.ts";
import { moneyObservations } from "./observations/money.ts";
import { networkObservations } from "./observations/network.ts";
import { networkWordObservations } from "./observations/network-words.ts";
import { peopleObservations } from "./observations/people.ts";
import { programObservations } from "./observations/programs.ts";
import { questionObservations } from "./observations/questions.ts";
import { refusalObservations } from "./observations/refusals.ts";
import { refusedCardObservations } from "./observations/refused-card.ts";
import { ruleObservations } from "./observations/rules.ts";
import { terminalObservations } from "./observations/terminal.ts";

export const observations = {
  ...cellularObservations,
  ...lanObservations,
  ...networkObservations,
  ...networkWordObservations,
  ...hostObservations,
  ...answerObservations,
  ...refusalObservations,
  ...ruleObservations,
  ...refusedCardObservations,
  ...cardObservations,
  ...counterObservations,
  ...moneyObservations,
  ...terminalObservations,
  ...bodyObservations,
  ...programObservations,
  ...peopleObservations,
  ...questionObservations,
} as const;
