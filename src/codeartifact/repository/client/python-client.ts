/** A tool that installs Python packages. */
export enum PythonClient {
  /**
   * Into the environment that it is in.
   * @see https://pip.pypa.io/en/stable/topics/configuration/
   */
  PIP = 'pip',

  /**
   * Programs, each into an environment of its own.
   * @see https://pipx.pypa.io/stable/
   */
  PIPX = 'pipx',

  /**
   * Into the environment of a project, by a lock file.
   * @see https://docs.astral.sh/uv/concepts/indexes/
   */
  UV = 'uv',

  /**
   * The same, with sources that stand in `pyproject.toml`.
   * @see https://python-poetry.org/docs/repositories/
   */
  POETRY = 'poetry',

  /**
   * The same, with sources that stand in `pyproject.toml`, too.
   * @see https://pdm-project.org/en/latest/usage/config/#configure-the-package-indexes
   */
  PDM = 'pdm',

  /**
   * Into environments of a project, by pip or uv.
   * @see https://hatch.pypa.io/latest/how-to/environment/select-installer/
   */
  HATCH = 'hatch',
}
