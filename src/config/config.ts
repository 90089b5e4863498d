/** The configuration as the agent holds it: complete, checked and frozen. */
import { type KeyDefinition, objection, type Value, type ValueOf } from "./key.ts";
import { type Key, schema } from "./schema.ts";

type Definition<K extends Key> = (typeof schema)[K];
type Certain = { readonly required: true } | { readonly default: Value };

type Excused = { readonly unless: object };

/** By flat key, e.g. `config["modem.port"]`. Keys that are neither always required nor have a default may be undefined. */
export type Config = {
  readonly [K in Key]: Definition<K> extends Excused
    ? ValueOf<Definition<K>> | undefined
    : Definition<K> extends Certain
      ? ValueOf<Definition<K>>
      : ValueOf<Definition<K>> | undefined;
};

/** The same while nothing about it is known yet. */
export type Draft = { readonly [K in Key]?: Value | undefined };

/** The table once more, with the types of its entries forgotten. */
export const definitions: Readonly<Record<Key, KeyDefinition>> = schema;

export function isKey(name: string): name is Key {
  return Object.hasOwn(definitions, name);
}

export const keys: readonly Key[] = Object.keys(definitions).filter(isKey);

export function isOptional(definition: KeyDefinition): boolean {
  return (definition.required === undefined || definition.unless !== undefined) && definition.default === undefined;
}

/** Whether every key holds what its definition allows. */
export function isConfig(draft: Draft): draft is Config {
  return keys.every((key) => {
    const value = draft[key];
    return value === undefined ? isOptional(definitions[key]) : objection(definitions[key], value) === undefined;
  });
}
