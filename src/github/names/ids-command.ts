import { isKnownLater } from '../../private/token-text';

/** The command that prints the ids of repositories, each once, as lines of the CDK app. */
export function idsCommand(...repositories: string[]): string {
  const known = repositories.map((name) => (isKnownLater(name) ? 'OWNER/REPO' : name));
  return ['npx cdk-python-artifact-pipeline ids', ...new Set(known.length ? known : ['OWNER/REPO'])].join(
    ' ',
  );
}
