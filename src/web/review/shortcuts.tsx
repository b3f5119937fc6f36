// The keys of review in a list, behind "?".

interface Props {
  dialog: { current: HTMLDialogElement | null };
  keys: readonly (readonly [key: string, what: string])[];
  closed: () => void;
}

export function Shortcuts({ dialog, keys, closed }: Props) {
  return (
    <dialog ref={dialog} class="shortcuts" aria-labelledby="shortcuts" onClose={closed}>
      <h2 id="shortcuts">Keyboard shortcuts</h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>Leave a correction, or this list</dd>
        </div>
      </dl>
      <p class="quiet">
        They work while the card has the focus, which it has after every step; in a field, letters
        are letters. In a passage, Shift and arrow keys select, and Enter sets what is selected.
      </p>
      <form method="dialog">
        <button type="submit" class="main">
          Close
        </button>
      </form>
    </dialog>
  );
}
