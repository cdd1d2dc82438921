import { script } from '../script';

/** What holds for the entries of any archive, and how much of one is read at all. */
export const ARCHIVE_ENTRIES = script(`
  LARGEST_CONTENT = 4 * 2**30
  LARGEST_METADATA = 2**22
  LARGEST_RECORD = 2**25
  MOST_ENTRIES = 100_000


  def check_entry(name, seen):
      parts = name.removesuffix("/").split("/")
      if "\\\\" in name or re.match("[A-Za-z]:", name) or any(part in ("", ".", "..") for part in parts):
          raise Refused("Unsafe archive", f"has the entry {shown(name)}, which is no plain path below its folder.")
      if not name.isprintable():
          raise Refused("Unsafe archive", f"has the entry {shown(name)}, whose name can not be printed.")
      if name in seen:
          raise Refused("Unsafe archive", f"has the entry {shown(name)} twice, and tools differ in which one they take.")
      seen.add(name)
      if len(seen) > MOST_ENTRIES:
          raise Refused("Unsafe archive", f"has more than {MOST_ENTRIES} entries.")


  def check_content(size):
      if size > LARGEST_CONTENT:
          raise Refused("Unsafe archive", f"unpacks to more than {LARGEST_CONTENT / 2**30:.3g} GiB.")


  def read_at_most(file, limit, name):
      data = file.read(limit + 1)
      if len(data) > limit:
          raise Refused("Unsafe archive", f"has the entry {shown(name)}, which is larger than {limit / 2**20:.3g} MiB.")
      return data
`);
