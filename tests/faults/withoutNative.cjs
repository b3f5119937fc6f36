// Preloaded into a process (NODE_OPTIONS=--require …), with its worker threads: the native library cannot be loaded, as on a
// platform that it is not built for.

const Module = require('node:module');

const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) => {
  if (name === 'onnxruntime-node') throw new Error('There is no such library for this platform.');
  return resolve(name, ...rest);
};
