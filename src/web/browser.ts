/** The page's way to the browser: its clock, timers, network, address and store. All else here takes what it needs as arguments. */

export function now(): number {
  return Date.now();
}

/** Calls once after so long; the answer calls it off. */
export function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}

/** Calls again and again; the answer ends it. */
export function every(ms: number, call: () => void): () => void {
  const timer = setInterval(call, ms);
  return () => clearInterval(timer);
}

/** A browser may refuse its store to the page; then nothing is kept. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A choice that is forgotten at the next visit does no harm.
  }
}

export function askedLanguages(): readonly string[] {
  return navigator.languages;
}

/** Rejects as `fetch` does; gives up after half a minute. */
export function request(path: string, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.timeout(30_000);
  return fetch(path, { credentials: "same-origin", cache: "no-store", ...init, signal });
}

export function events(path: string): EventSource {
  return new EventSource(path);
}

export function hash(): string {
  return location.hash;
}

export function go(to: string): void {
  location.hash = to;
}

/** Another address of the same view: the way back stays as it was. */
export function replaceHash(to: string): void {
  history.replaceState(null, "", to);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

export function back(): void {
  history.back();
}

export function reload(): void {
  location.reload();
}

/** A listener of the window; the answer takes it away. */
export function listen<K extends keyof WindowEventMap>(name: K, call: (event: WindowEventMap[K]) => void): () => void {
  addEventListener(name, call);
  return () => removeEventListener(name, call);
}

export function titled(title: string, language: string): void {
  document.title = title;
  document.documentElement.lang = language;
}

/** Colours of the style sheet, for what is drawn and not styled. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Calls when the colours change from light to dark or back. */
export function onScheme(call: () => void): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", call);
  return () => dark.removeEventListener("change", call);
}

/** Calls with the width of an element whenever it changes. */
export function onWidth(element: Element, call: (width: number) => void): () => void {
  const observer = new ResizeObserver(([entry]) => entry && call(Math.floor(entry.contentRect.width)));
  observer.observe(element);
  return () => observer.disconnect();
}

export function elements(selector: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}

/** Which of them has the focus; -1: none. */
export function focusedAmong(rows: readonly HTMLElement[]): number {
  return rows.findIndex((row) => row.matches(":focus"));
}
