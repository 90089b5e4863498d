/** Signed data and the configuration in use, as a status must have them. */
import type { ConfigurationView, PackView } from "../model/pack-view.ts";
import { listOf, number, orNull, record, text } from "./check.ts";

export const packView = record<PackView>({
  in_force: orNull(text),
  trial_left_s: orNull(number),
  before: orNull(text),
  given_up: listOf(record<PackView["given_up"][number]>({ pack: text, why: text })),
  newer_given_up: orNull(text),
  refused: orNull(record<NonNullable<PackView["refused"]>>({ pack: orNull(text), why: text })),
});

export const configurationView = record<ConfigurationView>({
  source: text,
  why: orNull(text),
  problem: orNull(text),
  trial_left_s: orNull(number),
});
