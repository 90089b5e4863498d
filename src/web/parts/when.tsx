/** A moment: how long ago, and exactly for whoever asks. */
import { useApp } from "../app-context.ts";
import { ago, clockTime, fullTime } from "../format.ts";

interface WhenProps {
  readonly atMs: number;
  /** The time of day instead of the distance. */
  readonly clock?: boolean;
}

export function When({ atMs, clock = false }: WhenProps) {
  const { say, nowMs } = useApp();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={fullTime(atMs, say)}>
      {clock ? clockTime(atMs, nowMs, say) : ago(atMs, nowMs, say)}
    </time>
  );
}
