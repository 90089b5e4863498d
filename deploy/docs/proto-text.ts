/** One message of proto/ with everything it is made of, as a proto3 text that imports nothing. */
import { readFileSync } from "node:fs";

interface Block {
  readonly name: string;
  /** With the comment above it. */
  readonly text: string;
}

const blockForm = /(?:^\/\/.*\n)*^(?:message|enum) (\w+) \{(?:\}|\n[\s\S]*?^\})\n/gm;

function blocksOf(file: string): readonly Block[] {
  const text = readFileSync(new URL(`../../proto/posdiag/v1/${file}`, import.meta.url), "utf8");
  return [...text.matchAll(blockForm)].map(([whole, name = ""]) => ({ name, text: whole }));
}

function withParts(root: Block, all: readonly Block[]): readonly Block[] {
  const found = [root];
  for (const block of found) {
    const used = new Set(block.text.replaceAll(/\/\/.*/g, "").match(/\w+/g));
    for (const each of all) if (used.has(each.name) && !found.includes(each)) found.push(each);
  }
  return found;
}

/** `file` is of proto/posdiag/v1. */
export function protoText(message: string, file: string): string {
  const all = [...blocksOf(file), ...blocksOf("common.proto")];
  const root = all.find(({ name }) => name === message);
  if (!root) throw new Error(`no message ${message} in ${file}`);
  const texts = withParts(root, all).map(({ text }) => text);
  return ['syntax = "proto3";\n', "package posdiag.v1;\n", ...texts].join("\n");
}
