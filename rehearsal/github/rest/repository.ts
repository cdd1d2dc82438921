/** A ruleset, as far as the stand-in knows rulesets. */
export interface RestRuleset {
  readonly id: number;
  readonly name: string;
  readonly enforcement: 'active' | 'disabled' | 'evaluate';
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly rules: readonly string[];
}

/** A repository on the stand-in for GitHub, with what its settings say. */
export interface RestRepository {
  /** `owner/name`, in GitHub's own letters. */
  name: string;
  id: number;
  ownerId: number;
  visibility: 'public' | 'private' | 'internal';
  /** Whether the account that asks administers it. */
  admin: boolean;
  createdAt: string;
  archived: boolean;
  /** The answer to what its subject is made of. */
  subject: {
    use_default: boolean;
    include_claim_keys?: string[];
    use_immutable_subject?: boolean;
    sub_claim_prefix?: string;
  };
  /** Text by path, on each branch: `main` is the default one. */
  branches: Record<string, { files: Record<string, string>; protected: boolean; rules: string[] }>;
  environments: Record<string, { protection_rules: string[] }>;
  rulesets: RestRuleset[];
  access: 'none' | 'user' | 'organization' | 'enterprise';
  actions: {
    enabled: boolean;
    allowed_actions?: 'all' | 'local_only' | 'selected';
    selected?: { github_owned_allowed: boolean; verified_allowed: boolean; patterns_allowed: string[] };
  };
  variables: Record<string, string>;
  pulls: { number: number; head: string; title: string; body: string }[];
}

/** A repository with nothing in it, and everything allowed. */
export function restRepository(name: string, id: number, ownerId: number): RestRepository {
  return {
    name,
    id,
    ownerId,
    visibility: 'private',
    admin: true,
    createdAt: '2024-03-01T08:00:00Z',
    archived: false,
    subject: { use_default: true, use_immutable_subject: false, sub_claim_prefix: `repo:${name}` },
    branches: { main: { files: {}, protected: true, rules: [] } },
    environments: {},
    rulesets: [],
    access: 'none',
    actions: { enabled: true, allowed_actions: 'all' },
    variables: {},
    pulls: [],
  };
}
