import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { saidNow } from '../../private/last-word/last-word';
import { expression } from '../language/expression';
import type { Input } from '../language/model';

/** A value that the workflow needs from the infrastructure. */
export interface WorkflowValue {
  /** How a step refers to it: the value itself, or the input that stands for it. */
  readonly text: string;
  /** The value, where synthesis knows it. */
  readonly known?: string;
  /** The name of the input, where it does not. */
  readonly input?: string;
}

/** The values that decide where a package is published, and as whom. */
export interface WorkflowValues {
  readonly region: WorkflowValue;
  readonly domainName: WorkflowValue;
  readonly domainOwner: WorkflowValue;
  readonly repositoryName: WorkflowValue;
  readonly roleArn: WorkflowValue;
  readonly readRoleArn?: WorkflowValue;
  readonly toolsRoleArn?: WorkflowValue;
  /** Patterns of names with spaces between them. */
  readonly packages?: WorkflowValue;
}

type ValueName = keyof WorkflowValues;

/** The input that stands for a value which is not known, and where its caller has it. */
export interface InputOfValue {
  readonly name: string;
  readonly description: string;
  /** The configuration variable of GitHub that the caller passes. */
  readonly variable: string;
}

const INPUTS: Record<ValueName, InputOfValue> = {
  region: {
    name: 'aws_region',
    description: 'The AWS region of the CodeArtifact domain',
    variable: 'CODEARTIFACT_REGION',
  },
  domainName: {
    name: 'domain',
    description: 'The name of the CodeArtifact domain',
    variable: 'CODEARTIFACT_DOMAIN',
  },
  domainOwner: {
    name: 'domain_owner',
    description: 'The AWS account that owns the CodeArtifact domain',
    variable: 'CODEARTIFACT_DOMAIN_OWNER',
  },
  repositoryName: {
    name: 'repository',
    description: 'The name of the CodeArtifact repository',
    variable: 'CODEARTIFACT_REPOSITORY',
  },
  roleArn: {
    name: 'role_to_assume',
    description: 'The ARN of the role that publishes',
    variable: 'CODEARTIFACT_ROLE_TO_ASSUME',
  },
  readRoleArn: {
    name: 'role_to_read',
    description: 'The ARN of the role that reads private packages',
    variable: 'CODEARTIFACT_ROLE_TO_READ',
  },
  toolsRoleArn: {
    name: 'role_for_tools',
    description: 'The ARN of the role that fetches the tools',
    variable: 'CODEARTIFACT_ROLE_FOR_TOOLS',
  },
  packages: {
    name: 'packages',
    description: 'The packages that may be published: exact names and prefix-*, with spaces between them',
    variable: 'CODEARTIFACT_PACKAGES',
  },
};

/** What synthesis knows is written in; what only CloudFormation knows becomes an input. */
export function workflowValues(
  scope: IConstruct,
  given: { readonly [N in ValueName]?: string },
): WorkflowValues {
  const names = Object.keys(INPUTS) as ValueName[];
  return Object.fromEntries(
    names.map((name) => [name, workflowValue(scope, given[name], INPUTS[name].name)]),
  ) as unknown as WorkflowValues;
}

function workflowValue(
  scope: IConstruct,
  given: string | undefined,
  input: string,
): WorkflowValue | undefined {
  if (given === undefined) return undefined;
  const said = Token.isUnresolved(given) ? (saidNow(given) ?? given) : given;
  const resolved: unknown = Token.isUnresolved(said) ? Stack.of(scope).resolve(said) : said;
  // GitHub would read an expression in it, where the infrastructure has just these characters.
  if (typeof resolved === 'string' && !resolved.includes('${{')) return { text: resolved, known: resolved };
  return { text: expression(`inputs.${input}`), input };
}

/** What is known of the values, by their names. */
export function knownTexts(values: WorkflowValues): { [N in ValueName]?: string } {
  const known = Object.entries(values).filter(([, value]) => value?.known !== undefined);
  return Object.fromEntries(known.map(([name, { known: text }]) => [name, text]));
}

/** The same for a workflow that has no inputs: what only CloudFormation knows is a variable of its repository. */
export function variableValues(
  scope: IConstruct,
  given: { readonly [N in ValueName]?: string },
): WorkflowValues {
  const values = Object.entries(workflowValues(scope, given)).map(([name, value]) => {
    const { variable } = INPUTS[name as ValueName];
    return [name, value?.input ? { text: expression(`vars.${variable}`), input: value.input } : value];
  });
  return Object.fromEntries(values) as WorkflowValues;
}

/** The inputs that stand for the values which are not known, for the workflow that takes them. */
export function requiredInputs(values: WorkflowValues): Record<string, Input> {
  return Object.fromEntries(
    unknownInputs(values).map(({ name, description }) => [
      name,
      { description, type: 'string', required: true },
    ]),
  );
}

/** The same inputs, for the workflow that passes them: from configuration variables of its repository. */
export function passedInputs(values: WorkflowValues): Record<string, string> {
  return Object.fromEntries(
    unknownInputs(values).map(({ name, variable }) => [name, expression(`vars.${variable}`)]),
  );
}

/** The configuration variables that a repository needs so that its workflow can pass these inputs. */
export function requiredVariables(values: WorkflowValues): string[] {
  return unknownInputs(values).map(({ variable }) => variable);
}

/** The inputs themselves. */
export function unknownInputs(values: WorkflowValues): InputOfValue[] {
  return Object.entries(INPUTS)
    .filter(([name]) => values[name as ValueName]?.input !== undefined)
    .map(([, input]) => input);
}
