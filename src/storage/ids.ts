// Ids: UUID version 7, which sort by the time they were made; those of one process also by order within a millisecond.

import { randomBytes } from 'node:crypto';

let lastTime = 0;
let counter = 0;

/** A new id, greater than every earlier one of this process. */
export function newId(): string {
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    // More than 4,096 in a millisecond (or the clock went back): borrow from the next one, so that order holds.
    lastTime++;
    counter = 0;
  }
  const time = lastTime.toString(16).padStart(12, '0');
  const random = randomBytes(8);
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = random.toString('hex');
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${counter.toString(16).padStart(3, '0')}`,
    tail.slice(0, 4),
    tail.slice(4),
  ].join('-');
}

/** Whether a string could be an id at all; anything else is simply not found. */
export function isId(value: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
}
