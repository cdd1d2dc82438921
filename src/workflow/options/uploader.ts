/** What uploads the built files. Both are installed by hash before the role is assumed. */
export enum Uploader {
  /**
   * Twine, with the packages that uploading needs.
   * @see https://twine.readthedocs.io/
   */
  TWINE = 'twine',

  /**
   * uv: one program without dependencies.
   * @see https://docs.astral.sh/uv/guides/package/
   */
  UV = 'uv',
}
