// A worker that does to itself what a text asks for: what bugs do by accident.

exports.analyse = ({ text }) => {
  if (text === 'hang') for (;;);
  if (text === 'exit') process.exit(1);
  if (text === 'throw') throw new TypeError('a bug');
  if (text === 'eat')
    for (const eaten = []; ;) eaten.push(new Array(1000).fill(text + eaten.length));
  if (text.startsWith('sleep')) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(text.slice(6)));
  }
  return {
    value: {
      extraction: { engine: { name: text, version: '' }, speakers: [], statements: [] },
      topics: null,
    },
  };
};
