/**
 * Where `dist/plancheck.html` begins: its one script is the page, and run again by the page it is the checker.
 * Both stand on the same sentences, rules and readers, which a script of its own for either would hold twice.
 */
import { serveChecks } from './serve-checks'
import { startWorkbench } from './workbenches'

if (typeof document === 'undefined') serveChecks()
else startWorkbench()
