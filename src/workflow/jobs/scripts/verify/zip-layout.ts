import { script } from '../script';

/**
 * Holds a zip file to one reading: tools that read it from its beginning, as installers do while they download, and
 * tools that read the directory at its end, must see the same entries with the same bytes.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export const ZIP_LAYOUT = script(`
  HAS_DESCRIPTOR = 0x8
  LARGEST_IN_32_BITS = 2**32 - 1


  def check_layout(path, archive):
      entries = sorted(archive.infolist(), key=lambda info: info.header_offset)
      starts = [info.header_offset for info in entries] + [archive.start_dir]
      with open(path, "rb") as file:
          is_sound = starts[0] == 0 and is_end(file, archive)
          for info, following in zip(entries, starts[1:]):
              if not is_header(file, info):
                  raise Refused("Unsafe archive", f"describes the entry {shown(info.filename)} in two ways, and tools differ in which one they take.")
              is_sound = is_sound and is_content(file, info, following)
      if not is_sound:
          raise Refused("Unsafe archive", "has bytes that belong to no entry, so that tools differ in what they find in it.")


  def is_header(file, info):
      """Whether an entry begins with what the directory says of it. Leaves the file where the content begins."""
      file.seek(info.header_offset)
      magic, flags, method, crc, packed, size, name, extra = struct.unpack("<4s2x2H4x3L2H", file.read(30))
      name, extra = file.read(name), file.read(extra)
      said, large = (info.CRC, info.compress_size, info.file_size), (LARGEST_IN_32_BITS,) * 2
      sizes = [said] if max(said[1:]) < LARGEST_IN_32_BITS else []
      if extra == struct.pack("<HHQQ", 1, 16, info.file_size, info.compress_size):
          sizes.append((info.CRC, *large))
      if flags & HAS_DESCRIPTOR:
          sizes += [(0, 0, 0), (0, *large)]
      encoding = "utf-8" if flags & 0x800 else "cp437"
      return (
          (magic, flags, method, name) == (b"PK\\x03\\x04", info.flag_bits, info.compress_type, info.orig_filename.encode(encoding))
          and (crc, packed, size) in sizes
          and not has_other_name(extra + info.extra)
      )


  def has_other_name(extra):
      while len(extra) >= 4:
          kind, size = struct.unpack_from("<HH", extra)
          if kind == 0x7075:
              return True
          extra = extra[4 + size:]
      return False


  def is_content(file, info, following):
      """Whether the content fills the place to the next entry, with its sizes behind it where they follow."""
      start = file.tell()
      if not info.flag_bits & HAS_DESCRIPTOR:
          return start + info.compress_size == following
      if not is_one_stream(file, info):
          return False
      file.seek(start + info.compress_size)
      rest = file.read(min(max(following - file.tell(), 0), 25))
      sizes = info.compress_size, info.file_size
      short = struct.pack("<3L", info.CRC, *(size & LARGEST_IN_32_BITS for size in sizes))
      long = struct.pack("<L2Q", info.CRC, *sizes)
      return rest in [magic + form for magic in (b"", b"PK\\x07\\x08") for form in (short, long)]


  def is_one_stream(file, info):
      """Whether the content ends where the directory says, for who has to find its end."""
      if info.compress_type == zipfile.ZIP_STORED:
          return info.file_size == 0
      unpacker, left, size = zlib.decompressobj(-zlib.MAX_WBITS), info.compress_size, 0
      while not unpacker.eof and size <= info.file_size and (chunk := file.read(min(left, 2**14))):
          left -= len(chunk)
          size += len(unpacker.decompress(chunk))
      return unpacker.eof and left == 0 and not unpacker.unused_data


  def is_end(file, archive):
      """Whether the directory is all that is behind the entries, and says so in the one way that there is."""
      start, count = archive.start_dir, len(archive.infolist())
      rest = file.seek(0, io.SEEK_END) - start
      file.seek(-min(98, rest), io.SEEK_END)
      end = file.read()
      size = rest - 22
      if count < 0xFFFF and start + size < LARGEST_IN_32_BITS and end.endswith(directory_end(count, size, start)):
          return True
      size = rest - 98
      large = struct.pack("<2L4Q", 0, 0, count, count, max(size, 0), start)
      locator = b"PK\\x06\\x07" + struct.pack("<LQL", 0, start + max(size, 0), 1)
      return end[:12] == b"PK\\x06\\x06" + struct.pack("<Q", 44) and end[16:] == large + locator + directory_end(count, max(size, 0), start)


  def directory_end(count, size, start):
      counts = (min(count, 0xFFFF),) * 2
      return b"PK\\x05\\x06" + struct.pack("<4H2LH", 0, 0, *counts, min(size, LARGEST_IN_32_BITS), min(start, LARGEST_IN_32_BITS), 0)
`);
