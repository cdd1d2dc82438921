import { Annotations, Duration } from 'aws-cdk-lib';
import type { IOIDCProviderRef } from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import type { IRepository } from '../../codeartifact';
import { REPOSITORY } from '../../codeartifact/resource/kinds';
import { pathIn } from '../../private/invalid-input';
import { checkKinds, type Kinds, listOf, needed, TEXT } from '../../private/kinds';
import { BEARER_TOKEN_REASON, explainWildcards } from '../../private/wildcard-reasons';
import { isOrganization } from '../identity/identity';
import type { GitHubPublisher } from '../identity/publisher';
import { REUSABLE_WORKFLOW_PATH } from '../identity/workflow-host';
import { PROVIDER, PUBLISHER, TRIGGER } from '../names/kinds';
import { PublishTrigger } from '../trigger/publish-trigger';
import type { TrustedRuns } from '../trust/trusted-runs';
import { GitHubRole } from './github-role';
import { ROLE_KINDS } from './role-kinds';
import type { GitHubRoleOptions } from './role-options';

/** What a role is made of that publishes from GitHub. */
export interface GitHubPublishRoleProps extends GitHubRoleOptions {
  /** The repository to publish to. */
  readonly repository: IRepository;

  /** Who publishes; at least one. */
  readonly publishers: GitHubPublisher[];

  /** The provider that vouches for them. */
  readonly oidcProvider: IOIDCProviderRef;

  /**
   * When they publish.
   * @default PublishTrigger.tags('v*.*.*')
   */
  readonly publishOn?: PublishTrigger;

  /**
   * What they publish: exact names such as `orders-sdk`, and prefixes such as `acme-*`.
   * @default - all Python packages of the repository
   */
  readonly packages?: string[];
}

/** What the generated workflow asks for. */
const WORKFLOW_TOKEN = Duration.minutes(15);

const KINDS: Kinds<GitHubPublishRoleProps> = {
  ...ROLE_KINDS,
  repository: needed(REPOSITORY),
  publishers: needed(listOf(PUBLISHER)),
  oidcProvider: needed(PROVIDER),
  publishOn: TRIGGER,
  packages: listOf(TEXT),
};

/**
 * A role that workflows of the given publishers assume to publish to a repository, and nobody else.
 * Its tokens for CodeArtifact are valid for 15 minutes, no more and no less.
 *
 * Throws for no publisher, a publisher listed twice, an organization without a workflow host, and claims
 * that the issuer does not have, and for a provider that is not GitHub's or of another account. Fails synthesis where
 * the trust policy is larger than its quota, and where the app makes another role of its name in the same account.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
@propertyInjectable
export class GitHubPublishRole extends GitHubRole {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static override readonly PROPERTY_INJECTION_ID: string =
    'cdk-python-artifact-pipeline.GitHubPublishRole';

  /** @internal The runs that it trusts. */
  public readonly _runs: TrustedRuns;

  constructor(scope: Construct, id: string, props: GitHubPublishRoleProps) {
    checkKinds(pathIn(scope, id), props, KINDS);
    const { publishers, publishOn = PublishTrigger.tags() } = props;
    super(
      scope,
      id,
      { ...props, description: props.description ?? 'Publishes Python packages from GitHub Actions' },
      {
        kind: 'Publisher',
        property: 'publishers',
        identities: publishers.map((publisher) => publisher._publisherIdentity()),
        contexts: publishOn._contexts(),
        claims: publishOn._claims(),
        claimsBesideSubject: publishOn._claimsBesideSubject(),
      },
    );
    const { workflowHost, workflowPath = REUSABLE_WORKFLOW_PATH } = props;
    this._runs = { publishOn, jobWorkflowRef: workflowHost?._jobWorkflowRef(workflowPath) };
    props.repository.grantPublish(this, props.packages, WORKFLOW_TOKEN);
    explainWildcards(this, [
      BEARER_TOKEN_REASON,
      {
        resource: 'arn:.*:package\\/.*\\/pypi\\/.*\\*',
        reason:
          'Packages are published before they exist, so that the role names them by a prefix, or all of Python.',
      },
    ]);
    tellOfOrganizations(this, props);
    if (publishOn._isAnyRef()) {
      Annotations.of(this).addWarningV2(
        'cdk-python-artifact-pipeline:any-ref',
        'PublishTrigger.anyRef() lets every branch, tag, pull request and environment of the publishers publish. ' +
          "Prefer PublishTrigger.tags('v*.*.*').",
      );
    }
  }
}

/** Whoever can create a repository in a trusted organization can publish, and that is said. */
function tellOfOrganizations(role: Construct, { publishers, packages }: GitHubPublishRoleProps): void {
  const names = publishers
    .map((publisher) => publisher._publisherIdentity())
    .filter(isOrganization)
    .map(({ name }) => name);
  if (names.length === 0) return;
  const who = `Whoever can create a repository in ${names.join(', ')} can publish`;
  if (packages === undefined) {
    Annotations.of(role).addWarningV2(
      'cdk-python-artifact-pipeline:organization-without-packages',
      `${who} any Python package of the repository. Name the packages, as in packages: ['acme-*'].`,
    );
    return;
  }
  Annotations.of(role).addInfoV2(
    'cdk-python-artifact-pipeline:organization-publishes',
    `${who} each of ${packages.join(', ')}. An environment adds nothing to that, since GitHub makes a missing one without ` +
      'protection rules.',
  );
}
