/** The look at the radio: strength and quality of the serving cell, and which cell it is. */
import type { KnownRequest } from "../at/commands.ts";
import { type RadioParser, type RadioQuality, radioParsers } from "../at/parse/quality.ts";
import { parseCsq } from "../at/parse/radio.ts";
import type { Registration } from "../at/parse/registration.ts";
import type { Dialogue } from "./modem-dialogue.ts";
import { Choice, firstLine, type LookOptions, type Subject } from "./modem-look.ts";
import { csqReading, radioReadings, servingCell } from "./modem-readings.ts";

export class RadioLook {
  readonly #dialogue: Dialogue;
  readonly #options: LookOptions;
  readonly #choice: Choice<RadioParser>;
  readonly #doubtful: ReadonlySet<RadioParser>;

  constructor(dialogue: Dialogue, { profile, oddities }: Subject, options: LookOptions) {
    this.#dialogue = dialogue;
    this.#options = options;
    this.#choice = new Choice(profile.radio);
    this.#doubtful = new Set(oddities.of("doubtful_sinr").map(({ parser }) => parser));
  }

  get request(): KnownRequest | undefined {
    return this.#choice.request;
  }

  async lookAtStrength(): Promise<void> {
    const strength = firstLine(await this.#dialogue.ask("AT+CSQ"), parseCsq);
    this.#options.emit([csqReading(strength?.rssiRaw, this.#options.clock.monoMs())]);
  }

  /** `best`: the registration, which names technology and cell where the modem's own reply does not. */
  async look(best: Registration | undefined): Promise<void> {
    const quality = await this.#choice.ask(this.#dialogue, (parser, info) => this.#read(parser, info));
    this.#options.emit(radioReadings(quality, best?.act, this.#options.clock.monoMs()));
    const cell = best?.registered ? (servingCell(best) ?? servingCell(quality)) : undefined;
    if (cell) this.#options.onFact({ kind: "cell", ...cell });
  }

  #read(parser: RadioParser, info: readonly string[]): RadioQuality | undefined {
    const quality = radioParsers[parser](info);
    return quality && this.#doubtful.has(parser) ? { ...quality, sinrDb: undefined } : quality;
  }
}
