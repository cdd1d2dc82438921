import type { EndpointOptions } from '../endpoint-type';
import type { ConfigurationFile } from './configuration-file';
import type { IndexScope } from './index-scope';

/** What a client is to be told of a repository. */
export interface ClientConfigurationOptions extends EndpointOptions {
  /**
   * The file that it is told in.
   * @default - `pyproject.toml` for uv, Poetry and PDM, and `pip.conf` for pip, pipx and Hatch
   */
  readonly file?: ConfigurationFile;

  /**
   * Which packages come from the repository, and which from public PyPI itself.
   * @default IndexScope.ALL_PACKAGES
   */
  readonly indexScope?: IndexScope;

  /**
   * The internal packages, where only these come from the repository: exact names such as `orders-sdk`, and for PDM
   * prefixes such as `acme-*`, too. uv and Poetry look for no other package there, so name those as well that internal
   * packages need, and make them dependencies of the project.
   * @default - none
   */
  readonly packages?: string[];
}
