import type { IConstruct } from 'constructs';
import { checkDomainName, checkRepositoryName } from '../../codeartifact/resource/names';
import { invalidInput } from '../../private/invalid-input';
import { isKnownLater } from '../../private/token-text';
import type { PublishWorkflowProps } from '../options/workflow-options';

interface Form {
  readonly pattern: RegExp;
  readonly allowed: string;
}

const ROLE: Form = {
  pattern: /^arn:[a-z-]+:iam::\d{12}:role\/([!-~]+\/)?[\w+=,.@-]+$/,
  allowed: "the ARN of a role, as in 'arn:aws:iam::111111111111:role/publish'",
};

const FORMS = {
  region: { pattern: /^[a-z]{2,4}(-[a-z]+)+-\d+$/, allowed: "an AWS region, as in 'eu-west-1'" },
  domainOwner: { pattern: /^\d{12}$/, allowed: 'the 12 digits of an AWS account' },
  roleArn: ROLE,
  readRoleArn: ROLE,
  toolsRoleArn: ROLE,
} satisfies Record<string, Form>;

/** Throws for a value that can not be what it is for; one that only CloudFormation knows passes. */
export function checkKnownValues(scope: IConstruct, props: PublishWorkflowProps): void {
  checkDomainName(scope, props.domainName);
  checkRepositoryName(scope, props.repositoryName);
  for (const [property, { pattern, allowed }] of Object.entries(FORMS)) {
    const given = props[property as keyof typeof FORMS];
    if (given === undefined || isKnownLater(given) || pattern.test(given)) continue;
    throw invalidInput({ property, given, reason: 'has another form', allowed }, scope);
  }
}
