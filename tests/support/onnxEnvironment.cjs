// A jest environment for tests that run the network: they get Node's own typed arrays, because ONNX Runtime, being
// native, makes those, and does not take the ones of jest's sandbox for arrays at all.
const { TestEnvironment } = require('jest-environment-node');

module.exports = class OnnxEnvironment extends TestEnvironment {
  constructor(...settings) {
    super(...settings);
    Object.assign(this.global, {
      Float32Array,
      BigInt64Array,
      BigUint64Array,
      Int32Array,
      Uint8Array,
    });
  }
};
