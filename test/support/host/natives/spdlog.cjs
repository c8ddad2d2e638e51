// Stands in for VS Code's native logger, which a compiler would have to build: the same lines, by node:fs.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = levels.indexOf('info');
    this.isPlain = false;
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  setPattern() {
    this.isPlain = false;
  }

  clearFormatters() {
    this.isPlain = true;
  }

  trace(message) {
    this.write('trace', message);
  }

  debug(message) {
    this.write('debug', message);
  }

  info(message) {
    this.write('info', message);
  }

  warn(message) {
    this.write('warning', message);
  }

  error(message) {
    this.write('error', message);
  }

  critical(message) {
    this.write('critical', message);
  }

  /** Every line is written at once. */
  flush() {}

  drop() {}

  write(level, message) {
    if (levels.indexOf(level) < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.file, this.isPlain ? message : `${time} [${level}] ${message}\n`);
  }
}

async function createLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger(file);
}

// One assignment each: VS Code imports this as a module, and its names are found by reading the text.
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
