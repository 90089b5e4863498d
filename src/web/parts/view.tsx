/** A view that waits for its data: bars, then the data; an error in its place, or above what is known from before. */
import type { ComponentChildren } from "preact";
import { useApp } from "../app-context.ts";
import type { Loaded } from "../loaded.ts";
import { Failed } from "./notice.tsx";
import { Skeleton } from "./skeleton.tsx";

interface ViewProps<T> {
  readonly loaded: Loaded<T>;
  readonly rows?: number;
  children(data: T): ComponentChildren;
}

export function View<T>({ loaded, rows, children }: ViewProps<T>) {
  const { say } = useApp();
  const { data, failure, again } = loaded;
  return (
    <>
      {failure && <Failed failure={failure} again={again} say={say} />}
      {data !== undefined && children(data)}
      {data === undefined && !failure && <Skeleton say={say} {...(rows ? { rows } : {})} />}
    </>
  );
}
