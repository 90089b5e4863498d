/** What was measured of one terminal over a span of time. */
import { useRef } from "preact/hooks";
import type { SeriesView, TerminalView } from "../console/api.ts";
import { type Loaded, useLoaded } from "./loaded.ts";
import { searchOf } from "./route.ts";
import type { Span } from "./span.ts";

/** An empty list asks for nothing. While another span is asked for, the one before stays. */
export function useSeries(view: TerminalView, signals: readonly string[], span: Span): Loaded<SeriesView> {
  const { tenant, serial } = view.row;
  const place = `/api/terminals/${encodeURIComponent(tenant)}/${encodeURIComponent(serial)}/series`;
  const query = { signals: signals.join(","), from: String(span.fromMs), to: String(span.toMs) };
  const loaded = useLoaded<SeriesView>(signals.length === 0 ? undefined : `${place}${searchOf(query)}`, 0);
  const last = useRef(loaded.data);
  if (loaded.data) last.current = loaded.data;
  return { ...loaded, data: last.current };
}
