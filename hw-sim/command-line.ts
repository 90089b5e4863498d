/**
 * A command line may hold several extended commands, separated by semicolons (V.250 §5.2.1): they run one after the other,
 * the first that fails ends the line, and one final result stands for all.
 */
export function commandsIn(line: string): readonly string[] {
  const parts = line.match(/(?:[^;"]|"[^"]*"?)+/g) ?? [line];
  return parts.map((part, index) => (index === 0 ? part : `AT${part}`));
}
