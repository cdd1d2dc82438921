import { allSnippets, problemsOf } from './compile';

const snippets = allSnippets();
const problems = problemsOf(snippets);
for (const problem of problems) console.error(problem);
console.log(`${snippets.length} examples of docs/ compiled, ${problems.length} problems`);
process.exitCode = problems.length === 0 && snippets.length > 0 ? 0 : 1;
