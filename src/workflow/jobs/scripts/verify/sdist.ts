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
          data = self.file.read(size)
          check_content(self.file.tell())
          return data

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
      with gzip.open(path) as file, tarfile.open(fileobj=Unpacked(file), mode="r:") as archive:
          while member := archive.next():
              archive.members.clear()
              check_entry(member.name, seen)
              if not (member.isreg() or member.isdir()) or member.issparse():
                  raise Refused("Unsafe archive", f"has the entry {shown(member.name)}, which is no plain file or folder.")
              if member.name.count("/") == 1 and member.name.endswith("/PKG-INFO") and member.isreg():
                  found = member.name, read_at_most(archive.extractfile(member), LARGEST_METADATA, member.name)
      folders = {entry.split("/")[0] for entry in seen}
      if len(folders) != 1:
          raise Refused("Not an sdist", f"has {len(folders)} entries beside each other at the top, and has to have one folder.")
      if found is None:
          raise Refused("Not an sdist", "has no PKG-INFO in its folder.")
      where, data = found
      metadata = read_metadata(data, where)
      check_agreement(name, version, *metadata, "PKG-INFO")
      return *metadata, ()
`);
