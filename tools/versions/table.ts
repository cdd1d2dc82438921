import { engines, peerDependencies } from '../../package.json';

/** What was tried, beside which versions, and what was seen. */
export interface Row {
  readonly what: string;
  readonly beside: string;
  readonly seen: string;
}

const HEAD = `# Versions

## What is supported

The peers are \`aws-cdk-lib\` ${peerDependencies['aws-cdk-lib']} and \`constructs\` ${peerDependencies.constructs}, and Node.js is
${engines.node}: what the table below tries, and every minor version between. A version of Node.js stays for six months
after its end of life, since people still have it in CI; one of the CDK stays for a year after AWS released it, and
longer where nothing speaks against it. A new floor of either comes with a minor version before 1.0 and with a major
one after, and the changelog says so first. What is deprecated keeps working for six months and at least two minor
versions, and the compiler and the docstring name what takes its place. Logical ids, physical names and paths of files
never change in an upgrade. A patch version changes generated files only where they are wrong or unsafe, or where an
action or a tool in them is pinned anew; a minor version may add steps and jobs; the changelog tells each change. The
calling workflow that 50 repositories hold is kept as it is: what a release changes is in the reusable workflow, on its
host, and all follow by one commit. Only a major version may change the caller so that the old one fails, or the old
reusable workflow with a new caller; between majors both orders work, and \`npx cdk-python-artifact-pipeline rollout\`
says which repository is behind and opens the pull requests. A pipeline without a host writes both files into one repository,
which follows by itself.

## What is tried

\`npm run compat:versions\` does what the rows say with the package that a release would publish, fails where one of
them does not hold, and writes this file. The versions are locked in
[\`tools/versions\`](../tools/versions/package.json); \`npm run pack:check\` takes the newest there is. The CDK's own validation
of templates is on, and without feature flags an error in it fails the row; CDK versions before 2.262 have none. The whole suite runs beside
the oldest CDK in \`npm test\`.

`;

export function document(rows: readonly Row[]): string {
  const lines = rows.map(({ what, beside, seen }) => `| ${what} | ${beside} | ${seen} |\n`);
  return `${HEAD}| what | beside | seen |\n| --- | --- | --- |\n${lines.join('')}`;
}
