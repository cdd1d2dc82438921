import type { IConstruct } from 'constructs';
import { endpointHost, indexUrlAt } from '../../codeartifact/repository/endpoint-urls';
import { variableValues, type WorkflowValue, type WorkflowValues, workflowValues } from '../settings/values';

/** Where to install from, and as whom; what only CloudFormation knows is a token. */
export interface InstallPlace {
  readonly region: string;
  readonly domainName: string;
  readonly domainOwner: string;
  readonly repositoryName: string;
  readonly readRoleArn: string;
}

/** The same as the steps have it. */
export interface InstallValues {
  readonly values: WorkflowValues;
  readonly role: WorkflowValue;
  readonly indexUrl: string;
}

/** What is not known is an input of the action. */
export function inputValues(scope: IConstruct, place: InstallPlace): InstallValues {
  return installValues(workflowValues(scope, { ...place }));
}

/** What is not known is a configuration variable of who pastes the steps. */
export function variablesOfPaster(scope: IConstruct, place: InstallPlace): InstallValues {
  return installValues(variableValues(scope, { ...place }));
}

function installValues(values: WorkflowValues): InstallValues {
  const { region, domainOwner, readRoleArn } = values;
  const texts = { domainName: values.domainName.text, repositoryName: values.repositoryName.text };
  return {
    values,
    // A reader has a role, whatever other workflows have.
    role: readRoleArn as WorkflowValue,
    indexUrl: indexUrlAt(texts, domainOwner.text, endpointHost(region.text)),
  };
}
