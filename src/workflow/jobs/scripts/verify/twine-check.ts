import { script } from '../script';

/**
 * How PyPI would render the README: worth a warning, and no reason to stop a private release.
 *
 * What twine says quotes the README, so that it is printed as a message and not as it is.
 *
 * @see https://twine.readthedocs.io/en/stable/#twine-check
 */
export const TWINE_CHECK = script(`
  def twine_check(files, is_strict):
      if run_twine(files).returncode == 0:
          return
      for file in files:
          result = run_twine([file])
          if result.returncode == 0:
              continue
          lines = result.stdout.decode("utf-8", "replace").replace(str(file.path), file.name).splitlines()
          said = "\\n".join("".join(filter(str.isprintable, line)).rstrip() for line in lines)[:4000]
          if is_strict:
              raise Refused("Twine check", said)
          annotate("warning", "Twine check", said)


  def run_twine(files):
      command = [sys.executable, "-I", "-m", "twine", "--no-color", "check", "--strict", "--"]
      return subprocess.run(
          [*command, *(str(file.path) for file in files)],
          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
      )
`);
