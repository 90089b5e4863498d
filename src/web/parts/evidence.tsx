/** Why it is believed: observations with their weight and the readings that prove them, what was ruled out, and the rest. */
import type { EvidenceView, ReadingView, RuledOutView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { amount, span } from "../format.ts";
import type { Words } from "../words/language.ts";

/** A value in words, with its unit. */
export function valueText({ value, unit, quality }: ReadingView, say: Words): string {
  if (value === null) return quality || say.unknown;
  if (typeof value === "boolean") return value ? say.commands.yesWord : say.commands.noWord;
  const text = typeof value === "number" ? amount(value, say) : value;
  return unit ? `${text} ${unit}` : text;
}

export function Readings({ readings }: { readonly readings: readonly ReadingView[] }) {
  const { say } = useApp();
  return (
    <ul class="readings">
      {readings.map((reading) => (
        <li key={reading.signal}>
          <span title={reading.signal}>{reading.name}</span> <b>{valueText(reading, say)}</b>
          {reading.ageMs !== null && <small title={say.terminal.age}>{span(reading.ageMs, say)}</small>}
        </li>
      ))}
    </ul>
  );
}

interface EvidenceProps {
  readonly evidence: readonly EvidenceView[];
  readonly isOpen: boolean;
}

export function Evidence({ evidence, isOpen }: EvidenceProps) {
  const { say } = useApp();
  const most = Math.max(1, ...evidence.map(({ weight }) => Math.abs(weight)));
  if (evidence.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>
        {say.terminal.evidence} <small>{evidence.length}</small>
      </summary>
      <ol class="evidence">
        {evidence.map(({ id, text, weight, readings }) => (
          <li key={id}>
            <span class="evidence-text">{text}</span>
            <span class="weight" title={`${say.terminal.weight} ${amount(weight, say)}`}>
              <span class={weight < 0 ? "against" : ""} style={{ width: `${(100 * Math.abs(weight)) / most}%` }} />
            </span>
            <small class="num">{amount(weight, say)}</small>
            <Readings readings={readings} />
          </li>
        ))}
      </ol>
    </details>
  );
}

interface RuledOutProps {
  readonly ruledOut: readonly RuledOutView[];
  readonly isOpen: boolean;
}

export function RuledOut({ ruledOut, isOpen }: RuledOutProps) {
  const { say } = useApp();
  if (ruledOut.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>
        {say.terminal.ruledOut} <small>{ruledOut.length}</small>
      </summary>
      <ul class="ruled-out">
        {ruledOut.map(({ text, because, readings }) => (
          <li key={`${text} ${because}`}>
            <span class="struck">{text}</span>
            <span>{because}</span>
            <Readings readings={readings} />
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Snapshot({ readings }: { readonly readings: readonly ReadingView[] }) {
  const { say } = useApp();
  if (readings.length === 0) return null;
  return (
    <details>
      <summary>
        {say.terminal.snapshot} <small>{readings.length}</small>
      </summary>
      <Readings readings={readings} />
    </details>
  );
}
