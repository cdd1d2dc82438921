import { type Json, ofTemplate, properties } from './documents';
import type { Mutation } from './mutation';

const repositories = (t: Json): Json[] => properties(t, 'AWS::CodeArtifact::Repository');
const groups = (t: Json): Json[] => properties(t, 'AWS::CodeArtifact::PackageGroup');
const restrict = (t: Json, origin: string, mode: string) => {
  for (const { OriginConfiguration } of groups(t))
    OriginConfiguration.Restrictions[origin] = { RestrictionMode: mode };
};

export const INDEX_MUTATIONS: readonly Mutation[] = [
  ofTemplate('the published repository loses its upstream', (t) => {
    for (const repository of repositories(t)) delete repository.Upstreams;
  }),
  ofTemplate('the upstream loses its connection to public PyPI', (t) => {
    for (const repository of repositories(t)) delete repository.ExternalConnections;
  }),
  ofTemplate('a repository has an upstream and an external connection', (t) => {
    for (const repository of repositories(t))
      if (repository.Upstreams) repository.ExternalConnections = ['public:pypi'];
  }),
  ofTemplate('the package group lets look-alikes in from public PyPI', (t) =>
    restrict(t, 'ExternalUpstream', 'ALLOW'),
  ),
  ofTemplate('the package group blocks publishing', (t) => restrict(t, 'Publish', 'BLOCK')),
  ofTemplate('the package group is for other names', (t) => {
    for (const group of groups(t)) group.Pattern = '/pypi//other-*';
  }),
  ofTemplate('there is no package group', (t) => {
    for (const [id, { Type }] of Object.entries<Json>(t.Resources)) {
      if (Type === 'AWS::CodeArtifact::PackageGroup') delete t.Resources[id];
    }
  }),
];
