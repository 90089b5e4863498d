/** One word behind a verb: the field that its kind asks for, its label, and what is wrong with it. */
import type { WordView } from "../../console/api.ts";

interface WordFieldProps {
  readonly word: WordView;
  readonly value: string;
  readonly problem: string | undefined;
  type(value: string): void;
}

export function WordField({ word, value, problem, type }: WordFieldProps) {
  const id = `word-${word.name}`;
  const common = {
    id,
    "aria-invalid": problem !== undefined,
    "aria-describedby": problem ? `${id}-problem` : undefined,
    onInput: (event: Event) => {
      const { currentTarget: field } = event;
      if (
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      ) {
        type(field.value);
      }
    },
  };
  if (word.kind === "flag") {
    return (
      <label class="check">
        <input
          type="checkbox"
          checked={value === "true"}
          onChange={(event) => type(event.currentTarget.checked ? "true" : "")}
        />
        {word.label}
      </label>
    );
  }
  return (
    <div class="word">
      <label for={id}>{word.label}</label>
      {word.kind === "choice" && (
        <select {...common} value={value}>
          <option value="" />
          {word.choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
      {word.kind === "lines" && <textarea {...common} value={value} rows={3} maxLength={4_096} spellcheck={false} />}
      {(word.kind === "text" || word.kind === "number") && (
        <input
          {...common}
          value={value}
          inputMode={word.kind === "number" ? "numeric" : "text"}
          maxLength={8_192}
          autocomplete="off"
          spellcheck={false}
        />
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
