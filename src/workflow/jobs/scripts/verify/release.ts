import { script } from '../script';

/** What the files of a release have to be together: of the packages that are published here, one version of each. */
export const RELEASE = script(`
  def check_packages(files, packages):
      names = sorted({file.package for file in files})
      if packages is None:
          if len(names) > 1:
              raise Refused(
                  "More than one package",
                  f"The files are of {' and '.join(names)}. To publish several from one repository, say \`packages\` in the CDK app.",
              )
          return
      if not packages.strip():
          raise Refused("No packages", "The input packages is empty, so that nothing may be published. Set the variable that it is passed from.")
      for file in files:
          if not any(is_of(file.package, pattern) for pattern in packages.split()):
              raise Refused(
                  "Not one of the packages",
                  f"{file.name} is of the package {file.package}, and what is published here is {shown(packages.strip())}.",
              )


  def is_of(package, pattern):
      """A pattern as IAM and package groups read it: an exact name, or \`prefix-*\`."""
      name = canonicalize_name(pattern.removesuffix("*"))
      return package.startswith(name) if pattern.endswith("*") else package == name


  def check_versions(files):
      versions, kinds = {}, {}
      for file in files:
          other = versions.setdefault(file.package, file)
          if str(other.version) != str(file.version):
              raise Refused(
                  "More than one version",
                  f"{other.name} is of version {other.version}, and {file.name} of version {file.version}.",
              )
          other = kinds.setdefault((file.package, file.kind), file)
          if other is not file:
              raise Refused("Twice the same", f"{other.name} and {file.name} are one thing by two names.")
`);
