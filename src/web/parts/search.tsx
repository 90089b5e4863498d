/** Finds a terminal: a whole serial number leads straight to it, anything else to the list of what fits. */
import { useRef } from "preact/hooks";
import type { TerminalsView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { go } from "../browser.ts";
import { hashes, searchOf } from "../route.ts";

export function Search() {
  const { say, route, asking } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const find = async (text: string) => {
    const answer = await asking.get<TerminalsView>(`/api/terminals${searchOf({ q: text })}`);
    const rows = answer.kind === "ok" ? answer.value.rows : [];
    const exact = rows.filter(({ serial }) => serial.toLowerCase() === text.toLowerCase());
    const [only] = exact;
    const { q: _, ...others } = route.view === "terminals" ? route.query : {};
    // The same number may be in use at two tenants.
    go(
      only && exact.length === 1 ? hashes.terminal(only.tenant, only.serial) : hashes.terminals({ ...others, q: text }),
    );
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void find(field.current?.value.trim() ?? "");
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element `search` is too new for some browsers
    <form role="search" class="search" onSubmit={submit}>
      <input
        ref={field}
        id="search"
        type="search"
        aria-label={say.search.label}
        placeholder={say.search.hint}
        value={route.query["q"] ?? ""}
        maxLength={64}
        autocomplete="off"
        spellcheck={false}
      />
    </form>
  );
}
