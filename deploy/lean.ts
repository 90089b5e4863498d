/** What the shipped bundle leaves out of its packages, and what stands in its place. Each entry says why that is safe. */
import type { Plugin } from "esbuild";

interface Replacement {
  /** The import specifier, as the package writes it. */
  readonly specifier: RegExp;
  /** Only imports out of these files; undefined means any. */
  readonly importer?: RegExp;
  /** CommonJS text of the stand-in. */
  readonly code: string;
}

const refuse = "() => { throw new Error('this build speaks MQTT over TCP and TLS only'); }";
const mqttTransports = /[\\/]mqtt[\\/]build[\\/]lib[\\/]connect[\\/]/;

/** Of `LRUCache`, what MQTT.js calls: `keys` begins with what was used last. */
const lastUsed = `exports.LRUCache = class {
  #kept = new Map();
  #max;
  constructor({ max }) { this.#max = max; }
  get size() { return this.#kept.size; }
  get(key) {
    const value = this.#kept.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }
  set(key, value) {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    if (this.#kept.size > this.#max) this.#kept.delete(this.#kept.keys().next().value);
    return this;
  }
  keys() { return [...this.#kept.keys()].reverse().values(); }
  clear() { this.#kept.clear(); }
};`;

/** The serial port's addon, or calls that each answer with why there is none. */
const orReason = `const calls = ["close", "drain", "flush", "get", "getBaudRate", "list", "open", "set", "update", "read", "write"];
module.exports = () => {
  try {
    return require("node-gyp-build")(__dirname);
  } catch (error) {
    return Object.fromEntries(calls.map((name) => [name, (...args) => args.at(-1)(error)]));
  }
};`;

const replacements: readonly Replacement[] = [
  // MQTT.js asks for every transport when it connects first; only tcp and tls are ours. Using another one throws.
  {
    specifier: /^\.\/(?:ws|wx|ali|socks)$/,
    importer: mqttTransports,
    code: `const refuse = ${refuse}; module.exports = { __esModule: true, default: refuse, streamBuilder: refuse, browserStreamBuilder: refuse };`,
  },
  // Timers for browser tabs in the background; MQTT.js picks Node's own on Node.
  { specifier: /^worker-timers$/, code: "module.exports = { setInterval, clearInterval };" },
  // The user-land copy of Node's streams: the package itself hands out node:stream when READABLE_STREAM=disable.
  { specifier: /^readable-stream$/, code: "module.exports = require('node:stream');" },
  // MQTT.js keeps aliases of topics in it, with places for as many as the broker takes: 65,535 are more than 1 MB. The same without.
  { specifier: /^lru-cache$/, importer: /[\\/]mqtt[\\/]build[\\/]/, code: lastUsed },
  // Debug output is off in the field and could show what goes over the wires; without it there is no tty and no DEBUG.
  {
    specifier: /^debug$/,
    code: "const off = Object.assign(() => {}, { enabled: false, extend: () => off }); module.exports = Object.assign(() => off, { default: () => off });",
  },
  // Looks for prebuilds beside the bundle, not beside a package that is not installed on the terminal. Where none loads the program runs all the
  // same: opening a port then fails with the reason, which `posdiag doctor` tells.
  { specifier: /^node-gyp-build$/, importer: /[\\/]@serialport[\\/]bindings-cpp[\\/]/, code: orReason },
  // Likewise; in a folder of its own, because of two addons in one folder it would take the first.
  {
    specifier: /^node-gyp-build$/,
    importer: /[\\/]@photostructure[\\/]sqlite[\\/]/,
    code: "module.exports = () => require('node-gyp-build')(require('node:path').join(__dirname, 'sqlite'));",
  },
];

const namespace = "lean";

/** Swaps the imports above for their stand-ins. */
export function leanPlugin(): Plugin {
  return {
    name: namespace,
    setup: (build) => {
      for (const [index, { specifier, importer }] of replacements.entries()) {
        build.onResolve({ filter: specifier }, (found) => {
          if (found.namespace === namespace || (importer && !importer.test(found.importer))) return undefined;
          return { path: `${index}:${found.path}`, namespace, pluginData: found.resolveDir };
        });
      }
      build.onLoad({ filter: /.*/, namespace }, ({ path, pluginData }) => {
        const replacement = replacements[Number.parseInt(path, 10)];
        return replacement ? { contents: replacement.code, loader: "js", resolveDir: String(pluginData) } : undefined;
      });
    },
  };
}
