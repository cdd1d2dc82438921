import type { GitHub } from '../../github/github';
import { CannotLook } from '../../programs';
import type { Fault } from '../examination';
import { existing, unlessAdministered } from './repository';

interface Variable {
  readonly name: string;
  readonly value: string;
}

/**
 * Whether a repository has the configuration variables that its caller passes on, itself or from its organization.
 *
 * @param expected the value of each, where it is known
 * @see https://docs.github.com/en/rest/actions/variables
 */
export async function variableFaults(
  github: GitHub,
  name: string,
  expected: Readonly<Record<string, string | undefined>>,
): Promise<Fault[]> {
  const repository = await existing(github, name);
  const [organization, own] = await Promise.all(
    ['organization-variables', 'variables'].map((kind) =>
      github
        .all<Variable>(
          `repos/${name}/actions/${kind}`,
          (body) => (body as { variables: Variable[] }).variables,
        )
        .catch((error: unknown) => {
          if (!(error instanceof CannotLook)) throw error;
          throw unlessAdministered(repository, 'The configuration variables');
        }),
    ),
  );
  // A variable of the repository wins over one of its organization.
  const values = new Map(
    [...(organization ?? []), ...(own ?? [])].map(({ name: key, value }) => [key, value]),
  );
  return Object.entries(expected).flatMap(([variable, value]): Fault[] => {
    const set = (text: string) => `Run \`gh variable set ${variable} --repo ${name} --body ${text}\`.`;
    const actual = values.get(variable);
    if (actual === undefined) {
      const says = `${name} has no configuration variable ${variable}, which its workflow passes on.`;
      return [{ id: 'variable-missing', says, remedy: set(value ?? 'VALUE') }];
    }
    if (value === undefined || actual === value) return [];
    const says = `The configuration variable ${variable} of ${name} is ${actual}, and deployed is ${value}.`;
    return [{ id: 'variable-differs', says, remedy: set(value) }];
  });
}
