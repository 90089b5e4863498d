/** "Really?", in the browser's own dialog, which holds the focus and gives it back. "No" is what Enter means at first. */
import { useEffect, useRef } from "preact/hooks";
import { useApp } from "../app-context.ts";

interface ConfirmProps {
  readonly text: string;
  readonly about: string;
  answer(isYes: boolean): void;
}

export function Confirm({ text, about, answer }: ConfirmProps) {
  const { say } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="confirm-text" onClose={() => answer(false)}>
      <p id="confirm-text">
        <strong>{text}</strong>
      </p>
      <p class="soft">{about}</p>
      <div class="buttons">
        <button type="button" onClick={() => answer(false)}>
          {say.commands.no}
        </button>
        <button type="button" class="main careful" onClick={() => answer(true)}>
          {say.commands.yes}
        </button>
      </div>
    </dialog>
  );
}
