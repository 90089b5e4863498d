/** What stands where there is nothing to show: why, and what to do about it. */
import type { ComponentChildren } from "preact";
import type { Failure } from "../ask.ts";
import type { Words } from "../words/language.ts";

interface EmptyProps {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ComponentChildren;
}

export function Empty({ title, hint, children }: EmptyProps) {
  return (
    <div class="notice">
      <p class="notice-title">{title}</p>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}

interface Told {
  readonly title: string;
  readonly hint: string;
}

function told({ kind, message, code }: Failure, { failed, signIn }: Words): Told {
  switch (kind) {
    case "offline":
      return { title: failed.offline, hint: failed.offlineHint };
    case "missing":
      return { title: failed.missing, hint: failed.missingHint };
    case "forbidden":
      return { title: message || failed.forbidden, hint: failed.forbiddenHint };
    case "often":
      return { title: failed.often, hint: failed.oftenHint };
    case "ended":
    case "stale":
      return { title: signIn.ended, hint: "" };
    case "rejected":
      return { title: message || code, hint: "" };
    case "away":
      return { title: message, hint: "" };
    case "broken":
      return { title: failed.broken, hint: `${failed.brokenHint} ${code}` };
  }
}

/** What went wrong in one line, for beside a form. */
export function failureText(failure: Failure, say: Words): string {
  const { title, hint } = told(failure, say);
  return failure.kind === "broken" ? title : `${title} ${hint}`.trim();
}

interface FailedProps {
  readonly failure: Failure;
  readonly say: Words;
  again(): void;
}

export function Failed({ failure, say, again }: FailedProps) {
  const { title, hint } = told(failure, say);
  return (
    <div class="notice failed" role="alert">
      <p class="notice-title">{title}</p>
      {hint && <p>{hint}</p>}
      <button type="button" onClick={again}>
        {say.failed.retry}
      </button>
    </div>
  );
}
