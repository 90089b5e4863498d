/** THIRD-PARTY.txt: whose work is in the artefact, and under which licence. */
import type { Ingredient } from "./ingredient.ts";

const rule = "-".repeat(78);

export function notices(ingredients: readonly Ingredient[]): string {
  const list = ingredients.map(({ name, version, licence }) => `  ${name} ${version} (${licence})\n`).join("");
  const texts = ingredients.map(({ name, version, text }) => `\n${rule}\n${name} ${version}\n${rule}\n\n${text}\n`);
  return `posdiag is under the licence in the file LICENSE. It contains work of others:\n\n${list}${texts.join("")}`;
}
