// Adds up what the tests' report says and the steps before it: « N passed, N failed » alone on the last line.
import { readFileSync } from 'node:fs'

const [, , report, passedBefore, failedBefore] = process.argv
let passed = Number(passedBefore)
let failed = Number(failedBefore)
try {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests
  // A file that could not even be loaded has no tests to count.
  failed += result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  // Errors outside any test, or no test at all, are failures too.
  if (!result.success && failed === Number(failedBefore)) failed += 1
  if (result.numTotalTests === 0) failed += 1
} catch {
  failed += 1
}
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
