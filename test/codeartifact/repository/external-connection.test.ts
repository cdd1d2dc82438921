import { ExternalConnection } from '../../../src';

test('external connections are those that CodeArtifact documents, and no other', () => {
  expect(Object.values(ExternalConnection).sort()).toEqual([
    'public:crates-io',
    'public:maven-central',
    'public:maven-clojars',
    'public:maven-commonsware',
    'public:maven-googleandroid',
    'public:maven-gradleplugins',
    'public:npmjs',
    'public:nuget-org',
    'public:pypi',
    'public:ruby-gems-org',
  ]);
});
