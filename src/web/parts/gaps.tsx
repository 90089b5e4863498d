/** Which records of the terminal are missing: what is not shown here may have been in them. */
import type { TerminalView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";

export function Gaps({ gaps }: Pick<TerminalView, "gaps">) {
  const { say } = useApp();
  const { terminal } = say;
  return (
    <section class="card" aria-labelledby="gaps">
      <h2 id="gaps">{terminal.gaps}</h2>
      {gaps.length === 0 && <p class="soft">{terminal.noGaps}</p>}
      {gaps.length > 0 && (
        <ul class="gaps">
          {gaps.map(({ boot, from, to, dropped }) => (
            <li key={`${boot} ${from}`}>
              <b>{terminal.gap(from, to)}</b> <span>{dropped ? terminal.gapDropped : terminal.gapLost}</span>{" "}
              <small class="soft">{terminal.gapSince(boot.slice(0, 8))}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
