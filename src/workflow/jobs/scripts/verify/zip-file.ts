import { script } from '../script';

/** Holds a zip file to plain entries, packed as every installer can read them. */
export const ZIP_FILE = script(`
  def check_zip(path, archive):
      seen = set()
      for info in archive.infolist():
          check_entry(info.orig_filename, seen)
          if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
              raise Refused("Unsafe archive", f"has the entry {shown(info.filename)}, which is no plain file or folder.")
          is_usual = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) and not info.flag_bits & 0x1
          if not is_usual or info.filename != info.orig_filename:
              raise Refused("Unsafe archive", f"has the entry {shown(info.filename)}, which is packed in an unusual way.")
      check_content(sum(info.file_size for info in archive.infolist()))
      check_layout(path, archive)
`);
