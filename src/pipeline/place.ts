import type { IConstruct } from 'constructs';
import { invalidInput } from '../private/invalid-input';
import type { PythonArtifactPipelineProps } from './python-artifact-pipeline-props';

/** What is made where there is no repository yet, and has been said by whoever made one. */
const OF_THE_OWNER = [
  'repositoryName',
  'domainName',
  'domain',
  'upstreams',
  'encryptionKey',
  'removalPolicy',
] as const satisfies (keyof PythonArtifactPipelineProps)[];

/** Throws for a pipeline that does not say which domain and repository it is about, or says it twice. */
export function checkPlace(pipeline: IConstruct, props: PythonArtifactPipelineProps): void {
  if (props.repository) checkGivenRepository(pipeline, props);
  else checkNewRepository(pipeline, props);
}

function checkGivenRepository(pipeline: IConstruct, props: PythonArtifactPipelineProps): void {
  const property = OF_THE_OWNER.find((name) => props[name] !== undefined);
  if (property === undefined) return;
  const value = props[property];
  throw invalidInput(
    {
      property,
      given: typeof value === 'string' ? value : property,
      reason: 'stands beside repository, and who made that has said it',
      allowed: 'repository alone, or repositoryName and what it is made with',
    },
    pipeline,
  );
}

function checkNewRepository(pipeline: IConstruct, props: PythonArtifactPipelineProps): void {
  const { repositoryName, domain, domainName, encryptionKey } = props;
  if (repositoryName === undefined) {
    throw invalidInput(
      {
        property: 'repositoryName',
        given: undefined,
        reason: 'is missing, and so is repository',
        allowed: 'one of repositoryName, which creates a repository, and repository, which uses one',
      },
      pipeline,
    );
  }
  if ((domain === undefined) === (domainName === undefined)) {
    throw invalidInput(
      {
        property: 'domainName',
        given: domainName,
        reason: domain ? 'stands beside domain' : 'is missing, and so is domain',
        allowed: 'one of domainName, which creates a domain, and domain, which uses one',
      },
      pipeline,
    );
  }
  if (domain && encryptionKey) {
    throw invalidInput(
      {
        property: 'encryptionKey',
        given: encryptionKey.node.path,
        reason: 'stands beside domain, and the key of a domain that exists can not be changed',
      },
      pipeline,
    );
  }
}
