import { isKnownLater } from '../../private/token-text';

/** The conditions of a principal: operator, key, values. */
type Conditions = Record<string, unknown>;

/** With these, a value has to be there and be the same, or match. */
const OPERATORS = /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like)|IpAddress)$/i;

const ACCOUNT = /^\d{12}$/;
const FIXED = /^[^*?]+$/;
const ORGANIZATION = /^o-[a-z0-9]{10,32}$/;
const IN_ORGANIZATION = /^o-[a-z0-9]{10,32}\//;
/** Of one account, whatever else is open. */
const OF_ACCOUNT = /^arn:[^:]*:[^:]*:[^:]*:\d{12}:./;

/**
 * The keys of AWS that tell who or from where, and what a value has to be that leaves most of the world out. A tag
 * of a principal is none: whoever owns the principal writes it.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const KEYS: Record<string, (value: string) => boolean> = {
  'aws:principalorgid': matches(ORGANIZATION),
  'aws:principalorgpaths': matches(IN_ORGANIZATION),
  'aws:principalaccount': matches(ACCOUNT),
  'aws:principalarn': matches(OF_ACCOUNT),
  'aws:userid': (value) => FIXED.test(value.split(':')[0]),
  'aws:sourcearn': matches(OF_ACCOUNT),
  'aws:sourceaccount': matches(ACCOUNT),
  'aws:sourceorgid': matches(ORGANIZATION),
  'aws:sourceorgpaths': matches(IN_ORGANIZATION),
  'aws:sourcevpc': matches(FIXED),
  'aws:sourcevpce': matches(FIXED),
  'aws:sourcevpcarn': matches(OF_ACCOUNT),
  'aws:vpceaccount': matches(ACCOUNT),
  'aws:vpceorgid': matches(ORGANIZATION),
  'aws:vpceorgpaths': matches(IN_ORGANIZATION),
  'aws:sourceip': isNetwork,
};

/** Whether conditions keep most of those out who have an AWS account: one that does is enough. A token passes. */
export function narrowsWho(conditions: Conditions): boolean {
  if (isKnownLater(conditions)) return true;
  return Object.entries(conditions).some(
    ([operator, keys]) => OPERATORS.test(operator) && (isKnownLater(keys) || hasNarrowingKey(keys)),
  );
}

function hasNarrowingKey(keys: unknown): boolean {
  return Object.entries(keys ?? {}).some(([key, values]) => {
    const name = key.toLowerCase();
    const isNarrow = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
    if (!isNarrow || isKnownLater(values)) return isNarrow !== undefined;
    // Any of the values of a key is enough, so each has to narrow.
    return [values].flat().every((value) => isKnownLater(value) || isNarrow(String(value)));
  });
}

function matches(pattern: RegExp): (value: string) => boolean {
  return (value) => pattern.test(value);
}

/** A network of IPv4 up to /8, or of IPv6 up to /16; two halves of the internet are all of it, too. */
function isNetwork(value: string): boolean {
  const [address, prefix] = value.split('/');
  if (prefix === undefined) return FIXED.test(address);
  return Number(prefix) >= (address.includes(':') ? 16 : 8);
}
