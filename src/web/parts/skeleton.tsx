/** Grey bars where something will be: the page does not jump when it comes. */
import type { Words } from "../words/language.ts";

interface SkeletonProps {
  readonly say: Words;
  readonly rows?: number;
}

export function Skeleton({ say, rows = 6 }: SkeletonProps) {
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{say.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} class="bone" aria-hidden="true" />
      ))}
    </div>
  );
}
