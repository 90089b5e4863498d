/** compose.yaml as maps, lists and words: every scalar is text, as it stands in the file. */
import { parse } from "yaml";

export type Yaml = string | null | readonly Yaml[] | YamlMap;
export interface YamlMap {
  readonly [key: string]: Yaml;
}

export const isMap = (value: Yaml | undefined): value is YamlMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** With `<<`, which YAML 1.2 has no more and compose files use. */
export function readYaml(text: string): YamlMap {
  const read: Yaml = parse(text, { schema: "failsafe", merge: true });
  if (!isMap(read)) throw new Error("no map");
  return read;
}
