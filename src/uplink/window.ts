/** As many at a time as the broker takes (MQTT 5.0, Receive Maximum); the others wait in line. */
export interface Window {
  /** Resolves when there is room; then `leave` must follow. */
  enter(): Promise<void>;
  leave(): void;
}

export function createWindow(most: number): Window {
  let inside = 0;
  const line: (() => void)[] = [];
  return {
    enter: () => {
      if (inside >= most) return new Promise((resolve) => line.push(resolve));
      inside += 1;
      return Promise.resolve();
    },
    leave: () => {
      const next = line.shift();
      if (next) next();
      else inside -= 1;
    },
  };
}
