/** What observations of the terminal's own side say in words, joined. */
import type { SignTexts } from "../sign.ts";
import { cardSigns } from "./card/signs.ts";
import { refusalSigns } from "./issuer/signs.ts";
import { machineSigns } from "./machine/signs.ts";
import { moneySigns } from "./money/signs.ts";
import { peopleSigns } from "./people-signs.ts";
import { softwareSigns } from "./software/signs.ts";

export const terminalSigns: SignTexts = {
  ...moneySigns,
  ...refusalSigns,
  ...cardSigns,
  ...machineSigns,
  ...softwareSigns,
  ...peopleSigns,
};
