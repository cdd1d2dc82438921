import { script } from '../script';

/**
 * Holds a zip file to one reading: tools that read it from its beginning, and tools that read the directory at
 * its end, must see the same entries.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
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


  def check_layout(path, archive):
      entries = sorted(archive.infolist(), key=lambda info: info.header_offset)
      starts = [info.header_offset for info in entries] + [archive.start_dir]
      is_sound = starts[0] == 0
      with open(path, "rb") as file:
          for info, following in zip(entries, starts[1:]):
              file.seek(info.header_offset)
              name, extra = struct.unpack("<26xHH", file.read(30))
              end = info.header_offset + 30 + name + extra + info.compress_size
              # A size that was not known in advance follows its entry, in one of four forms.
              is_sound &= following - end in ((12, 16, 20, 24) if info.flag_bits & 0x8 else (0,))
          file.seek(-22, io.SEEK_END)
          is_sound &= file.read(4) == b"PK\\5\\6"
      if not is_sound:
          raise Refused("Unsafe archive", "has bytes that belong to no entry, so that tools differ in what they find in it.")
`);
