/** Which packages come from a repository, and which from public PyPI itself. */
export enum IndexScope {
  /** All come from the repository, which has the public ones by its upstream. Lock files name it for each of them. */
  ALL_PACKAGES = 'all-packages',

  /**
   * Those that a project names come from the repository, and all others from public PyPI: by an explicit index of uv
   * or Poetry, or a source of PDM with `include_packages`. pip, pipx and Hatch have no such thing.
   */
  INTERNAL_PACKAGES = 'internal-packages',
}
