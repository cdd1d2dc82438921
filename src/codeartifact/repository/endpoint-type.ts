/**
 * How the hosts of CodeArtifact are reached.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_GetRepositoryEndpoint.html
 */
export enum EndpointType {
  /** By IPv4 alone. */
  IPV4 = 'ipv4',
  /** By IPv6 and IPv4. */
  DUALSTACK = 'dualstack',
}

/** Which of its hosts a repository is reached by. */
export interface EndpointOptions {
  /**
   * How the host is reached.
   * @default EndpointType.IPV4
   */
  readonly endpointType?: EndpointType;
}
