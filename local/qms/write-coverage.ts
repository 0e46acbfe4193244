import { writeFileSync } from 'node:fs';
import { problemsOf } from './check-coverage.ts';
import { renderCoverage } from './render-coverage.ts';

const problems = problemsOf();
if (problems.length > 0) throw new Error(problems.join('\n'));
writeFileSync(new URL('../../docs/qms-coverage.md', import.meta.url), renderCoverage());
