const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

/**
 * Mocha's usual report, and the counts in the file that COUNTS_FILE names.
 * Mocha requires a reporter by its path and wants the class itself, hence CommonJS.
 */
module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => writeCounts(runner));
  }
};

/** What did not pass has failed: skipped tests, and those that a failing hook kept from running. */
function writeCounts({ stats, total }) {
  const counts = { passed: stats.passes, failed: Math.max(stats.failures, total - stats.passes) };
  if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
}
