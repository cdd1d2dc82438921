/** Why CodeArtifact does not take a file, in a sentence, and what to do. */
export interface UploadRefusal {
  readonly cause: string;
  readonly remedy: string;
}

/**
 * What CodeArtifact answers 409 to. That is documented.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/packages-overview.html#package-publishing
 */
export const CONFLICTS = {
  'other-bytes': {
    cause: 'The file has been published before with other contents.',
    remedy:
      'A published file is never replaced: raise the version of the package and push its tag. ' +
      'To go on with a run that broke off, re-run its failed jobs only, so that nothing is built again.',
  },
  upstream: {
    cause: 'Or this version exists in an upstream, such as public PyPI.',
    remedy: 'Then name the package in packages of the CDK app, so that no upstream has a say in it.',
  },
} as const satisfies Record<string, UploadRefusal>;

/** What else it is likely to refuse. How it answers then is not documented, so that none is told from the others. */
export const LIKELY_REFUSALS = {
  'outside-packages': {
    cause: 'The role may not publish a package of this name.',
    remedy: 'Add the name to packages in the CDK app, and deploy it.',
  },
  'package-group': {
    cause: 'A package group of the domain blocks the name in this repository.',
    remedy: 'See aws codeartifact get-associated-package-group, and change the group where it is made.',
  },
  metadata: {
    cause: 'The metadata of the file are not what CodeArtifact takes.',
    remedy: 'Build it with another release of the build backend, or look at what the answer names.',
  },
  'expired-token': {
    cause: 'The token has expired: it lasts 15 minutes, for all files.',
    remedy: 'Re-run the failed job, which goes on with the rest.',
  },
} as const satisfies Record<string, UploadRefusal>;

/** All of some refusals as one text. */
export function told(refusals: Readonly<Record<string, UploadRefusal>>): string {
  return Object.values(refusals)
    .map(({ cause, remedy }) => `${cause} ${remedy}`)
    .join(' ');
}
