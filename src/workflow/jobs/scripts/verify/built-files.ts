import { script } from '../script';

/** Finds what the builds handed on, each in a folder of its own, and reads each file once. */
export const BUILT_FILES = script(`
  @dataclasses.dataclass
  class File:
      path: pathlib.Path
      name: str
      size: int
      sha256: str
      package: str = ""
      version: Version = None
      kind: tuple = ()


  def built_files(folder):
      """The path of each file by its name, which is the same for bytes that two builds made alike."""
      found = {}
      for path in sorted(path for build in sorted(pathlib.Path(folder).iterdir()) for path in build.iterdir()):
          if path.is_symlink() or not path.is_file() or not re.fullmatch(r"\\w[\\w.+!-]*\\.(whl|tar\\.gz)", path.name, re.ASCII):
              raise Refused(
                  "Neither wheel nor sdist",
                  f"dist/ has {shown(path.name)}, and wheels (.whl) and sdists (.tar.gz) are all that is published.",
              )
          with open(path, "rb") as data:
              file = File(path, path.name, path.stat().st_size, hashlib.file_digest(data, "sha256").hexdigest())
          if found.setdefault(file.name, file).sha256 != file.sha256:
              raise Refused(
                  "One name, two contents",
                  f"Two builds made {file.name}, with different bytes. Let one of them make it, as the first runner makes the sdist.",
              )
      if not found:
          raise Refused("Nothing was built", "The build left no files in dist/.")
      return [found[name] for name in sorted(found)]


  def read_file(file):
      try:
          read = read_wheel if file.name.endswith(".whl") else read_sdist
          file.package, file.version, file.kind = read(file.path)
      except Refused as refused:
          raise Refused(refused.title, f"{file.name} {refused}")
      except Exception as error:
          raise Refused("Broken archive", f"{file.name} can not be read: {shown(error)}")
`);
