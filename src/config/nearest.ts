/** The known word that a mistyped one was probably meant to be. */

/** Of words further away than a third of their length it is better to say nothing. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < least && distance <= Math.max(2, Math.floor(candidate.length / 3))) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

const longest = 64;

/** Levenshtein's distance, one row at a time. Words are cut, so that a hostile one costs no more than a long one. */
function editDistance(left: string, right: string): number {
  const from = [...left.slice(0, longest)];
  const to = [...right.slice(0, longest)];
  let row = to.map((_, index) => index + 1);
  from.forEach((letter, line) => {
    let diagonal = line;
    let before = line + 1;
    row = row.map((above, column) => {
      before = Math.min(before + 1, above + 1, diagonal + (letter === to[column] ? 0 : 1));
      diagonal = above;
      return before;
    });
  });
  return row.at(-1) ?? from.length;
}
