// What is known of an article besides its text, each field with what is wrong with it.

import type { Kind } from './kinds';
import { FIELDS } from './submission';

export function Problem({ id, message }: { id: string; message: string | null }) {
  if (message === null) return null;
  return (
    <span id={id} class="problem">
      {message.charAt(0).toUpperCase() + message.slice(1)}
    </span>
  );
}

export function ArticleFields(props: { kind: Kind; problemOf: (name: string) => string | null }) {
  const { kind, problemOf } = props;
  return (
    <>
      {kind !== 'text' && (
        <p class="quiet">
          What the {kind === 'html' ? 'page' : 'item'} says of itself need not be filled in.
        </p>
      )}
      <div class="fields">
        {FIELDS.map(({ name, label, type, most }) => {
          const problem = problemOf(name);
          return (
            <p class="field" key={name}>
              <label for={name}>{label}</label>
              <input
                id={name}
                name={name}
                type={type}
                maxLength={most}
                {...(problem === null
                  ? {}
                  : { 'aria-invalid': true, 'aria-describedby': `${name}-problem` })}
              />
              <Problem id={`${name}-problem`} message={problem} />
            </p>
          );
        })}
      </div>
    </>
  );
}
