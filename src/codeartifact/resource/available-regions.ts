import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { isKnownLater } from '../../private/token-text';

/** @see https://docs.aws.amazon.com/general/latest/gr/codeartifact.html */
const REGIONS = [
  'ap-northeast-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'us-east-1',
  'us-east-2',
  'us-west-2',
];

/** Warns where CodeArtifact is not known to be in the Region; it may have come there since. */
export function warnOfRegion(scope: IConstruct, region: string): void {
  if (isKnownLater(region) || REGIONS.includes(region)) return;
  Annotations.of(scope).addWarningV2(
    'cdk-python-artifact-pipeline:region-without-codeartifact',
    `CodeArtifact is not known to be in ${region}. It is in ${REGIONS.join(', ')}. ` +
      'See https://docs.aws.amazon.com/general/latest/gr/codeartifact.html',
  );
}
