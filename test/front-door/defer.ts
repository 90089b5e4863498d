/** Loaded before uvu: tells it not to run and judge by itself, and gives it the queue that the front door runs. */
declare global {
  var UVU_DEFER: number;
  var UVU_QUEUE: Array<Array<() => Promise<unknown>>>;
}

/** The suites whose `.run()` was called, in order. */
export const queue: Array<() => Promise<unknown>> = [];

globalThis.UVU_DEFER = 1;
globalThis.UVU_QUEUE = [queue];
