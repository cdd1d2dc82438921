import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { BEARER_TOKEN_REASON, explainWildcards } from '../../private/wildcard-reasons';
import { CI_CONTEXTS } from './continuous-integration';
import { GitHubRole } from './github-role';
import type { GitHubPublishRoleProps } from './publish-role';

/** What a role that fetches tools is made of: who publishes where, and when. */
export type ToolsRoleProps = GitHubPublishRoleProps &
  Required<Pick<GitHubPublishRoleProps, 'publishOn'>> & {
    /** Whether the workflow runs on other refs as well, and for pull requests. */
    readonly triesOtherRefs: boolean;
  };

/**
 * The role of the job that fetches the tools for a release: it reads the repository, and trusts the runs that publish
 * there. Of an environment it trusts what starts the workflow, on the refs that the role for publishing trusts: the job
 * is in none.
 */
export class ToolsRole extends GitHubRole {
  constructor(scope: Construct, id: string, props: ToolsRoleProps) {
    const { ref } = props.publishOn._claims();
    const refs = props.triesOtherRefs ? undefined : ref;
    super(scope, id, props, {
      kind: 'Publisher',
      property: 'publishers',
      identities: props.publishers.map((publisher) => publisher._publisherIdentity()),
      contexts: refs?.map((name) => `ref:${name}`) ?? CI_CONTEXTS,
      claims: refs ? { ref: refs } : {},
    });
    // As long as the generated workflow asks for.
    props.repository.grantRead(this, Duration.minutes(15));
    explainWildcards(this, [BEARER_TOKEN_REASON]);
  }
}
