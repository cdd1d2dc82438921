import { script } from '../script';

/**
 * Fails where a wheel has a file that its RECORD does not list, lacks one, or has other bytes.
 *
 * @see https://packaging.python.org/en/latest/specifications/recording-installed-packages/
 */
export const RECORD = script(`
  def check_record(data, folder, archive):
      lines = [line for line in csv.reader(io.StringIO(data.decode("utf-8"))) if line]
      listed = {line[0]: line[1] for line in lines if len(line) == 3}
      if len(listed) != len(lines):
          raise Refused("RECORD is wrong", "has a RECORD in which a line is twice, or not of three columns.")
      unhashed = {f"{folder}/{name}" for name in ("RECORD", "RECORD.jws", "RECORD.p7s")}
      files = {info.filename: info for info in archive.infolist() if not info.is_dir()}
      for entry in sorted((files.keys() ^ listed.keys()) - unhashed):
          where = "which is not in it" if entry in listed else "which its RECORD does not list"
          raise Refused("RECORD is wrong", f"{'lists' if entry in listed else 'has'} {shown(entry)}, {where}.")
      content = 0
      for entry in sorted(files.keys() - unhashed):
          algorithm, _, digest = listed[entry].partition("=")
          if algorithm not in ("sha256", "sha384", "sha512"):
              raise Refused("RECORD is wrong", f"has no SHA-2 hash of {shown(entry)} in its RECORD.")
          found = hashlib.new(algorithm)
          with archive.open(entry) as file:
              while chunk := file.read(2**20):
                  found.update(chunk)
                  check_content(content := content + len(chunk))
          if base64.urlsafe_b64encode(found.digest()).decode().rstrip("=") != digest.rstrip("="):
              raise Refused("RECORD is wrong", f"has other bytes in {shown(entry)} than its RECORD says.")
`);
