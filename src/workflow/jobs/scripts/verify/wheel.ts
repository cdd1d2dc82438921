import { script } from '../script';

/**
 * Reads a wheel: its name, its one `.dist-info`, and whether each file in it is the one that RECORD lists.
 *
 * @see https://packaging.python.org/en/latest/specifications/binary-distribution-format/
 * @see https://packaging.python.org/en/latest/specifications/recording-installed-packages/
 */
export const WHEEL = script(`
  def read_wheel(path):
      try:
          name, version, build, tags = parse_wheel_filename(path.name)
      except ValueError:
          raise Refused("Not a wheel", "has no name that a wheel can have: NAME-VERSION-PYTHON-ABI-PLATFORM.whl.")
      with zipfile.ZipFile(path) as archive:
          check_zip(path, archive)
          entries = set(archive.namelist())
          folders = {entry.split("/")[0] for entry in entries if entry.split("/")[0].lower().endswith(".dist-info")}
          if len(folders) != 1:
              raise Refused("Not a wheel", f"has {len(folders)} folders .dist-info, and has to have one.")
          [folder] = folders
          if not folder.endswith(".dist-info"):
              raise Refused("Not a wheel", f"has the folder {shown(folder)}, and installers look for .dist-info in small letters.")

          def read(entry, limit):
              if f"{folder}/{entry}" not in entries:
                  raise Refused("Not a wheel", f"has no {shown(folder)}/{entry}.")
              with archive.open(f"{folder}/{entry}") as file:
                  return read_at_most(file, limit, f"{folder}/{entry}")

          said_name, _, said_version = folder[:-len(".dist-info")].rpartition("-")
          check_agreement(name, version, canonicalize_name(said_name), parse_version(said_version, folder), folder)
          metadata = read_metadata(read("METADATA", LARGEST_METADATA), f"{folder}/METADATA")
          check_agreement(name, version, *metadata, "METADATA")
          check_tags(read("WHEEL", LARGEST_METADATA), tags)
          check_record(read("RECORD", LARGEST_RECORD), folder, archive)
      return *metadata, (build, tags)


  def check_tags(data, tags):
      said = email.message_from_bytes(data).get_all("Tag", [])
      found = frozenset().union(*(parse_tag(tag.strip()) for tag in said))
      if found != tags:
          name, wheel = (" ".join(sorted(map(str, some))) or "none" for some in (tags, found))
          raise Refused("Name and metadata differ", f"has the tags {shown(name)} in its name, and {shown(wheel)} in WHEEL.")
`);
