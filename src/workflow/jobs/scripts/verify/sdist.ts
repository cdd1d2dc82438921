import { script } from '../script';

/**
 * Reads an sdist: one folder with its PKG-INFO, files and folders and nothing else.
 *
 * @see https://packaging.python.org/en/latest/specifications/source-distribution-format/
 */
export const SDIST = script(`
  class Unpacked:
      """What is inside of gzip, of which no more is read than an archive may hold."""

      def __init__(self, file):
          self.file = file

      def read(self, size):
          check_content(0 if 0 <= size <= LARGEST_RECORD else LARGEST_CONTENT + 1)
          self.last = self.file.read(size)
          check_content(self.file.tell())
          return self.last

      def seek(self, position):
          check_content(position)
          return self.file.seek(position)

      def tell(self):
          return self.file.tell()


  def read_sdist(path):
      try:
          name, version = parse_sdist_filename(path.name)
      except ValueError:
          raise Refused("Not an sdist", "has no name that an sdist can have: NAME-VERSION.tar.gz.")
      found, seen = None, set()
      with gzip.open(path) as file, tarfile.open(fileobj=(unpacked := Unpacked(file)), mode="r:") as archive:
          while member := archive.next():
              archive.members.clear()
              check_entry(member.name, seen)
              # These are usual in the header of one entry, and for its name alone: tools differ in the rest.
              if "size" in member.pax_headers or "path" in archive.pax_headers:
                  raise Refused("Unsafe archive", f"describes the entry {shown(member.name)} in two ways, and tools differ in which one they take.")
              if not (member.isreg() or member.isdir()) or member.issparse():
                  raise Refused("Unsafe archive", f"has the entry {shown(member.name)}, which is no plain file or folder.")
              if member.name.count("/") == 1 and member.name.endswith("/PKG-INFO") and member.isreg():
                  found = member.name, read_at_most(archive.extractfile(member), LARGEST_METADATA, member.name)
          check_rest(unpacked)
      folders = {entry.split("/")[0] for entry in seen}
      if len(folders) != 1:
          raise Refused("Not an sdist", f"has {len(folders)} entries beside each other at the top, and has to have one folder.")
      if found is None:
          raise Refused("Not an sdist", "has no PKG-INFO in its folder.")
      where, data = found
      metadata = read_metadata(data, where)
      check_agreement(name, version, *metadata, "PKG-INFO")
      return *metadata, ()


  def check_rest(unpacked):
      """What is behind the last entry has to be zeros: where tarfile stops, others go on."""
      rest = unpacked.last
      while rest:
          if rest.strip(b"\\0"):
              raise Refused("Unsafe archive", "has bytes behind its last entry, so that tools differ in what they find in it.")
          rest = unpacked.read(2**20)
`);
