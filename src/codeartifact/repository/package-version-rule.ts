import { Stack } from 'aws-cdk-lib';
import { type OnEventOptions, Rule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { checkKind, objectWith } from '../../private/kinds';
import { isKnownLater } from '../../private/token-text';
import type { IRepository } from './repository-interface';
import { namesOf } from './repository-names';

const GUIDE = 'https://docs.aws.amazon.com/codeartifact/latest/ug/service-event-format-example.html';

const TARGET = objectWith(
  'bind',
  'a target of EventBridge',
  'new LambdaFunction(…), or another class of aws-cdk-lib/aws-events-targets',
);

/** A rule in EventBridge for every event of one repository. */
export function repositoryRule(
  repository: IRepository & Construct,
  id: string,
  { target, ...options }: OnEventOptions,
): Rule {
  checkKind(repository, 'target', target, TARGET, false);
  checkRegion(repository);
  const rule = new Rule(repository, id, options);
  rule.addEventPattern({ source: ['aws.codeartifact'], detail: detailOf(repository) });
  rule.addTarget(target);
  return rule;
}

/** A rule in EventBridge for every change of a package version in one repository. */
export function packageVersionRule(
  repository: IRepository & Construct,
  id: string,
  options: OnEventOptions,
): Rule {
  const rule = repositoryRule(repository, id, options);
  rule.addEventPattern({ detailType: ['CodeArtifact Package Version State Change'] });
  return rule;
}

function detailOf(repository: IRepository): Record<string, string[]> {
  const { domainName, repositoryName } = namesOf(repository);
  return {
    domainName: [domainName],
    domainOwner: [repository.domain.domainOwner],
    repositoryName: [repositoryName],
  };
}

/** Events stay in their Region. */
function checkRegion(repository: IRepository): void {
  const { region } = Stack.of(repository);
  const ofRepository = repository.env.region;
  if (ofRepository === region || isKnownLater(ofRepository) || isKnownLater(region)) return;
  throw invalidInput(
    {
      property: 'repository',
      given: repository.node.path,
      reason: `is in ${ofRepository}, and a rule of this stack hears the events of ${region}`,
      instead: `a stack in ${ofRepository} with this repository and the rule`,
      see: GUIDE,
    },
    repository,
  );
}
