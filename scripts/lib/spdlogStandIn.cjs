// Stands in for the native module @vscode/spdlog, which needs a compiler: without a logger that writes
// files, output channels stay empty. Keep the `exports.x =` form: the editor imports this file from ESM.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const INFO = LEVELS.indexOf('info');

class Logger {
  #file;
  #level = INFO;
  #plain = false;

  constructor(_type, _name, file) {
    this.#file = file;
  }

  #write(level, message) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const line = this.#plain ? String(message) : `${time} [${LEVELS[level]}] ${message}\n`;
    try {
      fs.appendFileSync(this.#file, line);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error; // the log folder goes away when the server stops
    }
  }

  trace(message) {
    this.#write(0, message);
  }
  debug(message) {
    this.#write(1, message);
  }
  info(message) {
    this.#write(2, message);
  }
  warn(message) {
    this.#write(3, message);
  }
  error(message) {
    this.#write(4, message);
  }
  critical(message) {
    this.#write(5, message);
  }
  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  clearFormatters() {
    this.#plain = true;
  }
  setPattern() {
    // lines have one form here
  }
  flush() {
    // every line is written at once
  }
  drop() {
    // no file stays open
  }
}

const create = (type) => async (name, file) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(type, name, file);
};
const nothing = () => undefined;

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = nothing;
exports.setFlushOn = nothing;
exports.createRotatingLogger = create('rotating');
exports.createAsyncRotatingLogger = create('rotating_async');
