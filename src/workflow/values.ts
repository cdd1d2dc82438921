import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { expression } from './expression';
import type { Input } from './model';

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
}

interface InputOfValue {
  readonly name: string;
  readonly description: string;
  /** The configuration variable of GitHub that the caller passes. */
  readonly variable: string;
}

const INPUTS: Record<keyof WorkflowValues, InputOfValue> = {
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
};

/** What synthesis knows is written in; what only CloudFormation knows becomes an input. */
export function workflowValues(
  scope: IConstruct,
  given: Record<keyof WorkflowValues, string>,
): WorkflowValues {
  return mapValues(INPUTS, (input, key) => workflowValue(scope, given[key], input.name));
}

function workflowValue(scope: IConstruct, given: string, input: string): WorkflowValue {
  const resolved: unknown = Token.isUnresolved(given) ? Stack.of(scope).resolve(given) : given;
  if (typeof resolved === 'string') return { text: resolved, known: resolved };
  return { text: expression(`inputs.${input}`), input };
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

function unknownInputs(values: WorkflowValues): InputOfValue[] {
  return Object.entries(INPUTS)
    .filter(([key]) => values[key as keyof WorkflowValues].input !== undefined)
    .map(([, input]) => input);
}

function mapValues<K extends string, V, R>(record: Record<K, V>, map: (value: V, key: K) => R): Record<K, R> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, map(value as V, key as K)]),
  ) as Record<K, R>;
}
