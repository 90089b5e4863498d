/** What is drawn from a comparison: signals with their values, all of the last happening's time. */
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";

export type Drawn = readonly (readonly [SignalId, Scalar])[];
