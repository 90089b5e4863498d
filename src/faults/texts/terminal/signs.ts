/** What observations of the terminal's own side say in words, joined. */
import type { SignTexts } from "../sign.ts";
import { counterSigns } from "./card/counter-signs.ts";
import { cardSigns } from "./card/signs.ts";
import { refusedCardSigns } from "./issuer/refused-card-signs.ts";
import { refusalSigns } from "./issuer/signs.ts";
import { bodySigns } from "./machine/body-signs.ts";
import { networkWordSigns } from "./machine/network-word-signs.ts";
import { machineSigns } from "./machine/signs.ts";
import { toldSigns } from "./machine/told-signs.ts";
import { moneySigns } from "./money/signs.ts";
import { peopleSigns } from "./people-signs.ts";
import { questionSigns } from "./question-signs.ts";
import { ruleSigns } from "./rules/signs.ts";
import { softwareSigns } from "./software/signs.ts";

export const terminalSigns: SignTexts = {
  ...moneySigns,
  ...refusalSigns,
  ...refusedCardSigns,
  ...cardSigns,
  ...counterSigns,
  ...machineSigns,
  ...bodySigns,
  ...toldSigns,
  ...networkWordSigns,
  ...softwareSigns,
  ...ruleSigns,
  ...peopleSigns,
  ...questionSigns,
};
