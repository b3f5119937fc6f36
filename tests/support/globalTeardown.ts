// Once after all tests: undoes what globalSetup.ts did, last things first.

type Undo = () => Promise<unknown>;

// jest loads setup and teardown as separate modules of one process, so the list stands on the process.
const undoing = ((globalThis as { verbatimUndoing?: Undo[] }).verbatimUndoing ??= []);

async function globalTeardown(): Promise<void> {
  for (const undo of undoing.splice(0).reverse()) await undo();
}

globalTeardown.onTeardown = (undo: Undo): void => {
  undoing.push(undo);
};

export = globalTeardown;
