/**
 * A public registry that CodeArtifact can bring packages in from.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/external-connection.html
 */
export enum ExternalConnection {
  /** The Python Package Index. */
  PYPI = 'public:pypi',
  /** The npm registry. */
  NPMJS = 'public:npmjs',
  /** NuGet.org. */
  NUGET_ORG = 'public:nuget-org',
  /** Maven Central. */
  MAVEN_CENTRAL = 'public:maven-central',
  /** Google's Android repository. */
  MAVEN_GOOGLE_ANDROID = 'public:maven-googleandroid',
  /** Gradle's plugin repository. */
  MAVEN_GRADLE_PLUGINS = 'public:maven-gradleplugins',
  /** CommonsWare's Android repository. */
  MAVEN_COMMONSWARE = 'public:maven-commonsware',
  /** Clojars. */
  MAVEN_CLOJARS = 'public:maven-clojars',
  /** RubyGems.org. */
  RUBY_GEMS_ORG = 'public:ruby-gems-org',
  /** crates.io. */
  CRATES_IO = 'public:crates-io',
}
