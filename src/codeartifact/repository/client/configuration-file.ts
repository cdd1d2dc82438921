/** A file that clients read their index from. */
export enum ConfigurationFile {
  /**
   * Of a person or a machine: `~/.config/pip/pip.conf`, or `PIP_CONFIG_FILE`.
   * @see https://pip.pypa.io/en/stable/topics/configuration/#location
   */
  PIP_CONF = 'pip.conf',

  /**
   * Of a person or a machine: `~/.config/uv/uv.toml`, or `UV_CONFIG_FILE`.
   * @see https://docs.astral.sh/uv/concepts/configuration-files/
   */
  UV_TOML = 'uv.toml',

  /**
   * Of a project, and committed with it.
   * @see https://packaging.python.org/en/latest/specifications/pyproject-toml/
   */
  PYPROJECT_TOML = 'pyproject.toml',
}
