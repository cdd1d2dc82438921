/** A tool that installs Python packages. */
export enum PythonClient {
  /** @see https://pip.pypa.io/en/stable/topics/configuration/ */
  PIP = 'pip',
  /** @see https://pipx.pypa.io/stable/docs/ */
  PIPX = 'pipx',
  /** @see https://docs.astral.sh/uv/concepts/indexes/ */
  UV = 'uv',
  /** @see https://python-poetry.org/docs/repositories/ */
  POETRY = 'poetry',
  /** @see https://pdm-project.org/en/latest/usage/config/#configure-the-package-indexes */
  PDM = 'pdm',
  /** @see https://hatch.pypa.io/latest/ */
  HATCH = 'hatch',
}
