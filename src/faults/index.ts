/** The catalogue, assembled. */
import type { Catalogue } from "../model/catalogue.ts";
import { cardFaults } from "./card.ts";
import { cellularFaults } from "./cellular.ts";
import { conditions } from "./conditions.ts";
import { deviceFaults } from "./device.ts";
import { environmentFaults } from "./environment.ts";
import { hostFaults } from "./host.ts";
import { issuerFaults } from "./issuer.ts";
import { issuerCardFaults } from "./issuer-card.ts";
import { lanFaults } from "./lan.ts";
import { limitFaults } from "./limit.ts";
import { merchantFaults } from "./merchant.ts";
import { moneyFaults } from "./money.ts";
import { networkFaults } from "./network.ts";
import { observations } from "./observations.ts";
import { peopleFaults } from "./people.ts";
import { powerFaults } from "./power.ts";
import { printerFaults } from "./printer.ts";
import { programFaults } from "./programs.ts";
import { readerFaults } from "./reader.ts";
import { sessionFaults } from "./session.ts";
import { simFaults } from "./sim.ts";
import { tests } from "./tests.ts";
import { faultTexts } from "./text.ts";

export const catalogue: Catalogue = {
  faults: {
    ...simFaults,
    ...cellularFaults,
    ...lanFaults,
    ...networkFaults,
    ...hostFaults,
    ...sessionFaults,
    ...powerFaults,
    ...issuerFaults,
    ...issuerCardFaults,
    ...merchantFaults,
    ...limitFaults,
    ...cardFaults,
    ...readerFaults,
    ...printerFaults,
    ...moneyFaults,
    ...deviceFaults,
    ...environmentFaults,
    ...programFaults,
    ...peopleFaults,
  },
  conditions,
  observations,
  tests,
  firstSteps: Object.fromEntries(
    Object.entries(faultTexts.en).map(([fault, { do: steps }]) => [fault, steps[0] ?? ""]),
  ),
  paces: {
    /** The payment application says so, once, and knows. */
    told: { openReads: 1, openMs: 0, closeMs: 2_000 },
    /** A register says so: two reads that agree. */
    direct: { openReads: 2, openMs: 500, closeMs: 5_000 },
    /** A probe says so: three, over some seconds. */
    probed: { openReads: 3, openMs: 5_000, closeMs: 10_000 },
    /** A value that swings, or a thing that may come back by itself: three, over longer. */
    sampled: { openReads: 3, openMs: 15_000, closeMs: 20_000 },
  },
};
