import type { Construct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { isKnownLater } from '../../private/token-text';
import type { IDomain } from './domain-interface';

/** Throws where a domain is known to be in another Region than what is made in it; a token passes. */
export function checkSameRegion(resource: Construct & { env: { region: string } }, domain: IDomain): void {
  const own = resource.env.region;
  const { region } = domain.env;
  if (region === own || isKnownLater(region) || isKnownLater(own)) return;
  throw invalidInput(
    {
      property: 'domain',
      given: domain.node.path,
      reason: `is in ${region}, and the stack in ${own}`,
      allowed: 'a domain of the Region of the stack',
      see: 'https://docs.aws.amazon.com/codeartifact/latest/ug/domains.html',
    },
    resource,
  );
}
