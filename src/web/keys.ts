/** The keyboard: rows with j and k, the search with /, views with g and a letter, Escape back. */
import { useEffect, useRef } from "preact/hooks";
import { back, elements, focusedAmong, go, listen } from "./browser.ts";

const views: Readonly<Record<string, string>> = { f: "#/", t: "#/terminals", i: "#/incidents" };

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=radio], [type=checkbox]), select, textarea");
}

/** The next row or the one before, from the one that has the focus. */
function moveRow(step: 1 | -1): void {
  const rows = elements("[data-row]");
  const at = focusedAmong(rows);
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
  rows[next]?.focus();
}

function leave(target: EventTarget | null): void {
  if (target instanceof HTMLElement && isTyping(target)) target.blur();
  else if (elements("dialog[open]").length === 0) back();
}

const plain: Readonly<Record<string, () => void>> = {
  "/": () => elements("#search")[0]?.focus(),
  j: () => moveRow(1),
  k: () => moveRow(-1),
  "?": () => go("#/help"),
};

/** Answers whether the key was one of ours. */
function press(event: KeyboardEvent, isChord: boolean): boolean {
  if (event.key === "Escape") {
    leave(event.target);
    return false;
  }
  if (isTyping(event.target)) return false;
  const view = isChord ? views[event.key] : undefined;
  if (view) go(view);
  else if (plain[event.key]) plain[event.key]?.();
  else return false;
  return true;
}

export function useKeys(): void {
  const chord = useRef(false);
  useEffect(
    () =>
      listen("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
        if (press(event, chord.current)) event.preventDefault();
        chord.current = event.key === "g" && !isTyping(event.target);
      }),
    [],
  );
}
