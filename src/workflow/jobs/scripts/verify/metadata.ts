import { script } from '../script';

/**
 * Name and version as the metadata say them, which is what an upload goes by.
 *
 * @see https://packaging.python.org/en/latest/specifications/core-metadata/
 */
export const METADATA = script(`
  def read_metadata(data, where):
      try:
          message = email.message_from_string(data.decode("utf-8"))
      except UnicodeDecodeError:
          raise Refused("Broken metadata", f"has a {shown(where)} that is not UTF-8.")
      name, version = (only_value(message, field, where) for field in ("Name", "Version"))
      if not re.fullmatch("[A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9]", name, re.ASCII | re.IGNORECASE):
          raise Refused("Broken metadata", f"has the name {shown(name)} in {shown(where)}, which no package can have.")
      return canonicalize_name(name), parse_version(version, where)


  def only_value(message, field, where):
      values = message.get_all(field, [])
      if len(values) != 1:
          raise Refused("Broken metadata", f"has {len(values)} lines {field} in {shown(where)}, and has to have one.")
      return str(values[0]).strip()


  def parse_version(version, where):
      try:
          return Version(version)
      except InvalidVersion:
          raise Refused("Broken metadata", f"has the version {shown(version)} in {shown(where)}, which is none by PEP 440.")


  def check_agreement(name, version, said_name, said_version, where):
      # As texts, since 1.0 and 1.0.0 are equal to pip, and two versions to who keeps them by name.
      if (name, str(version)) != (said_name, str(said_version)):
          raise Refused(
              "Name and metadata differ",
              f"is {shown(name)} {version} by its name, and {shown(said_name)} {said_version} by its {shown(where)}.",
          )
`);
